import pytest

from quotesdb.records import AppearanceRecord, ArticleRecord, QuoteRecord, SpeakerRecord
from quotesdb.vocabulary import Certainty
from seeds.datasets.ledger import Fate
from seeds.datasets.quotebank import SEVERAL
from tests.seeds.datasets.given import all_of, one_of, quotation, quotebank_article, read, what

KIND = "quotebank-articles"


def test_an_article_comes_with_its_title_and_day():
    found, _ = read(KIND, quotebank_article())
    article = one_of(found, ArticleRecord)
    assert (article.title, str(article.published_on)) == ("Winter comes", "2019-03-04")
    assert article.url == "https://www.harbour.example/a"


def test_ids_and_places_stand_in_texts():
    found, _ = read(KIND, quotebank_article())
    assert {it.wikidata_id for it in all_of(found, SpeakerRecord)} == {"Q9000001", "Q9000002"}


def test_all_articles_together_name_the_quotes_speaker_and_each_its_own():
    found, _ = read(KIND, quotebank_article())
    assert one_of(found, QuoteRecord).speaker == "q9000001"
    (hop,) = one_of(found, AppearanceRecord).chain
    assert (hop.speaker, hop.attributed_as) == ("q9000002", "Ada Byron")
    assert hop.certainty is Certainty.INFERRED


def test_nobody_locally_is_an_empty_chain():
    found, _ = read(KIND, quotebank_article(quotation(localTopSpeaker="None")))
    assert one_of(found, AppearanceRecord).chain == ()
    assert one_of(found, QuoteRecord).speaker == "q9000001"


def test_a_name_of_several_people_is_nobody():
    names = [{"name": "Grace Hill", "ids": "[Q1,Q2]", "offsets": "[[1, 2]]"}]
    line = quotebank_article(quotation(localTopSpeaker="Grace Hill"), names=names)
    found, book = read(KIND, line)
    assert one_of(found, QuoteRecord).speaker is None
    assert what(book.lost)[SEVERAL] == 2


def test_context_is_kept_as_far_as_there_is_room():
    found, _ = read(KIND, quotebank_article())
    (segment,) = one_of(found, AppearanceRecord).segments
    assert segment.prefix == "nday evening , Hill said that"[-32:] or len(segment.prefix) <= 32
    assert segment.prefix.endswith("Hill said that")
    assert segment.suffix.startswith(", and that the ice")
    assert len(segment.suffix) <= 32


@pytest.mark.parametrize(
    ("start", "end", "around"),
    [("Hill said", "on Monday", ("Hill said", "on Monday")), (120, 158, ("", ""))],
)
def test_the_other_copy_of_the_format_is_read_too(start, end, around):
    line = quotation(contextStart=start, contextEnd=end)
    del line["leftContext"], line["rightContext"]
    found, book = read(KIND, quotebank_article(line, content="The whole text of the article."))
    (segment,) = one_of(found, AppearanceRecord).segments
    assert (segment.prefix, segment.suffix) == around
    assert what(book.lost)["content"] == 1
    assert book.fates[Fate.DIRT] == 0


def test_a_quotation_that_is_broken_leaves_the_others():
    wordless = quotation(quoteID="2019-03-04-000018", quotation="")
    line = quotebank_article(quotation(), quotation(quoteID="x"), 7, wordless)
    found, book = read(KIND, line)
    assert len(all_of(found, QuoteRecord)) == 1
    assert sum(what(book.dirt).values()) == 3


def test_a_quotation_that_its_article_prints_again_is_counted():
    found, book = read(KIND, quotebank_article(quotation(), quotation()))
    assert len(all_of(found, AppearanceRecord)) == 1
    assert what(book.lost)["a quotation that its article prints again"] == 1


def test_short_quotations_are_left_out():
    found, book = read(KIND, quotebank_article(quotation(quotation="Not now, thanks.")))
    assert found == []
    assert book.fates[Fate.LEFT_OUT] == 1


@pytest.mark.parametrize("url", [None, "", "nowhere", 7])
def test_an_article_without_an_address_is_dirt(url):
    found, book = read(KIND, quotebank_article(url=url))
    assert found == []
    assert book.fates[Fate.DIRT] == 1


def test_phases_hold_for_articles_too():
    found, book = read(KIND, quotebank_article(phase="B"), phases="E")
    assert found == []
    assert what(book.left_out) == {"phase B": 1}


@pytest.mark.parametrize("names", [None, "Grace Hill", [7], [{"name": "Grace Hill", "ids": "x"}]])
def test_names_that_are_none_leave_everybody_unknown(names):
    found, _ = read(KIND, quotebank_article(names=names))
    assert one_of(found, QuoteRecord).speaker is None
