"""The source stays, and nothing tells who it turned out to be."""

import pytest

from quotesdb import curation
from quotesdb.models import Change, Speaker
from quotesdb.redacting import forget_identity
from quotesdb.refusals import Refused
from quotesdb.vocabulary import Ground
from tests.dumps.elsewhere import run
from tests.factory import make_quote, make_speaker
from tests.redacting.scene import person
from tests.verifying.sound import found

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    somebody = make_speaker("Tom Arden")
    source = make_speaker("a senior official", kind="anonymous", identified_as=somebody)
    make_quote(speaker=source)
    source.identified_as = None
    curation.keep_speaker(source, by=None)
    source.identified_as = somebody
    curation.keep_speaker(source, by=None)
    return source


def forget(source, by=None):
    forget_identity(source.slug, by=by, because=Ground.SAFETY)


def test_it_is_nowhere_in_its_history(source):
    forget(source)
    assert not Speaker.history.exclude(identified_as=None).exists()
    held = Speaker.objects.get(pk=source.pk)
    assert (held.identified_as, held.version) == (None, 4)
    assert Change.objects.latest("pk").what == "changed"
    assert found() == {}


def test_also_if_it_was_taken_back_before(source):
    source.identified_as = None
    curation.keep_speaker(source, by=None)
    forget(source)
    assert not Speaker.history.exclude(identified_as=None).exists()
    assert found() == {}


def test_editors_alone(source):
    with pytest.raises(Refused, match="Only editors"):
        forget(source, by=person("Curators"))
    assert Speaker.history.exclude(identified_as=None).exists()
    forget(source, by=person("Editors"))


def test_where_nothing_was_recorded(source):
    with pytest.raises(Refused, match="Nobody is recorded"):
        forget(make_speaker("Grace Hill"))


def test_by_the_command(source):
    made = ("redact", "speaker", source.slug, "--only-identity", "--leave-freed")
    assert "Nothing was redacted" in run(*made)[0]
    assert Speaker.objects.get(pk=source.pk).identified_as is not None
    assert "The identity was redacted." in run(*made, "--yes", "--because", "safety")[0]
    assert Speaker.objects.get(pk=source.pk).identified_as is None
