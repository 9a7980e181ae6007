from io import BytesIO

import pytest

from quotesdb.records import (
    AppearanceRecord,
    ArticleRecord,
    OutletRecord,
    QuoteRecord,
    SpeakerRecord,
)
from quotesdb.vocabulary import Certainty, Form, RecordSource, SpeakerKind
from seeds.datasets import csv_rows
from seeds.datasets import table as table_of_rows
from seeds.datasets.csv_rows import Table
from seeds.datasets.found import Wanted
from seeds.datasets.ledger import Fate, Ledger
from seeds.datasets.lines import Broken, Source
from seeds.datasets.table import NoTable
from tests.seeds.datasets.given import all_of, one_of, read, what

ROW = "The ice is gone.,Grace Hill,https://post.example/a"
HEAD = "text,speaker,url"


def table(*rows, encoding="utf-8", end="\n"):
    return read("csv", data=(end.join(rows) + end).encode(encoding))


def cells(**columns):
    """One row with these columns."""
    quoted = ('"' + value.replace('"', '""') + '"' for value in columns.values())
    return table(",".join(columns), ",".join(quoted))


def test_a_row_is_one_printing_of_a_quote():
    found, _ = table(HEAD, ROW)
    quote = one_of(found, QuoteRecord)
    assert (quote.text, quote.record_source) == ("The ice is gone.", RecordSource.DATASET)
    assert one_of(found, SpeakerRecord).name == "Grace Hill"
    assert one_of(found, ArticleRecord).url == "https://post.example/a"
    assert one_of(found, AppearanceRecord).quote == quote.key


def test_all_columns_find_their_place():
    found, _ = cells(
        text="The ice is gone",
        key="ice",
        reference="The ice is gone now.",
        language="English",
        said_from="2020-01-02",
        said_until="3 January 2020",
        occasion="At the council",
        speaker="Grace Hill",
        wikidata_id="https://www.wikidata.org/wiki/Q9000001",
        speaker_kind="person",
        attributed_as="the harbour master",
        relation="told",
        medium="press conference",
        cue="told",
        form="mixed",
        prefix="she said",
        suffix="today",
        url="https://post.example/a",
        title="Ice",
        outlet="The Post",
        published_on="2020-01-04",
    )
    quote, appearance = one_of(found, QuoteRecord), one_of(found, AppearanceRecord)
    assert (quote.key, quote.text, quote.language) == ("ice", "The ice is gone now.", "en")
    assert (str(quote.said_from), str(quote.said_until)) == ("2020-01-02", "2020-01-03")
    assert (quote.occasion, quote.speaker) == ("At the council", "q9000001")
    assert (appearance.form, appearance.cue) == (Form.MIXED, "told")
    assert appearance.segments[0].prefix == "she said"
    (hop,) = appearance.chain
    assert (hop.attributed_as, hop.relation, hop.medium) == (
        "the harbour master",
        "told",
        "press_conference",
    )
    assert hop.certainty is Certainty.STATED
    assert (one_of(found, OutletRecord).name, one_of(found, OutletRecord).domain) == (
        "The Post",
        "post.example",
    )
    assert str(one_of(found, ArticleRecord).published_on) == "2020-01-04"


def test_who_is_not_said_to_be_named_is_inferred():
    found, _ = table(HEAD, ROW)
    assert one_of(found, AppearanceRecord).chain[0].certainty is Certainty.INFERRED


def test_rows_of_one_key_print_one_quote():
    found, _ = table(
        "key,text,url", "ice,It is gone,http://a.example/", "ice,Gone,http://b.example/"
    )
    assert {it.key for it in all_of(found, QuoteRecord)} == {"ice"}
    assert len({it.key for it in all_of(found, AppearanceRecord)}) == 2


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_whatever_separates(separator, end):
    found, _ = table(HEAD.replace(",", separator), ROW.replace(",", separator), end=end)
    assert one_of(found, SpeakerRecord).name == "Grace Hill"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_of_byte_order_tells_the_encoding(encoding):
    found, _ = table(HEAD, "Das Eis schmölze früh.,Grace Hill,", encoding=encoding)
    assert one_of(found, QuoteRecord).text == "Das Eis schmölze früh."


def test_another_encoding_is_asked_for():
    with pytest.raises(Broken, match="--encoding"):
        table(HEAD, "Das Eis schmölze früh.,Grace Hill,", encoding="cp1252")


def test_spreadsheets_say_how_they_separate():
    found, _ = table("sep=;", HEAD.replace(",", ";"), ROW.replace(",", ";"))
    assert found[0].line == 3


