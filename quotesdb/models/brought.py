from django.db import models


class Brought(models.Model):
    """The values that an importer last brought for one record, to tell later who changed it."""

    importer = models.CharField(max_length=50)
    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=200)
    file = models.CharField(max_length=500, blank=True)
    values = models.JSONField(default=dict)
    kept = models.JSONField(
        default=dict, help_text="The curators' values that were kept against the file's."
    )

    class Meta:
        verbose_name_plural = "brought values"
        constraints = [
            models.UniqueConstraint(
                fields=["importer", "kind", "key"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="This importer has brought this record already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.importer}: {self.kind} {self.key}"
