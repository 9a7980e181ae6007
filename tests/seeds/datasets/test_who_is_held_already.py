"""What is recorded by curators, or by another dataset, is recognised and never changed."""

import pytest

from quotesdb.ingest import load
from quotesdb.models import Appearance, Article, Outlet, Quote, Speaker
from quotesdb.models.history import Act, acting
from quotesdb.records import ArticleRecord, OutletRecord, SpeakerRecord
from quotesdb.vocabulary import Door, SpeakerKind
from tests.ingest.brought import by_hand, merge
from tests.seeds.datasets.all_formats import files
from tests.seeds.datasets.given import (
    bring,
    claimreview,
    counted,
    fates,
    gqg,
    quotation,
    quotebank,
    quotebank_article,
    write,
)

pytestmark = pytest.mark.django_db

HILL = SpeakerRecord("grace-hill", "Grace Hill", SpeakerKind.PERSON, wikidata_id="Q9000001")
POST = OutletRecord("the-post", "The Post", domain="post.example")


def hold(*records):
    load(records, importer="seeds")


def test_a_speaker_is_known_by_the_wikidata_id(tmp_path):
    hold(HILL)
    bring("quotebank", write(tmp_path, quotebank(speaker="Hill")))
    assert Quote.objects.get().speaker.slug == "grace-hill"
    assert Speaker.objects.get(wikidata_id="Q9000001").name == "Grace Hill"


def test_a_name_alone_makes_nobody_the_same(tmp_path):
    hold(SpeakerRecord("grace-hill", "Grace Hill", SpeakerKind.PERSON))
    bring("csv", write(tmp_path, "text,speaker", "The ice is gone.,Grace Hill", name="t.csv"))
    assert Quote.objects.get().speaker.slug != "grace-hill"


def test_one_name_without_an_id_is_one_speaker_in_a_dataset_and_another_in_the_next(tmp_path):
    file = write(
        tmp_path,
        "text,speaker",
        "The ice is gone.,Grace Hill",
        "It froze.,Grace Hill",
        name="t.csv",
    )
    bring("csv", file)
    assert len({quote.speaker_id for quote in Quote.objects.all()}) == 1
    bring("csv", file, dataset="others")
    assert Speaker.objects.filter(name="Grace Hill").count() == 2


def test_two_names_of_one_id_are_one_speaker(tmp_path):
    lines = [quotebank(), quotebank(quoteID="2019-03-04-000018", speaker="Dame Grace Hill")]
    bring("quotebank", write(tmp_path, *lines))
    assert Speaker.objects.get(wikidata_id="Q9000001").quotes.count() == 2


def test_an_outlet_is_known_by_its_domain(tmp_path):
    hold(POST)
    bring("gqg", write(tmp_path, gqg()))
    assert Article.objects.get().outlet.speaker.slug == "the-post"
    assert Outlet.objects.count() == 1


def test_an_article_is_known_by_its_address_and_stays_as_the_curator_has_it(tmp_path):
    hold(ArticleRecord("ships", title="About ships", url="https://post.example/ships"))
    book = bring("gqg", write(tmp_path, gqg()))
    article = Article.objects.get()
    assert (article.key, article.title, article.outlet) == ("ships", "About ships", None)
    assert Appearance.objects.get().article == article
    assert counted(book, "lost")["what is told of an article that a curator recorded"] == 1
    assert Outlet.objects.count() == 0


def test_what_was_merged_away_leads_to_the_survivor(tmp_path):
    hold(HILL, SpeakerRecord("dame-grace", "Dame Grace", SpeakerKind.PERSON))
    merge(Speaker.objects.get(slug="grace-hill"), Speaker.objects.get(slug="dame-grace"))
    bring("quotebank", write(tmp_path, quotebank()))
    assert Quote.objects.get().speaker.slug == "dame-grace"
    assert {hop.speaker.slug for it in Appearance.objects.all() for hop in it.chain.all()} == {
        "dame-grace"
    }


