import pytest

from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    HopRecord,
    OutletRecord,
    QuoteRecord,
    SpeakerRecord,
)
from quotesdb.vocabulary import AttributionStatus, Certainty, Form, RecordSource, SpeakerKind
from seeds.datasets.ledger import Fate
from seeds.datasets.quotebank import SEVERAL
from tests.seeds.datasets.given import WORDS, all_of, one_of, quotebank, read, what


def test_a_quotation_becomes_an_unverified_quote_of_a_dataset():
    found, _ = read("quotebank", quotebank())
    quote = one_of(found, QuoteRecord)
    assert quote == QuoteRecord(
        "quotebank/2019-03-04-000017",
        WORDS,
        language="en",
        speaker="q9000001",
        record_source=RecordSource.DATASET,
    )
    assert quote.attribution_status is AttributionStatus.UNVERIFIED
    assert (quote.said_from, quote.said_until) == (None, None)


def test_the_speaker_goes_by_the_wikidata_id():
    found, _ = read("quotebank", quotebank())
    assert one_of(found, SpeakerRecord) == SpeakerRecord(
        "q9000001", "Grace Hill", SpeakerKind.PERSON, wikidata_id="Q9000001"
    )


def test_each_address_is_an_article_of_an_outlet_with_the_domain():
    found, _ = read("quotebank", quotebank())
    assert [it.domain for it in all_of(found, OutletRecord)] == ["harbour.example", "post.example"]
    articles = all_of(found, ArticleRecord)
    assert [it.url for it in articles] == [
        "https://www.harbour.example/a",
        "https://post.example/b",
    ]
    assert [str(it.published_on) for it in articles] == ["2019-03-04", "None"]


def test_what_a_machine_found_is_inferred():
    found, _ = read("quotebank", quotebank())
    for appearance in all_of(found, AppearanceRecord):
        assert appearance.form is Form.DIRECT
        assert appearance.chain == (HopRecord("q9000001", certainty=Certainty.INFERRED),)


def test_copies_are_no_witnesses():
    _, book = read("quotebank", quotebank(numOccurrences=900))
    assert what(book.lost)["numOccurrences"] == 1


@pytest.mark.parametrize("speaker", ["None", "", 7, []])
def test_nobody_is_written_as_a_text_and_is_no_name(speaker):
    found, book = read("quotebank", quotebank(speaker=speaker, qids=[]))
    assert one_of(found, QuoteRecord).speaker is None
    assert all_of(found, SpeakerRecord) == []
    assert all(it.chain == () for it in all_of(found, AppearanceRecord))
    assert not [sentence for sentence in book.lost if "unknown" in sentence]


@pytest.mark.parametrize("qids", [["Q1", "Q2"], "[Q1,Q2]"])
def test_of_several_people_of_one_name_none_is_guessed(qids):
    found, book = read("quotebank", quotebank(qids=qids))
    assert one_of(found, QuoteRecord).speaker is None
    assert book.lost[SEVERAL].count == 1
    (example,) = book.lost[SEVERAL].examples
    assert example.shown == "Grace Hill Q1 Q2"


@pytest.mark.parametrize("qids", [[], None, ["who"], ["Q0"]])
def test_a_name_without_an_id_is_nobody_in_particular(qids):
    found, book = read("quotebank", quotebank(qids=qids))
    assert one_of(found, QuoteRecord).speaker is None
    assert what(book.lost)["a speaker without a Wikidata id: left unknown"] == 1


def test_the_same_id_twice_is_one():
    found, _ = read("quotebank", quotebank(qids=["Q9000001", "Q9000001"]))
    assert one_of(found, QuoteRecord).speaker == "q9000001"


def test_who_is_named_in_the_words_has_hardly_said_them():
    words = "We are glad that Grace Hill came to the harbour."
    found, book = read("quotebank", quotebank(quotation=words))
    assert one_of(found, QuoteRecord).speaker is None
    assert any("the quotation itself names" in sentence for sentence in book.dirt)


def test_a_name_inside_of_a_word_is_not_named():
    words = "The uphill grace hillside path stays open."
    found, _ = read("quotebank", quotebank(quotation=words, speaker="Grace Hill"))
    assert one_of(found, QuoteRecord).speaker == "q9000001"


@pytest.mark.parametrize(
    "probas",
    [
        [["Grace Hill", 0.9], ["None", 0.1]],
        [["Grace Hill", "0.9"], ["None", "1e-05"]],
        [{"speaker": "Grace Hill", "probability": 0.9}],
        [],
    ],
)
def test_likelihoods_come_in_many_ways(probas):
    found, book = read("quotebank", quotebank(probas=probas))
    assert len(found) == 1
    assert book.dirt == {}


