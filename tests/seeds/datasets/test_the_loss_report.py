import pytest
from django.core.management import CommandError

from quotesdb.models import Curator, Quote
from seeds.datasets.ledger import EXAMPLES, MOST_KINDS, OTHERS, Ledger
from tests.seeds.all_rows import checksums
from tests.seeds.datasets.all_formats import files
from tests.seeds.datasets.given import bring, fates, quotebank, told, write

pytestmark = pytest.mark.django_db


def test_every_line_has_one_fate(tmp_path):
    for kind, file in files(tmp_path).items():
        lines = bring(kind, file)["lines"]
        assert lines.pop("read") == sum(lines.values()) > 1


def test_a_loss_is_counted_and_shown_by_line(tmp_path):
    file = write(tmp_path, quotebank(), "{", quotebank(quoteID="2019-03-04-000018"))
    book, said = told("quotebank", file)
    lost = book["lost"]["numOccurrences"]
    assert (lost["count"], [it["line"] for it in lost["examples"]]) == (2, [1, 3])
    assert book["dirt"]["no JSON"]["examples"] == [{"file": str(file), "line": 2, "shown": "{"}]
    assert "lines read                   3" in said
    assert f"{file}:2: {{" in said


def test_examples_and_kinds_have_an_end():
    book = Ledger()
    for number in range(MOST_KINDS + 50):
        book.lose(f"field {number}")
        book.lose("always")
    assert len(book.lost) == MOST_KINDS + 1
    assert book.lost[OTHERS].count > 1
    assert len(book.lost["always"].examples) == EXAMPLES


def test_what_is_shown_is_short_and_on_one_line():
    book = Ledger()
    book.soil("x", "a\nb\x00\ud800" + "c" * 5_000)
    (example,) = book.dirt["x"].examples
    assert len(example.shown) <= 80
    assert example.shown.isprintable()


def test_checking_keeps_nothing_and_tells_the_same(tmp_path):
    before = checksums()
    given = files(tmp_path)
    checked = {kind: bring(kind, file, check=True) for kind, file in given.items()}
    assert checksums() == before
    for kind, file in given.items():
        book = bring(kind, file, check=True)
        assert book["lines"] == checked[kind]["lines"]
        assert book["checked_only"]


def test_no_more_lines_than_asked_for(tmp_path):
    lines = [quotebank(quoteID=f"2019-03-04-{number:06}") for number in range(9)]
    assert fates(bring("quotebank", write(tmp_path, "{", *lines), limit=4)) == {
        "read": 4,
        "dirt": 1,
        "imported": 3,
    }


def test_who_answers_for_it_stands_in_the_history(tmp_path):
    curator = Curator.objects.create(username="ada")
    bring("quotebank", write(tmp_path, quotebank()), by="ada", why="for the winter")
    (change,) = Quote.objects.get().history.all()
    assert (change.history_user, change.history_change_reason) == (curator, "for the winter")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"by": "nobody"}, 'no curator "nobody"'),
        ({"phases": "EF"}, "others than A to E"),
        ({"limit": 0}, "at least 1"),
        ({"map": ["Quote=words"]}, "no column 'words'"),
        ({"encoding": "morse"}, "morse"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_read(tmp_path, options, said):
    kind = "csv" if options.keys() & {"map", "encoding"} else "quotebank"
    with pytest.raises(CommandError, match=said):
        bring_without_a_report(kind, write(tmp_path, quotebank()), **options)
    assert Quote.objects.count() == 0


def bring_without_a_report(kind, file, **options):
    (file.parent / "report.out").write_text('{"lines": {"read": 0}}')
    return told(kind, file, **options)
