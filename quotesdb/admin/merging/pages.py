"""What the pages of speakers, outlets and quotes have besides: merge into another, and split."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path

from quotesdb import merging
from quotesdb.admin.finding import is_id
from quotesdb.admin.merging.forms import SplitForm, choosing_form, keep_of, rows_of
from quotesdb.admin.merging.shown import candidates, told, told_apart, what_may_go
from quotesdb.admin.way_back import address
from quotesdb.merging.places import kind_of
from quotesdb.models import Merge
from quotesdb.refusals import Refused

MERGED = "{loser} was merged into this {kind}. The list of merges can undo it."
SPLIT = "This {kind} was split off. Merging it back undoes that."


class Merging:
    """Two further pages of a record, for those who may merge and split."""

    def get_urls(self):
        wrap, name = self.admin_site.admin_view, self.opts.model_name
        return [
            path("<int:number>/merge/", wrap(self.merge_view), name=f"quotesdb_{name}_merge"),
            path("<int:number>/split/", wrap(self.split_view), name=f"quotesdb_{name}_split"),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        record = self.get_object(request, object_id) if is_id(object_id) else None
        context = extra_context or {}
        if record is not None:
            may = request.user.has_perm(merging.MERGE) and record.merged_into_id is None
            context = {**context, "may_merge": may, "merged_by": merged_by(record)}
        return super().change_view(request, object_id, form_url, context)

    def merge_view(self, request, number):
        """Choose the survivor; then what both say, what would move, and the button."""
        loser = self.record_to_change(request, number)
        into = request.GET.get("into", "")
        rows = self.model.objects.filter(pk=into) if is_id(into) else self.model.objects.none()
        survivor = rows.first()
        if loser is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(number))
        if survivor is None:
            return self.page(request, "choose", loser, self.choosing(loser))
        refused = ()
        if request.method == "POST":
            try:
                return self.merged(request, loser, survivor)
            except Refused as error:
                refused = [refusal.sentence for refusal in error.refusals]
                loser.refresh_from_db()
        keep = keep_of(request.POST)
        plan = merging.preview(loser, survivor, by=request.user, keep=keep)
        context = {**told(plan), "refused": refused, "why": request.POST.get("why", "")}
        return self.page(request, "merge", loser, context)

    def record_to_change(self, request, number):
        if not request.user.has_perm(merging.MERGE):
            raise PermissionDenied
        return self.model.objects.filter(pk=number).first() if is_id(number) else None

    def choosing(self, loser):
        form = choosing_form(self.model, self.admin_site)
        return {"form": form, "media": self.media + form.media, "candidates": candidates(loser)}

    def page(self, request, name, record, context):
        context = {
            **self.admin_site.each_context(request),
            "title": f"{'Split' if name == 'split' else 'Merge'} a {self.opts.verbose_name}",
            "opts": self.opts,
            "record": record,
            "label": told_apart(record),
            **context,
        }
        return TemplateResponse(request, f"admin/quotesdb/merging/{name}.html", context)

    def merged(self, request, loser, survivor):
        opened = [request.POST.get(f"version_of_{name}", "") for name in ("loser", "survivor")]
        merging.merge(
            loser,
            survivor,
            by=request.user,
            why=request.POST.get("why", ""),
            keep=keep_of(request.POST),
            opened=tuple(int(it) if is_id(it) else 0 for it in opened),
        )
        said = MERGED.format(loser=loser, kind=self.opts.verbose_name)
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(address(survivor))

    def split_view(self, request, number):
        """Choose what goes to a new record, and say what that is."""
        record = self.record_to_change(request, number)
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(number))
        form, refused = SplitForm.of(record)(request.POST or None), ()
        if request.method == "POST" and form.is_valid():
            try:
                return self.was_split(request, record, form)
            except Refused as error:
                refused = [refusal.sentence for refusal in error.refusals]
        chosen = {int(one) for some in rows_of(request.POST).values() for one in some}
        context = {"form": form, "refused": refused, "chosen": chosen, **what_may_go(record)}
        return self.page(request, "split", record, context)

    def was_split(self, request, record, form):
        new = form.new_record(record)
        chosen = rows_of(request.POST)
        merging.split(record, new, chosen, by=request.user, why=form.cleaned_data["why"])
        said = SPLIT.format(kind=self.opts.verbose_name)
        self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(address(new))


def merged_by(record):
    """The number of the merge by which a record went elsewhere; None where it is not known."""
    if record.merged_into_id is None:
        return None
    rows = Merge.objects.in_force().filter(kind=kind_of(record).value, loser=record.pk)
    numbers = rows.order_by().values_list("part_of", "pk").first()
    return numbers and (numbers[0] or numbers[1])
