"""The pages of the review desk."""

from django.contrib import messages
from django.contrib.admin.options import csrf_protect_m
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from quotesdb import vocabulary
from quotesdb.admin.finding import is_id
from quotesdb.admin.lists import ShortCountOfGroups
from quotesdb.admin.review import shown
from quotesdb.admin.review.adding import ArticleForm, submit, told
from quotesdb.models import Article, Candidate
from quotesdb.refusals import Refused
from quotesdb.review.figures import figures
from quotesdb.review.queue import Whose, queue
from quotesdb.review.standing import recorded_in
from quotesdb.review.who_may import LOOK, may_decide

ON_A_PAGE = 50


class Pages:
    """The queue, the review of one article, the figures, and the page to add an article."""

    def page(self, request, template, **context):
        common = {**self.admin_site.each_context(request), "opts": self.opts}
        return TemplateResponse(request, f"admin/quotesdb/review/{template}", {**common, **context})

    def changelist_view(self, request, extra_context=None):
        self.refuse_unless(self.has_view_permission(request))
        asked = request.GET.get("whose", "")
        whose = Whose(asked) if asked in set(Whose) else Whose.ALL
        words = request.GET.get("q", "").replace("\0", "").strip()
        rows = queue(request.user, timezone.now(), whose=whose, words=words)
        lines = ShortCountOfGroups(rows, ON_A_PAGE).get_page(request.GET.get("p"))
        return self.page(
            request,
            "queue.html",
            title="Articles to review",
            lines=lines,
            articles=list(with_articles(lines)),
            whose=whose,
            choices=[(one, f"{one.capitalize()}") for one in Whose],
            words=words,
            may_add=self.has_add_permission(request),
        )

    def article_view(self, request, article):
        self.refuse_unless(self.has_view_permission(request))
        record = Article.objects.select_related("outlet__speaker").filter(pk=article).first()
        text = record and record.texts.first()
        if text is None:
            raise Http404
        get_token(request)
        state = state_of(request, record, text)
        return self.page(
            request,
            "article.html",
            title=str(record),
            article=record,
            text=text,
            earlier=record.texts.exclude(pk=text.pk).defer("body").first(),
            gone=[it for it in state["recorded"] if not it["segments"]],
            state=state,
        )

    def figures_view(self, request):
        self.refuse_unless(self.has_view_permission(request))
        found = figures()
        tables = [("By rule", "Rule", found.by_rule)]
        tables.append(("By confidence", "Confidence", found.by_confidence))
        return self.page(
            request,
            "figures.html",
            title="How well the reader does",
            figures=found,
            tables=tables,
            reasons=[word.replace("_", " ") for word in vocabulary.Rejection],
        )

    @csrf_protect_m
    def add_view(self, request, form_url="", extra_context=None):
        self.refuse_unless(self.has_add_permission(request))
        form = ArticleForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            try:
                proposed = submit(form.submission, request.user)
            except Refused as refused:
                for refusal in refused.refusals:
                    form.add_error(place(form, refusal), refusal.sentence)
            else:
                messages.success(request, told(proposed))
                return HttpResponseRedirect(
                    reverse("admin:quotesdb_candidate_article", args=[proposed.article.pk])
                )
        return self.page(request, "add.html", title="Add an article to review", form=form)

    def refuse_unless(self, allowed):
        if not allowed:
            raise PermissionDenied


def place(form, refusal):
    """The field that a refusal is about, if the form has it."""
    name = refusal.path[0] if refusal.path else None
    return name if name in form.fields else None


def with_articles(lines):
    """The lines of the queue with their articles, and with who has them: in one query."""
    related = ("outlet__speaker", "taken__by")
    held = Article.objects.select_related(*related).in_bulk([line["article"] for line in lines])
    now = timezone.now()
    for line in lines:
        article = held[line["article"]]
        taken = getattr(article, "taken", None)
        yield {
            **line,
            "record": article,
            "taken": taken if taken and taken.until > now else None,
        }


def state_of(request, article, text):
    """All that the review page starts with."""
    candidates = shown.candidates(text)
    own = {one["appearance"] for one in candidates}
    return {
        "article": article.pk,
        "body": text.body,
        "candidates": candidates,
        "recorded": shown.recorded(recorded_in(text), own),
        "me": str(request.user),
        "may_decide": may_decide(request.user),
        "taking": shown.taking(article.pk, request.user, timezone.now()),
        "home": reverse("admin:quotesdb_candidate_changelist"),
        "words": {
            "forms": list(vocabulary.Form),
            "relations": list(vocabulary.Relation),
            "media": list(vocabulary.Medium),
            "certainties": list(vocabulary.Certainty),
            "kinds": list(vocabulary.SpeakerKind),
            "rejections": list(vocabulary.Rejection),
        },
    }


def review_address(request, article):
    """Where an article is reviewed, for those who may look, if there is anything to see."""
    may_look = request.user.has_perms(LOOK) and is_id(article)
    if may_look and Candidate.objects.of_article(article).exists():
        return reverse("admin:quotesdb_candidate_article", args=[article])
    return None
