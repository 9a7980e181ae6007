"""By its name, through whatever door."""

import pytest

from quotesdb import curation
from quotesdb.ingest import Located, StoppedAt, bring_many, load
from quotesdb.models import Quote, Speaker
from quotesdb.records import OutletRecord, QuoteRecord, SpeakerRecord
from quotesdb.refusals import Refused
from quotesdb.vocabulary import SpeakerKind
from tests.factory import make_outlet, make_quote, make_speaker
from tests.redacting.scene import forget

pytestmark = pytest.mark.django_db

QUOTE = (
    'The record with the key "ready" was redacted: it does not come back, and its name stays taken.'
)
SPEAKER = (
    'The record with the slug "grace-hill" was redacted: it does not come back, and its name stays '
    "taken."
)


@pytest.fixture
def redacted():
    forget(make_quote("Words.", key="ready"))
    forget(make_speaker("Grace Hill"))


def test_at_the_desk(redacted):
    with pytest.raises(Refused, match="stays taken"):
        curation.keep_quote(Quote(text="Words.", key="ready"), by=None)
    with pytest.raises(Refused, match="stays taken"):
        curation.keep_speaker(Speaker(name="G", slug="grace-hill", kind="person"), by=None)


def test_another_of_that_name_has_another_slug(redacted):
    assert make_speaker("Grace Hill").slug == "grace-hill-2"


def test_by_an_import_of_files(redacted):
    with pytest.raises(Refused) as refused:
        load([QuoteRecord("ready", "Words.")], importer="seeds")
    assert [it.sentence for it in refused.value.refusals] == [QUOTE]


def test_in_bulk(redacted):
    records = [
        QuoteRecord("other", "Words."),
        QuoteRecord("ready", "Words."),
        SpeakerRecord("grace-hill", "Grace", SpeakerKind.PERSON),
        OutletRecord("grace-hill", "Grace's"),
    ]
    located = [Located(record, str(at)) for at, record in enumerate(records)]
    report = bring_many(located, why="again")
    assert [it.sentence for it in report.refusals] == [
        QUOTE,
        SPEAKER,
        SPEAKER,
    ]
    assert list(Quote.objects.values_list("key", flat=True)) == ["other"]
    with pytest.raises(StoppedAt):
        bring_many(located, why="again", keep_going=False)


def test_an_outlet_and_the_speaker_that_it_is():
    forget(make_outlet("The Harbour Post"))
    record = Located(OutletRecord("the-harbour-post", "The Harbour Post"), "1")
    assert len(bring_many([record], why="again").refusals) == 1
    assert make_outlet("The Harbour Post").speaker.slug == "the-harbour-post-2"
