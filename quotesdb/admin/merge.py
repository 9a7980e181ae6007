"""Merges at the desk: who merged what, what moved, and the button that undoes it."""

from django.contrib import admin, messages
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse

from quotesdb import merging
from quotesdb.admin.lists import ShortCount
from quotesdb.admin.way_back import address
from quotesdb.merging.places import BY_NAME, KINDS
from quotesdb.models import Merge
from quotesdb.refusals import Refused
from quotesdb.vocabulary import Mergeable

UNDONE = "The merge was undone: {loser} stands again."


class Undone(admin.SimpleListFilter):
    """Merges in force, unless others are asked for."""

    title = "undone"
    parameter_name = "undone"

    def lookups(self, request, model_admin):
        return [("yes", "Undone"), ("no", "In force")]

    def queryset(self, request, queryset):
        match self.value():
            case "yes":
                return queryset.exclude(undone_at=None)
            case "no":
                return queryset.in_force()
        return queryset


@admin.register(Merge)
class MergeAdmin(admin.ModelAdmin):
    """Read and undone here; made on the pages of the records."""

    list_display = ["__str__", "at", "by", "why", "state"]
    list_filter = ["kind", Undone]
    list_select_related = ["by", "undone_by"]
    search_fields = ["loser_name", "survivor_name", "why"]
    search_help_text = "Slug or key of either, or the reason"
    actions = None
    paginator = ShortCount
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    change_form_template = "admin/quotesdb/merging/merge_change_form.html"
    fields = ("kind", "loser_name", "survivor_name", "at", "by", "door", "why", "state")
    readonly_fields = ("state",)

    def get_urls(self):
        undo = self.admin_site.admin_view(self.undo_view)
        return [
            path("<int:number>/undo/", undo, name="quotesdb_merge_undo"),
            *super().get_urls(),
        ]

    def get_queryset(self, request):
        return super().get_queryset(request).by_themselves().select_related("by", "undone_by")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="state")
    def state(self, merge):
        if merge.undone_at is None:
            return "in force"
        by = merge.undone_by or "nobody signed in"
        why = f": {merge.undone_why}" if merge.undone_why else ""
        return f"undone on {merge.undone_at:%Y-%m-%d} by {by}{why}"

    def changelist_view(self, request, extra_context=None):
        empty = "Records are merged on their own pages, by “Merge into…”."
        context = {"title": "Merges", "when_empty": empty, **(extra_context or {})}
        return super().changelist_view(request, context)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        merge = self.get_object(request, object_id)
        may = request.user.has_perm(merging.MERGE)
        told = {"moved": moved(merge), "both": both(merge), "may_undo": may} if merge else {}
        return super().change_view(request, object_id, form_url, {**told, **(extra_context or {})})

    def undo_view(self, request, number):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        merge = self.get_queryset(request).filter(pk=number).first()
        if merge is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(number))
        try:
            merging.undo(merge.pk, by=request.user, why=request.POST.get("why", ""))
        except Refused as refused:
            for refusal in refused.refusals:
                self.message_user(request, refusal.sentence, messages.ERROR)
        else:
            said = UNDONE.format(loser=merge.loser_name)
            self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:quotesdb_merge_change", args=[merge.pk]))


def both(merge):
    """Links to the loser and to the survivor, as far as they are there."""
    model = KINDS[Mergeable(merge.kind)]
    found = model._base_manager.filter(pk__in=[merge.loser, merge.survivor])
    return {("loser" if row.pk == merge.loser else "survivor"): address(row) for row in found}


def moved(merge):
    """How much moved, with it and with what went along, by what it is called."""
    counts = {}
    for one in (merge, *merge.parts.order_by("pk")):
        for name, number in one.counts.items():
            if number:
                counts[name] = counts.get(name, 0) + number
    along = merge.parts.exclude(kind__in=["speaker", "outlet"]).order_by("kind")
    return {
        "counts": [(BY_NAME[name].called, number) for name, number in counts.items()],
        "along": [str(part) for part in along],
        "values": merge.values,
    }