def test_spreadsheets_leave_their_dirt():
    found, book = cells(
        text='="The ice is gone."', speaker="#REF!", title="Ice_x000D_ today", url=""
    )
    assert one_of(found, QuoteRecord).text == "The ice is gone."
    assert all_of(found, SpeakerRecord) == []
    assert one_of(found, ArticleRecord).title == "Ice today"
    assert what(book.dirt) == {"a formula in the place of a text": 1, "a formula that failed": 1}


def test_a_day_that_may_be_two_is_none():
    _, book = cells(text="The ice is gone.", said_from="03/04/2019", said_until="43831")
    assert what(book.dirt) == {
        "said_from: no day, or one of two": 1,
        "said_until: no day, or one of two": 1,
    }


def test_lines_inside_of_cells_count():
    found, _ = table(HEAD, '"The ice\nis gone.",Grace Hill,', ROW)
    assert [line.line for line in found] == [2, 4]
    assert found[0].records[-1].text == "The ice is gone."


def test_empty_rows_are_left_out_and_long_ones_are_dirt():
    found, book = table(HEAD, ",,", ROW + ",spare", ROW + ",,", "Only words here.")
    assert len(found) == 2
    assert (book.fates[Fate.LEFT_OUT], book.fates[Fate.DIRT]) == (1, 1)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"form": "spoken"}, "form: none of direct, indirect, mixed"),
        ({"wikidata_id": "42"}, "wikidata_id"),
        ({"key": "two words"}, "key"),
        ({"said_from": "2020-02-02", "said_until": "2020-02-01"}, "said_from is later"),
        ({"speaker_kind": "outlet"}, "speaker_kind"),
    ],
)
def test_cells_that_cannot_be_meant_make_a_row_dirt(row, sentence):
    found, book = cells(text="The ice is gone.", url="https://post.example/a", **row)
    assert found == []
    (said,) = book.dirt
    assert sentence in said


def test_an_unclosed_mark_does_not_swallow_the_file_in_silence():
    found, book = table(HEAD, ROW, '"The ice is gone.,Grace Hill,', *[ROW] * 3)
    assert [line.line for line in found] == [2]
    ((sentence, tally),) = book.dirt.items()
    assert "unexpected end of data" in sentence
    assert [(it.line, it.shown) for it in tally.examples] == [(3, "lines 3 to 6")]


def test_marks_that_are_not_doubled_are_not_guessed_at():
    found, book = table(HEAD, '"She said "never" again.",Grace Hill,', ROW)
    assert [line.line for line in found] == [3]
    assert book.fates[Fate.DIRT] == 1


def test_a_cell_without_an_end_is_dirt_and_the_reading_goes_on(monkeypatch):
    monkeypatch.setattr(table_of_rows, "LONGEST_CELL", 100)
    found, book = table(HEAD, "x" * 200 + ",Grace Hill,", ROW)
    assert [line.line for line in found] == [3]
    assert book.fates[Fate.DIRT] == 1


@pytest.mark.parametrize("header", ["words,speaker", "", "text,text"])
def test_a_header_is_needed(header):
    with pytest.raises(NoTable):
        table(header, ROW)


def test_columns_are_called_otherwise_by_others():
    stream = BytesIO(b"Quote,Who\nThe ice is gone.,Grace Hill\n")
    names = {"Quote": "text", "Who": "speaker"}
    found = csv_rows.read(Source(stream, stream), Ledger(), Table(Wanted("csv"), names=names))
    assert one_of(list(found), SpeakerRecord).name == "Grace Hill"


def test_columns_that_nobody_reads_are_told():
    _, book = table("text,speeker,url", ROW)
    assert what(book.lost) == {"the column speeker, did you mean speaker?": 1}


def test_without_an_address_an_article_is_its_title_outlet_and_day():
    found, _ = table("text,title,outlet", "The ice is gone.,Ice,The Post")
    assert one_of(found, ArticleRecord).url == ""
    assert one_of(found, OutletRecord).domain == ""


def test_with_nothing_of_an_article_there_is_only_the_quote():
    found, _ = table("text,speaker", "The ice is gone.,Grace Hill")
    assert all_of(found, AppearanceRecord) == []


def test_an_unnamed_source_is_one():
    found, _ = table("text,speaker,speaker_kind", "The ice is gone.,a senior captain,anonymous")
    assert one_of(found, SpeakerRecord).kind is SpeakerKind.ANONYMOUS
