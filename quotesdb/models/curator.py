from django.contrib.auth.models import AbstractUser


class Curator(AbstractUser):
    """A person who signs in: to curate, to edit, or to administer."""

    class Meta(AbstractUser.Meta):
        verbose_name = "curator"
        verbose_name_plural = "curators"
