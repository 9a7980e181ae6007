from urllib.parse import parse_qs, urlsplit

import pytest
from rdflib import URIRef

from quotesdb.interchange.addresses import Addresses

AT = Addresses("https://quotes.example/api/v1/")


@pytest.mark.parametrize("key", ["ready", "doc/ready", "a:b", "A.b_c-d"])
def test_a_key_comes_back_out_of_its_address(key):
    for address in (AT.quote(key), AT.article(key), AT.appearance(key), AT.claim(key)):
        assert parse_qs(urlsplit(address).query) == {"key": [key]}
        assert "/" not in urlsplit(address).query


def test_a_slug_in_other_letters_is_escaped():
    assert AT.speaker("песков").isascii()
    assert AT.something_by("песков", "doc").isascii()


def test_every_address_is_an_iri():
    for address in (
        AT.speaker("a"),
        AT.hop("a/b", 0),
        AT.occasion("a"),
        AT.role("told"),
        AT.page(1),
    ):
        assert URIRef(address).n3() == f"<{address}>"
