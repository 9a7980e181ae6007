"""How the desk shows, writes and deletes a curated record, whichever it is."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path

from quotesdb import curation, undoing
from quotesdb.admin import lists
from quotesdb.admin.finding import Find, Finding
from quotesdb.admin.form import CuratedForm, text_in_rows
from quotesdb.admin.history import acts_on
from quotesdb.admin.redacting import Redacting
from quotesdb.admin.way_back import address, way_back
from quotesdb.past.entries import moment_of
from quotesdb.refusals import Refused

MOST_DIGITS = 18


class CuratedAdmin(Redacting, Finding, admin.ModelAdmin):
    """Reads forms, and lets `quotesdb.curation` write; what that refuses comes back on the form."""

    form = CuratedForm
    formfield_overrides = {
        models.TextField: text_in_rows(4),
        models.URLField: {"assume_scheme": "https"},
    }
    paginator = lists.ShortCount
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    of_the_record = ["key", "version", "updated_at"]
    find = Find
    when_empty = ""
    back_to = "appearances"
    """The place on the page it was opened from to which it leads back."""

    def keep(self, record, form, parts, **act):
        """Write the record with its parts through `quotesdb.curation`."""
        raise NotImplementedError

    def narrow(self, request, found):
        """What may be chosen of what was found, when another page searches here."""
        return found

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_find"
        find = self.admin_site.admin_view(self.find.as_view(admin_site=self.admin_site))
        return [path("find/", find, name=name), *super().get_urls()]

    def has_change_permission(self, request, obj=None):
        return not is_merged(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return not is_merged(obj) and super().has_delete_permission(request, obj)

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *self.of_the_record]

    def get_fieldsets(self, request, obj=None):
        own = list(super().get_fieldsets(request, obj))
        if obj is None:
            return own
        return [
            *own,
            ("The record itself", {"fields": self.of_the_record, "classes": ["collapse"]}),
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.refusals = refusals(request)
        form.part_names = [inline.relation for inline in self.inlines]
        return form

    def get_formset_kwargs(self, request, obj, inline, prefix):
        given = super().get_formset_kwargs(request, obj, inline, prefix)
        of_parts = [refusal for refusal in refusals(request) if refusal.path[:1] == (prefix,)]
        return {**given, "refusals": of_parts}

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        context = {"way_back": self.way_back(request), "redactable": True, **(extra_context or {})}
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except Refused as refused:
            # All is rolled back. The same form again, and now it knows what is wrong with it.
            request.refusals = refused.refusals
            return super().changeform_view(request, object_id, form_url, context)

    def way_back(self, request):
        return way_back(request, self.back_to)

    def led_back(self, request):
        """The way back, if the page was opened from somewhere."""
        back = self.way_back(request)
        return back and HttpResponseRedirect(back["url"])

    def save_model(self, request, obj, form, change):
        """Left to `save_related`: a record is written together with its parts."""

    def save_related(self, request, form, formsets, change):
        for formset in formsets:
            formset.remember_changes()
        self.keep(
            form.instance,
            form,
            {formset.prefix: formset.parts() for formset in formsets},
            opened_version=form.cleaned_data["opened_version"],
            by=request.user,
            why=form.cleaned_data["why"],
        )

    def response_post_save_add(self, request, obj):
        return self.led_back(request) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request, obj):
        return self.led_back(request) or super().response_post_save_change(request, obj)

    def response_delete(self, request, obj_display, obj_id):
        said = super().response_delete(request, obj_display, obj_id)
        return self.led_back(request) or said

    def delete_view(self, request, object_id, extra_context=None):
        context = {"way_back": self.way_back(request), **(extra_context or {})}
        try:
            return super().delete_view(request, object_id, context)
        except Refused as refused:
            self.tell(request, refused)
            return HttpResponseRedirect(address(self.get_object(request, object_id)))

    def delete_model(self, request, obj):
        curation.discard([obj], by=request.user, why=request.POST.get("why", ""))

    def delete_queryset(self, request, queryset):
        curation.discard(list(queryset), by=request.user, why=request.POST.get("why", ""))

    def changelist_view(self, request, extra_context=None):
        title = str(self.opts.verbose_name_plural).capitalize()
        context = {"title": title, "when_empty": self.when_empty, **(extra_context or {})}
        if request.method != "POST":
            return super().changelist_view(request, context)
        try:
            with transaction.atomic():
                return super().changelist_view(request, context)
        except Refused as refused:
            self.tell(request, refused)
            return HttpResponseRedirect(request.get_full_path())

    def tell(self, request, refused):
        for refusal in refused.refusals:
            self.message_user(request, refusal.sentence, messages.ERROR)

    def history_view(self, request, object_id, extra_context=None):
        """Who changed what, when, why, and through which door; also of what was deleted."""
        record, number = self.get_object(request, object_id), whole(object_id)
        acts, before = acts_on(self.model, number, whole(request.GET.get("before", "")))
        if record is None and not acts:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if request.method == "POST":
            return self.undo(request, number)
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of this {self.opts.verbose_name}",
            "opts": self.opts,
            "object": record,
            "acts": acts,
            "before": before,
            "may_undo": not is_merged(record) and self.has_change_permission(request),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/quotesdb/history.html", context)

    def undo(self, request, number):
        """Undo the act that the form names, and show the history again."""
        at = moment_of(whole(request.POST.get("act", "")) or 0)
        needed = undoing.needed_to_undo(self.model, number, at)
        if not request.user.has_perm(needed):
            raise PermissionDenied
        try:
            undoing.undo(self.model, number, at, by=request.user, why=request.POST.get("why", ""))
        except Refused as refused:
            self.tell(request, refused)
        else:
            self.message_user(request, "The act was undone.", messages.SUCCESS)
        return HttpResponseRedirect(request.path)


def whole(text):
    """The whole number that a text is; None where it is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < MOST_DIGITS else None


def is_merged(record):
    return record is not None and record.merged_into_id is not None


def refusals(request):
    """What was refused of this very request."""
    return getattr(request, "refusals", ())
