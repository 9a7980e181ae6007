"""Perhaps the same: pairs that somebody should look at, and those that were told apart."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from quotesdb import merging
from quotesdb.admin.lists import ShortCount
from quotesdb.admin.merging.shown import pairs_shown
from quotesdb.merging.duplicates import ask_again, tell_apart
from quotesdb.models import Duplicate
from quotesdb.models.duplicate import SORTS
from quotesdb.vocabulary import Mergeable

ON_A_PAGE = 25
LIST = "admin:quotesdb_duplicate_changelist"
APART = "They are not the same: they will not be proposed again."
AGAIN = "They are proposed again."


@admin.register(Duplicate)
class DuplicateAdmin(admin.ModelAdmin):
    """Found by `manage.py find_duplicates`; decided by people, on this one page."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("", wrap(self.changelist_view), name="quotesdb_duplicate_changelist"),
            path("<int:number>/apart/", wrap(self.apart_view), name="quotesdb_duplicate_apart"),
            path("<int:number>/again/", wrap(self.again_view), name="quotesdb_duplicate_again"),
        ]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        decided = request.GET.get("decided") == "yes"
        kind = request.GET.get("kind", "")
        rows = Duplicate.objects.told_apart() if decided else Duplicate.objects.undecided()
        if kind in SORTS:
            rows = rows.filter(kind=kind)
        pages = ShortCount(rows.select_related("decided_by"), ON_A_PAGE)
        page = pages.get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "title": "Not the same" if decided else "Perhaps the same",
            "opts": self.opts,
            "decided": decided,
            "kind": kind,
            "kinds": [it.value for it in SORTS],
            "page": page,
            "pairs": pairs_shown(page.object_list),
            "may_decide": request.user.has_perm(merging.MERGE),
        }
        return TemplateResponse(request, "admin/quotesdb/merging/duplicates.html", context)

    def apart_view(self, request, number):
        return self.decided(request, number, APART)

    def again_view(self, request, number):
        return self.decided(request, number, AGAIN)

    def decided(self, request, number, said):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        row = Duplicate.objects.filter(pk=number).first()
        if row is not None and said == AGAIN:
            ask_again(row.pk, by=request.user)
        elif row is not None:
            model = SORTS[Mergeable(row.kind)]
            held = model.objects.in_bulk([row.a, row.b])
            if len(held) == 2:
                why = request.POST.get("why", "")
                tell_apart(held[row.a], held[row.b], by=request.user, why=why)
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(reverse(LIST))
