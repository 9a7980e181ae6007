"""What all lists of the desk share: a count with an end, and merged records out of the way."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property

MOST = 10_000


class ShortCount(Paginator):
    """Counts no further than anybody turns pages: a large table is searched, not paged through."""

    @cached_property
    def count(self):
        return self.object_list.order_by().values("pk")[:MOST].count()


class ShortCountOfGroups(ShortCount):
    """The same for rows that each stand for many of a table."""

    @cached_property
    def count(self):
        return self.object_list.order_by()[:MOST].count()


class Merged(admin.SimpleListFilter):
    """Standing records, unless others are asked for."""

    title = "merged"
    parameter_name = "merged"

    def lookups(self, request, model_admin):
        return [("yes", "Merged into another"), ("all", "All")]

    def choices(self, changelist):
        standing, *rest = super().choices(changelist)
        return [{**standing, "display": "Standing"}, *rest]

    def queryset(self, request, queryset):
        match self.value():
            case "yes":
                return queryset.exclude(merged_into=None)
            case "all":
                return queryset
        return queryset.standing()


def number_of(model, field):
    """How many standing `model` rows name the record in `field`: asked only for rows shown."""
    rows = model.objects.standing().filter(**{field: OuterRef("pk")}).order_by()
    counted = rows.values(field).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
