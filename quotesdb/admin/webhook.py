"""Webhooks at the desk: who is told of changes, with what secret, and how that went."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminURLFieldWidget
from django.utils.html import format_html, format_html_join

from quotesdb.changes import KINDS
from quotesdb.models import Webhook
from quotesdb.webhooks import keeping
from quotesdb.webhooks.signing import secret_of

SHOWN = 20


class WebhookForm(forms.ModelForm):
    url = forms.URLField(
        label="Address",
        max_length=500,
        assume_scheme="https",
        help_text="Messages are posted to it.",
        widget=AdminURLFieldWidget,
    )
    kind = forms.ChoiceField(
        required=False,
        label="Only of such records",
        choices=[("", "all"), *((kind, kind) for kind in KINDS.values())],
    )

    class Meta:
        model = Webhook
        fields = ["label", "url", "kind", "is_on"]


@admin.register(Webhook)
class WebhookAdmin(admin.ModelAdmin):
    """For administrators: whoever may make one lets this server speak to other machines."""

    form = WebhookForm
    list_display = ["label", "url", "kind", "state", "cursor"]
    search_fields = ["label", "url"]
    actions = None
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    of_the_hook = ["state", "cursor", "secret", "log", "curator", "made_at"]

    @admin.display(description="state")
    def state(self, webhook):
        if not webhook.is_on:
            return f"off. {webhook.off_because}".strip()
        if webhook.failing_since:
            since = f"{webhook.failing_since:%Y-%m-%d %H:%M}"
            return f"failing since {since} UTC, {webhook.failures} times"
        return "on"

    @admin.display(description="secret")
    def secret(self, webhook):
        return format_html(
            "<code>{}</code><p>Whoever receives checks signatures with it, as Standard Webhooks "
            "has them. Another address has another secret.</p>",
            secret_of(webhook),
        )

    @admin.display(description="last messages")
    def log(self, webhook):
        rows = webhook.deliveries.order_by("-pk")[:SHOWN]
        told = [
            (f"{it.at:%Y-%m-%d %H:%M:%S}", it.first, it.last, it.status or "–", it.milliseconds)
            + (it.sentence or "taken",)
            for it in rows
        ]
        if not told:
            return "Nothing was sent yet: it is told of what comes from now on."
        lines = format_html_join(
            "", "<tr><td>{}</td><td>{} to {}</td><td>{}</td><td>{} ms</td><td>{}</td></tr>", told
        )
        heads = ("when (UTC)", "changes", "status", "took", "outcome")
        head = format_html_join("", '<th scope="col">{}</th>', ((it,) for it in heads))
        return format_html(
            "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", head, lines
        )

    def get_readonly_fields(self, request, obj=None):
        return [] if obj is None else self.of_the_hook

    def get_fields(self, request, obj=None):
        asked = ["label", "url", "kind", "is_on"]
        if obj is None:
            return asked[:-1]
        may = self.has_change_permission(request, obj)
        return [*asked, *(it for it in self.of_the_hook if may or it != "secret")]

    def get_changeform_initial_data(self, request):
        return {"is_on": True}

    def save_model(self, request, obj, form, change):
        keeping.keep(obj, request.user)
