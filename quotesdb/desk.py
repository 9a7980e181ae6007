"""The desk as a whole: its name, and its records in the order of the work.

It stands outside of `quotesdb.admin`: Django makes the site before it loads what is on it.
"""

from functools import wraps
from math import ceil

from django.contrib import admin
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from quotesdb import signing_in, turns

GROUPS = {
    "Review": ["Candidate"],
    "The desk": ["Quote", "Appearance", "Article", "Speaker", "Outlet", "Correction"],
    "Merging": ["Duplicate", "Merge"],
    "Evidence and imports": ["ArticleText", "Brought"],
    "Accounts": ["Curator", "Group", "ApiKey", "Webhook"],
}


class Desk(admin.AdminSite):
    """Django's admin under our name, its index grouped by what the records are for."""

    site_header = "QuotesDB – the curators’ desk"
    site_title = "QuotesDB"
    index_title = "Who said what, through whose hands, and where it was printed"
    index_template = "admin/quotesdb/index.html"

    def admin_view(self, view, cacheable=False):
        """A page of the desk; where a writer waits in vain, one that says so."""
        page = super().admin_view(view, cacheable)

        @wraps(page)
        def or_busy(request, *args, **kwargs):
            try:
                with turns.noticing():
                    return page(request, *args, **kwargs)
            except turns.Busy as busy:
                return self.busy(request, busy)

        return or_busy

    @method_decorator(never_cache)
    def login(self, request, extra_context=None):
        """Signing in, as often as one may try it."""
        if request.method != "POST":
            return super().login(request, extra_context)
        attempt = signing_in.attempt_of(request)
        if standing := attempt.refused():
            return self.too_many_attempts(request, standing)
        answer = super().login(request, extra_context)
        # Whoever may not come in is shown the form again.
        if answer.status_code == 302:
            attempt.succeeded()
            signing_in.remember_browser(answer, request.user.get_username())
        return answer

    def too_many_attempts(self, request, standing):
        context = {
            **self.each_context(request),
            "title": "Signing in has to wait",
            "minutes": ceil(standing.seconds / 60),
            "known_elsewhere": standing.limit.name == "sign-in-to-name",
        }
        page = "admin/quotesdb/too_many_attempts.html"
        headers = {"Retry-After": str(standing.seconds)}
        return TemplateResponse(request, page, context, status=429, headers=headers)

    def busy(self, request, busy):
        context = {**self.each_context(request), "title": "Nothing was saved", "busy": busy}
        return TemplateResponse(request, "admin/quotesdb/busy.html", context, status=503)

    def get_app_list(self, request, app_label=None):
        return grouped(super().get_app_list(request, app_label))


def grouped(apps):
    """Django's list of apps, regrouped by what the records are for; nothing is left out."""
    models = {model["object_name"]: (app, model) for app in apps for model in app["models"]}
    named = {name for names in GROUPS.values() for name in names}
    groups = {**GROUPS, "More": [name for name in models if name not in named]}
    return [
        group(title, [models[name] for name in names if name in models])
        for title, names in groups.items()
        if any(name in models for name in names)
    ]


def group(title, found):
    app, _ = found[-1]
    return {**app, "name": title, "models": [model for _, model in found]}
