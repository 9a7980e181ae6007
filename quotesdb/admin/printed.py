"""The appearances on the page of an article or of a quote, each a link to its own page."""

from urllib.parse import urlencode

from django.db.models import Prefetch
from django.http import HttpResponseRedirect
from django.urls import reverse

from quotesdb.admin.corrected import CorrectableAdmin, ways
from quotesdb.admin.way_back import PARAMETER, address, ticket
from quotesdb.models import Hop


def with_all_shown(appearances):
    """Appearances with all that a line about them shows, however many they are."""
    chain = Prefetch("chain", Hop.objects.select_related("speaker"))
    related = ("quote__speaker", "article__outlet__speaker")
    affected = Prefetch("affected_by", ways())
    return appearances.select_related(*related).prefetch_related(chain, affected)


def printed(request, record):
    """What the page of an article or a quote tells of its appearances."""
    back = {PARAMETER: ticket(record)}
    preset = {record._meta.model_name: record.pk}
    add = reverse("admin:quotesdb_appearance_add")
    return {
        "appearances": with_all_shown(record.appearances.standing()),
        "back_query": urlencode(back),
        "may_add": request.user.has_perm("quotesdb.add_appearance"),
        "add_url": f"{add}?{urlencode({**preset, **back})}",
    }


class PrintingAdmin(CorrectableAdmin):
    """A page that lists the appearances of its record."""

    change_form_template = "admin/quotesdb/printing_change_form.html"

    def response_post_save_add(self, request, obj):
        """On to its own page, where its appearances are added."""
        return HttpResponseRedirect(address(obj))

    def change_view(self, request, object_id, form_url="", extra_context=None):
        record = self.get_object(request, object_id)
        told = {"printed": printed(request, record)} if record else {}
        return super().change_view(request, object_id, form_url, {**told, **(extra_context or {})})
