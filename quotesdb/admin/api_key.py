"""Keys at the desk: made and shown once, listed, revoked; never changed and never deleted."""

from datetime import timedelta

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from quotesdb import keys
from quotesdb.models import ApiKey
from quotesdb.vocabulary import Scope

USUALLY_FOR = timedelta(days=365)
LIST = "admin:quotesdb_apikey_changelist"


class ApiKeyForm(forms.ModelForm):
    """What a new key is for, how far it reaches, and until when."""

    class Meta:
        model = ApiKey
        fields = ["curator", "label", "scope", "expires_at"]

    def _get_validation_exclusions(self):
        # Otherwise the constraint on when it expires would wait for the database.
        return super()._get_validation_exclusions() - {"made_at"}


@admin.register(ApiKey)
class ApiKeyAdmin(admin.ModelAdmin):
    """Everybody sees and revokes their own; who administers accounts, all."""

    form = ApiKeyForm
    list_display = ["label", "beginning", "curator", "scope", "state", "expires_at", "last_used_at"]
    list_select_related = ["curator"]
    list_filter = ["scope"]
    search_fields = ["label", "beginning"]
    actions = None
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    change_form_template = "admin/quotesdb/api_key_change_form.html"

    def get_urls(self):
        revoke = self.admin_site.admin_view(self.revoke_view)
        return [
            path("<int:number>/revoke/", revoke, name="quotesdb_apikey_revoke"),
            *super().get_urls(),
        ]

    @admin.display(description="state")
    def state(self, key):
        if key.revoked_at:
            return f"revoked on {key.revoked_at:%Y-%m-%d}"
        return "works" if key.expires_at > timezone.now() else "expired"

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": "API keys", **(extra_context or {})})

    def get_queryset(self, request):
        found = super().get_queryset(request)
        return found if administers(request) else found.filter(curator=request.user)

    def get_readonly_fields(self, request, obj=None):
        return [] if obj is None else self.get_fields(request, obj)

    def get_fields(self, request, obj=None):
        asked = ["label", "scope", "expires_at"]
        if obj is not None:
            return ["curator", *asked, "beginning", "made_at", "state", "last_used_at"]
        return ["curator", *asked] if administers(request) else asked

    def get_changeform_initial_data(self, request):
        return {
            "curator": request.user.pk,
            "scope": Scope.READ.value,
            "expires_at": timezone.now() + USUALLY_FOR,
        }

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        given = form.cleaned_data
        owner = given.get("curator") or request.user
        made, request.secret = keys.make_key(
            owner,
            label=given["label"],
            scope=Scope(given["scope"]),
            expires_at=given["expires_at"],
        )
        obj.pk = made.pk
        obj.curator, obj.beginning = made.curator, made.beginning

    def response_add(self, request, obj, post_url_continue=None):
        """The only page that ever shows the secret; no cache keeps it."""
        context = {
            **self.admin_site.each_context(request),
            "title": "Your new key",
            "opts": self.opts,
            "key": obj,
            "secret": request.secret,
        }
        page = TemplateResponse(request, "admin/quotesdb/api_key_made.html", context)
        page.headers["Cache-Control"] = "no-store"
        return page

    def revoke_view(self, request, number):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        key = self.get_queryset(request).filter(pk=number).first()
        if key is None or not self.has_view_permission(request, key):
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(number))
        keys.revoke(key)
        self.log_change(request, key, "Revoked.")
        self.message_user(request, f"{key} is revoked: it opens nothing.", messages.SUCCESS)
        return HttpResponseRedirect(reverse(LIST))


def administers(request):
    """Whether this person answers for the accounts of others."""
    return request.user.has_perm("quotesdb.change_curator")
