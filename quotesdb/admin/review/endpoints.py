"""The JSON endpoints that the review page asks. What goes wrong is a sentence, and a status."""

from django.http import JsonResponse
from django.utils import timezone
from django.views import View

from quotesdb import review, turns
from quotesdb.admin.finding import is_id
from quotesdb.admin.review import asked, shown, speakers
from quotesdb.admin.review.asked import Malformed, body_of
from quotesdb.models import Article, Candidate
from quotesdb.refusals import Refused
from quotesdb.review.proposals import matches_of, proposal_of, quotes_answering, words_at
from quotesdb.review.who_may import DECIDE, LOOK
from quotesdb.vocabulary import Rejection

SIGNED_OUT = "You are signed out. Sign in again in another window: what you did here is still here."
MAY_NOT = "Your account may look, but not decide. Whoever administers QuotesDB can change that."
NOT_THERE = "This is no longer there."


def sentence(words, status, **more):
    return JsonResponse({"sentence": words, **more}, status=status)


class Endpoint(View):
    """One question of the page, or one deed; only for those who may."""

    needed: tuple[str, ...] = LOOK

    def dispatch(self, request, *args, **kwargs):
        if not (request.user.is_active and request.user.is_staff):
            return sentence(SIGNED_OUT, 403)
        if not request.user.has_perms(self.needed):
            return sentence(MAY_NOT, 403)
        try:
            with turns.noticing():
                return super().dispatch(request, *args, **kwargs)
        except Malformed as error:
            return sentence(str(error), 400)
        except (Candidate.DoesNotExist, Article.DoesNotExist):
            return sentence(NOT_THERE, 404)
        except turns.Busy as busy:
            return sentence(str(busy), 503)
        except Refused as refused:
            said = " ".join(dict.fromkeys(it.sentence for it in refused.refusals))
            return sentence(said, 409, **self.now(request, **kwargs))

    def now(self, request, **kwargs):
        """What stands now, for a page that knew something else."""
        return {}


def rows():
    related = ("text", "nested_in", "decided_by", "appearance__quote__speaker")
    return Candidate.objects.select_related(*related)


def row(number):
    return rows().get(pk=number)


class Proposed(Endpoint):
    """What would be recorded of a candidate."""

    def get(self, request, candidate):
        return JsonResponse(shown.proposal(proposal_of(row(candidate))))


class Candidates(Endpoint):
    """What stands now, for a page that looks on while another curator decides."""

    def get(self, request, article):
        return JsonResponse(
            {
                "candidates": shown.candidates(newest(article)),
                "taking": shown.taking(article, request.user, timezone.now()),
            }
        )


class Speakers(Endpoint):
    """The held speakers that answer to a term; without one, those that the article names."""

    def get(self, request):
        term = request.GET.get("q", "").replace("\0", "").strip()[:100]
        article = request.GET.get("article", "")
        if term or not is_id(article):
            return JsonResponse({"speakers": speakers.found(term)})
        return JsonResponse({"speakers": speakers.named_in(article)})


class Quotes(Endpoint):
    """The held quotes that answer to a term, with how they differ from the words."""

    def post(self, request, article):
        told = body_of(request)
        words = words_at(newest(article), asked.segments(told))
        found = quotes_answering(told.text("term")[:200], words)
        return JsonResponse({"matches": [shown.match(it) for it in found]})


class Matches(Endpoint):
    """What other words, marked by the curator, may be a printing of."""

    def post(self, request, article):
        text = newest(article)
        found = matches_of(words_at(text, asked.segments(body_of(request))))
        return JsonResponse({"matches": [shown.match(it) for it in found]})


def newest(article):
    text = Article.objects.get(pk=article).texts.first()
    if text is None:
        raise Article.DoesNotExist
    return text


class Deciding(Endpoint):
    """A deed of a curator; what stands afterwards is told, also where it was refused."""

    needed = DECIDE

    def now(self, request, candidate=None, article=None):
        held = rows().filter(pk=candidate).first() if candidate else None
        of = held.text.article_id if held else article
        return {
            "candidate": held and shown.candidate(held),
            "taking": shown.taking(of, request.user, timezone.now()),
        }

    def done(self, words, decided):
        return JsonResponse({"sentence": words, "candidate": shown.candidate(row(decided.pk))})


class Accept(Deciding):
    def post(self, request, candidate):
        told = body_of(request)
        decided = review.accept(
            int(candidate),
            asked.verdict(told.part("record") or told),
            by=request.user,
            opened_version=told.number("version") or 0,
        )
        return self.done(recorded_as(decided), decided)


class Add(Deciding):
    """What the reader did not find."""

    def post(self, request, article):
        told = body_of(request)
        verdict = asked.verdict(told.part("record") or told)
        decided = review.add(newest(article).pk, verdict, by=request.user)
        return self.done(recorded_as(decided), decided)


def recorded_as(decided):
    quote = decided.appearance.quote_id
    return f"Recorded as {'new ' if decided.made['quotes'] else 'a wording of '}quote {quote}."


class Reject(Deciding):
    def post(self, request, candidate):
        told = body_of(request)
        decided = review.reject(
            int(candidate),
            told.word("rejection", Rejection),
            by=request.user,
            opened_version=told.number("version") or 0,
            remark=told.text("remark"),
        )
        return self.done(f"Rejected: {decided.get_rejection_display()}.", decided)


class Undo(Deciding):
    def post(self, request, candidate):
        opened = body_of(request).number("version") or 0
        decided = review.undo(int(candidate), by=request.user, opened_version=opened)
        return self.done("Taken back: it waits again.", decided)


class Take(Deciding):
    """Have the article, or learn who has it; asked again and again while the page is open."""

    def post(self, request, article):
        Article.objects.only("pk").get(pk=article)
        review.take(int(article), request.user, over=body_of(request).flag("over"))
        return JsonResponse({"taking": shown.taking(article, request.user, timezone.now())})


class Leave(Deciding):
    def post(self, request, article):
        review.leave(int(article), request.user)
        return JsonResponse({"taking": None})
