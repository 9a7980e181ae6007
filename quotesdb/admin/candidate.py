from django.contrib import admin
from django.urls import path, re_path

from quotesdb.admin.review import endpoints
from quotesdb.admin.review.pages import Pages
from quotesdb.models import Candidate

ARTICLE = r"^article/(?P<article>[0-9]{1,18})/"
ONE = r"^(?P<candidate>[0-9]{1,18})/"


@admin.register(Candidate)
class CandidateAdmin(Pages, admin.ModelAdmin):
    """What readers proposed: reviewed article by article, on pages of its own."""

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            path("", wrap(self.changelist_view), name="quotesdb_candidate_changelist"),
            path("add/", wrap(self.add_view), name="quotesdb_candidate_add"),
            path("figures/", wrap(self.figures_view), name="quotesdb_candidate_figures"),
            re_path(rf"{ARTICLE}$", wrap(self.article_view), name="quotesdb_candidate_article"),
            re_path(rf"{ARTICLE}candidates/$", endpoints.Candidates.as_view()),
            re_path(rf"{ARTICLE}take/$", endpoints.Take.as_view()),
            re_path(rf"{ARTICLE}leave/$", endpoints.Leave.as_view()),
            re_path(rf"{ARTICLE}add/$", endpoints.Add.as_view()),
            re_path(rf"{ARTICLE}matches/$", endpoints.Matches.as_view()),
            re_path(rf"{ARTICLE}quotes/$", endpoints.Quotes.as_view()),
            path("speakers/", endpoints.Speakers.as_view()),
            re_path(rf"{ONE}$", endpoints.Proposed.as_view()),
            re_path(rf"{ONE}accept/$", endpoints.Accept.as_view()),
            re_path(rf"{ONE}reject/$", endpoints.Reject.as_view()),
            re_path(rf"{ONE}undo/$", endpoints.Undo.as_view()),
        ]

    def has_delete_permission(self, request, obj=None):
        return False