@pytest.mark.parametrize("probas", ["0.9", [["Grace Hill"]], [["Grace Hill", "much"]], [7]])
def test_likelihoods_that_are_none_are_dirt(probas):
    _, book = read("quotebank", quotebank(probas=probas))
    assert what(book.dirt) == {"probas: no pairs of a name and a number": 1}


@pytest.mark.parametrize("phase", "ABCD")
def test_words_of_early_phases_are_dirt_by_phase(phase):
    found, book = read("quotebank", quotebank(phase=phase))
    assert len(found) == 1
    assert what(book.dirt) == {f"phase {phase}: words that may have lost letters": 1}


def test_only_the_phases_that_are_wanted_come_in():
    lines = [quotebank(phase=phase, quoteID=f"2019-03-04-{phase!r:0>6}") for phase in "ABCDE"]
    lines = [{**line, "quoteID": f"2019-03-04-00000{n}"} for n, line in enumerate(lines)]
    found, book = read("quotebank", *lines, phases="DE")
    assert [line.line for line in found] == [4, 5]
    assert what(book.left_out) == {"phase A": 1, "phase B": 1, "phase C": 1}


def test_an_unknown_phase_is_dirt():
    found, book = read("quotebank", quotebank(phase="F"))
    assert len(found) == 1
    assert what(book.dirt) == {"phase: none of A to E": 1}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("the cafÃ© by the harbour stays open", "UTF-8 that was read as Latin-1"),
        ("the cafã© by the harbour stays open", "UTF-8 that was read as Latin-1"),
        ("The caf? by the harbour? It isn?t open.", 'a "?" inside a word, for a letter'),
        ("the harbour will stay open all winter", "words without any capital letter"),
    ],
)
def test_damaged_letters_are_counted_and_kept(words, sentence):
    found, book = read("quotebank", quotebank(quotation=words))
    assert one_of(found, QuoteRecord).text == words
    assert what(book.dirt)[sentence] == 1


def test_a_question_is_no_lost_letter():
    _, book = read("quotebank", quotebank(quotation="Is the harbour open? It is not open."))
    assert book.dirt == {}


def test_fewer_than_five_words_are_left_out():
    found, book = read("quotebank", quotebank(quotation="It stays quite open."))
    assert found == []
    assert book.fates[Fate.LEFT_OUT] == 1
    assert len(read("quotebank", quotebank(quotation="It stays."), shortest=2)[0]) == 1


@pytest.mark.parametrize("name", [None, "", "17", "2019-03-04", "2019-03-04-1/../x", 2019])
def test_without_an_id_it_could_not_be_known_again(name):
    found, book = read("quotebank", quotebank(quoteID=name))
    assert found == []
    assert what(book.dirt) == {"quoteID: not a day and a number": 1}


@pytest.mark.parametrize("words", [None, "", " \u200b ", "…—!", 7])
def test_no_words_are_no_quotation(words):
    found, book = read("quotebank", quotebank(quotation=words))
    assert found == []
    assert book.fates[Fate.DIRT] == 1


def test_addresses_that_are_none_are_dirt_and_the_others_are_kept():
    urls = ["ftp://a.example/x", "https://post.example/b", 7, "http://", "https://post.example/b"]
    found, book = read("quotebank", quotebank(urls=urls))
    assert [it.url for it in all_of(found, ArticleRecord)] == ["https://post.example/b"]
    assert what(book.dirt) == {"an address that is none of the web": 2}
    assert one_of(found, ArticleRecord).published_on is None


def test_an_address_of_numbers_has_no_outlet():
    found, _ = read("quotebank", quotebank(urls=["http://192.0.2.7/story"]))
    assert one_of(found, ArticleRecord).outlet is None
    assert all_of(found, OutletRecord) == []


def test_ways_to_read_a_site_are_one_outlet_and_its_parts_are_others():
    urls = [f"https://{host}harbour.example/a" for host in ("", "www.", "m.", "amp.", "blog.")]
    found, _ = read("quotebank", quotebank(urls=urls))
    domains = {it.domain for it in all_of(found, OutletRecord)}
    assert domains == {"harbour.example", "blog.harbour.example"}


def test_no_two_domains_share_a_slug():
    found, _ = read("quotebank", quotebank(urls=["http://a-b.example/", "http://a.b.example/"]))
    assert len({it.slug for it in all_of(found, OutletRecord)}) == 2


def test_letters_that_cannot_be_kept_are_taken_out():
    found, book = read("quotebank", quotebank(quotation="The harbour\x00 will \ud800stay open."))
    assert one_of(found, QuoteRecord).text == "The harbour will stay open."
    assert what(book.dirt)["letters that cannot be kept, taken out"] == 1


def test_a_broken_day_is_dirt():
    found, book = read("quotebank", quotebank(date="0000-00-00 00:00:00"))
    assert {it.published_on for it in all_of(found, ArticleRecord)} == {None}
    assert what(book.dirt) == {"date: no day, or one of two": 1}