def test_a_quote_that_was_merged_away_stays_so(tmp_path):
    file = write(tmp_path, quotebank(), quotebank(quoteID="2019-03-04-000018"))
    bring("quotebank", file)
    one, other = Quote.objects.order_by("pk")
    merge(other, one)
    more = quotebank(quoteID="2019-03-04-000018", urls=["https://third.example/c"])
    book = bring("quotebank", write(tmp_path, more))
    assert fates(book) == {"read": 1, "imported": 1}
    assert Appearance.objects.get(article__url="https://third.example/c").quote == one


def test_what_was_deleted_by_hand_stays_deleted(tmp_path):
    file = write(tmp_path, quotebank())
    bring("quotebank", file)
    with acting(Act(Door.ADMIN)):
        Appearance.objects.all().delete()
        Quote.objects.all().delete()
    book = bring("quotebank", file)
    assert fates(book) == {"read": 1, "same": 1}
    assert counted(book, "lost")["what a curator deleted: it stays away, with what names it"] == 3
    assert Quote.objects.count() == 0


def test_what_a_curator_changed_stays(tmp_path):
    file = write(tmp_path, quotebank())
    bring("quotebank", file)
    by_hand(Quote.objects.get(), text="The harbour will stay open.", speaker=None)
    book = bring("quotebank", file)
    assert fates(book) == {"read": 1, "same": 1}
    assert counted(book, "lost")["what a curator changed by hand: it stays so"] == 1
    quote = Quote.objects.get()
    assert (quote.text, quote.speaker) == ("The harbour will stay open.", None)


def test_the_other_file_completes_and_never_changes(tmp_path):
    address = ["https://www.harbour.example/a"]
    bring("quotebank", write(tmp_path, quotebank(speaker="None", qids=[], urls=address)))
    article = write(tmp_path, quotebank_article(quotation(quotation="The harbour stays open.")))
    bring("quotebank-articles", article, shortest=1)
    quote = Quote.objects.get()
    assert quote.speaker.slug == "q9000001"
    assert quote.text == "The harbour will stay open all winter."
    assert Article.objects.get().title == "Winter comes"
    book = bring("quotebank-articles", article, shortest=1)
    assert fates(book) == {"read": 1, "same": 1}
    lost = counted(book, "lost")
    assert lost["an article's wording of a quote, where another was held already"] == 1


def test_another_speaker_of_a_held_quote_is_lost_and_told(tmp_path):
    bring("quotebank", write(tmp_path, quotebank()))
    book = bring("quotebank", write(tmp_path, quotebank(speaker="Ada Byron", qids=["Q9000002"])))
    assert counted(book, "lost")["a quote's speaker, where another was held already"] == 1
    assert Quote.objects.get().speaker.slug == "q9000001"
    assert not Speaker.objects.filter(slug="q9000002").exists()


def test_reviews_of_one_page_rely_on_all_that_either_saw(tmp_path):
    item = claimreview()["itemReviewed"]
    second = claimreview(
        claimReviewed="Ice closes harbours.",
        itemReviewed={**item, "firstAppearance": "https://post.example/second"},
    )
    for _ in range(2):
        bring("claimreview", write(tmp_path, claimreview(), second))
        review = Article.objects.get(url="https://checkers.example/ice")
        assert {on.source.url for on in review.relies_on.all()} == {
            "https://post.example/first",
            "https://post.example/second",
        }


def test_everything_is_unverified_and_of_a_dataset(tmp_path):
    for kind, file in files(tmp_path).items():
        bring(kind, file)
    told = Quote.objects.values_list("attribution_status", "record_source").distinct().order_by()
    assert list(told) == [("unverified", "dataset")]


def test_history_tells_which_dataset_and_why(tmp_path):
    bring("quotebank", write(tmp_path, quotebank()))
    (change,) = Quote.objects.get().history.all()
    assert change.history_change_reason == "brought by quotebank"
