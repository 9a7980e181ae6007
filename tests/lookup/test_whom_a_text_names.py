"""Whether a name in a text is another's than a name of the records."""

import pytest

from quotesdb.lookup.names import Known, is_another
from quotesdb.vocabulary import SpeakerKind

PERSON, OUTLET = SpeakerKind.PERSON, SpeakerKind.OUTLET
ORGANIZATION, ANONYMOUS = SpeakerKind.ORGANIZATION, SpeakerKind.ANONYMOUS

PEOPLE = [
    ("Grace Hill", ["Grace Hill"], False),
    ("Hill", ["Grace Hill"], False),
    ("Ms. Hill", ["Grace Hill"], False),
    ("Senator Grace Hill", ["Grace Hill"], False),
    ("G. Hill", ["Grace Hill"], False),
    ("Gracie Hill", ["Grace Hill"], False),
    ("Grace B. Hill", ["Grace Hill"], False),
    ("GRACE HÍLL", ["Grace Hill"], False),
    ("Grace Hill Jr.", ["Grace Hill"], None),
    ("Amazing Grace", ["Grace Hill", "Amazing Grace"], False),
    ("Joe Hill", ["Joseph Hill"], False),
    ("Oscar Hill", ["Grace Hill"], None),
    ("Grace", ["Grace Hill"], None),
    ("Grace Merrow", ["Grace Hill"], None),
    ("Dmitri Peskof", ["Dmitry Peskov"], None),
    ("Dmitry Peskov", ["Дмитрий Песков"], None),
    ("Tom Arden", ["Grace Hill"], True),
    ("Arden", ["Grace Hill", "G. Hill"], True),
    ("Prince", ["Grace Hill"], True),
]


@pytest.mark.parametrize(("told", "held", "expected"), PEOPLE)
def test_people(told, held, expected):
    assert is_another(told, PERSON, Known(tuple(held), PERSON)) is expected


def test_papers():
    known = Known(("The Harbour Post",), OUTLET)
    assert is_another("Harbour Post", OUTLET, known) is False
    assert is_another("Inland Herald", OUTLET, known) is True
    assert is_another("Harbour Herald", OUTLET, known) is None


def test_a_person_may_speak_for_an_office():
    assert is_another("Tom Arden", PERSON, Known(("Ministry of Tides",), ORGANIZATION)) is None
    assert is_another("Ministry of Tides", ORGANIZATION, Known(("Tom Arden",), PERSON)) is None


def test_unnamed_sources_may_be_anybody():
    source = Known(("senior harbour official",), ANONYMOUS)
    assert is_another("senior harbour official", ANONYMOUS, source) is None
    assert is_another("Tom Arden", PERSON, source) is None
    assert is_another("a senior official", ANONYMOUS, Known(("Tom Arden",), PERSON)) is None
