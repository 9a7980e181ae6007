"""What is invented for the examples: a retraction, which the seeds have not, and who writes."""

from datetime import date, timedelta

from django.utils import timezone

from quotesdb import curation, keys
from quotesdb.merging.alike import Pair
from quotesdb.merging.duplicates import keep as keep_pairs
from quotesdb.models import (
    Appearance,
    Article,
    Correction,
    Curator,
    Outlet,
    Quote,
    Reliance,
    Segment,
    Speaker,
)
from quotesdb.vocabulary import Alike, Mergeable, Scope

WORDS = "The harbour will close on Friday."
WHY = "invented for the examples"


def invent_a_retraction():
    """A paper reports what nobody said, another one relies on it, and the first takes it back."""
    quote = Quote(key="harbour-will-close", text=WORDS, language="en")
    curation.keep_quote(quote, by=None, why=WHY)
    report = _article("The Harbour Post", "harbour-post-closing", date(2024, 3, 1))
    copy = _article("The Inland Herald", "inland-herald-closing", date(2024, 3, 2), report)
    for article in (report, copy):
        _print(quote, article)
    retraction = Correction(
        key="harbour-post-closing-retracted",
        article=report,
        kind="retracted",
        reason="The harbour master never spoke to the paper.",
        made_on=date(2024, 3, 4),
        source_url="https://harbour-post.example/corrections/2024-03-04",
    )
    curation.keep_correction(retraction, by=None, why=WHY)
    pair = Pair(Mergeable.OUTLET, report.outlet_id, copy.outlet_id, Alike.NEAR_NAME, 0.8)
    keep_pairs([pair], timezone.now())


def _article(paper, key, day, *sources):
    outlet, speaker = Outlet(language="en"), Speaker(name=paper)
    outlet.speaker = speaker
    curation.keep_outlet(outlet, speaker, by=None, why=WHY)
    article = Article(key=key, outlet=outlet, published_on=day, language="en")
    relies_on = [Reliance(source=source, kind="republishes") for source in sources]
    curation.keep_article(article, relies_on=relies_on, by=None, why=WHY)
    return article


def _print(quote, article):
    printed = Appearance(
        key=f"{article.key}/{quote.key}", quote=quote, article=article, form="direct", language="en"
    )
    segments = [Segment(position=0, exact=WORDS)]
    curation.keep_appearance(printed, segments=segments, chain=[], by=None, why=WHY)


def invent_a_writer():
    """The secret of a key whose owner may do everything."""
    writer = Curator.objects.create_superuser("example")
    tomorrow = timezone.now() + timedelta(days=1)
    return keys.make_key(writer, label=WHY, scope=Scope.CURATE, expires_at=tomorrow)[1]
