import pytest

from quotesdb.refusals import Refusal
from tests.seeds.written import GOOD, line_of, read

RIVERS = ("appearance", "post-1/rivers")


@pytest.fixture
def seeds(tmp_path):
    return read(tmp_path, GOOD)


@pytest.mark.parametrize(
    ("kind", "key", "path", "part"),
    [
        ("speaker", "grace-hill", (), "- slug: grace"),
        ("speaker", "grace-hill", ("kind",), "kind: person"),
        ("outlet", "harbour-post", ("name",), "name: Harbour"),
        ("quote", "rivers", ("said_from",), "said_from"),
        ("article", "post-1", (), "key: post-1"),
        ("article", "post-1", ("relies_on", 0, "outlet"), "- outlet"),
        (*RIVERS, (), "- quote: rivers"),
        (*RIVERS, ("form",), "form:"),
        (*RIVERS, ("segments",), "segments:"),
        (*RIVERS, ("segments", 0), "- Rivers"),
        (*RIVERS, ("chain", 0, "speaker"), "- speaker: grace"),
        (*RIVERS, ("chain", 0, "relation"), "relation: told"),
    ],
)
def test_every_value_has_its_place(seeds, kind, key, path, part):
    place = seeds.places.find(kind, key, path)
    assert (place.file, place.line) == (seeds.files[0], line_of(GOOD, part))


@pytest.mark.parametrize(
    ("path", "part"),
    [
        (("segments", 0, "exact"), "- Rivers"),
        (("chain", 0, "medium"), "- speaker: grace"),
        (("chain", 7, "speaker"), "chain:"),
        (("nested_in",), "- quote: rivers"),
        ((0,), "- quote: rivers"),
    ],
)
def test_a_value_that_is_not_in_the_file_has_the_place_around_it(seeds, path, part):
    assert seeds.places.find(*RIVERS, path).line == line_of(GOOD, part)


def test_what_a_writer_refuses_is_told_as_a_mistake_of_its_file(seeds):
    refusal = Refusal(*RIVERS, ("chain", 0, "speaker"), "there is no speaker grace-hill")
    line = line_of(GOOD, "- speaker: grace")
    assert str(seeds.mistake(refusal)) == f"{seeds.files[0]}:{line}: there is no speaker grace-hill"


def test_what_a_writer_refuses_of_another_record_names_that_record(seeds):
    refusal = Refusal("quote", "elsewhere", (), "it is gone")
    assert str(seeds.mistake(refusal)) == f"{seeds.files[0]}:1: quote elsewhere: it is gone"
