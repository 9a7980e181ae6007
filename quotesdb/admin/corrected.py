"""Corrections on the pages of the records that they are about, or come to."""

from urllib.parse import urlencode

from django.urls import reverse

from quotesdb.admin.curated import CuratedAdmin
from quotesdb.admin.way_back import PARAMETER, ticket
from quotesdb.models import Affected

TOLD = ("quote__speaker", "appearance__article", "article", "source_article")
"""What a line about a correction names."""


def ways():
    """What comes to appearances, and how, with all that a line about it shows."""
    told = [f"correction__{name}" for name in TOLD]
    return Affected.objects.select_related("through", *told).order_by("correction")


def corrections(request, record):
    """What a page tells of the corrections about its record."""
    back = {PARAMETER: ticket(record)}
    preset = {record._meta.model_name: record.pk}
    found = list(record.corrections.standing().select_related("source_article"))
    return {
        "all": found,
        "in_force": [one for one in found if one.taken_back_on is None],
        "back_query": urlencode(back),
        "may_add": request.user.has_perm("quotesdb.add_correction"),
        "add_url": f"{reverse('admin:quotesdb_correction_add')}?{urlencode({**preset, **back})}",
    }


def from_elsewhere(appearance):
    """What comes to an appearance and is not about itself, by its id."""
    return ways().filter(appearance=appearance).exclude(correction__appearance=appearance)


class CorrectableAdmin(CuratedAdmin):
    """A page that shows the corrections about its record, and lets one add further ones."""

    def change_view(self, request, object_id, form_url="", extra_context=None):
        record = self.get_object(request, object_id)
        may_see = request.user.has_perm("quotesdb.view_correction")
        told = {"corrections": corrections(request, record)} if record and may_see else {}
        return super().change_view(request, object_id, form_url, {**told, **(extra_context or {})})
