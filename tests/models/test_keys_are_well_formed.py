import pytest

from quotesdb.refusals import Refused
from tests.factory import make_article

pytestmark = pytest.mark.django_db

SENTENCE = "A key starts with a letter or digit and has only letters, digits and . _ : / -"


@pytest.mark.parametrize("key", ["a", "0", "000_745e731314ebe243", "A/b:c.d-e_f", "a" * 200])
def test_a_key_may_be(key):
    assert make_article(key=key).key == key


@pytest.mark.parametrize("key", ["", " ", "-a", "/a", ".a", "a b", "ä", "aé", "a\tb", "a?b", "a#b"])
def test_a_key_may_not_be(key):
    with pytest.raises(Refused) as refused:
        make_article(key=key)
    assert [(it.path, it.sentence) for it in refused.value.refusals] == [(("key",), SENTENCE)]


def test_a_key_belongs_to_one_record():
    make_article(key="a")
    with pytest.raises(Refused, match="This key is taken"):
        make_article(key="a")


def test_a_record_without_a_key_gets_one():
    assert make_article().key != make_article().key
