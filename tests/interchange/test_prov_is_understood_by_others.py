"""Another reader of PROV-O finds the relations that were written."""

import pytest
from prov.model import ProvAttribution, ProvDerivation, ProvDocument, ProvEntity

from quotesdb.interchange.prov import prov
from tests.interchange.linked_data import graph_of
from tests.interchange.told import AT, WHOLE

# The reader's own use of what its RDF library has called old.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def read():
    turtle = graph_of(prov(WHOLE, AT)).serialize(format="turtle")
    with pytest.warns(UserWarning, match="not converted") as passed_over:
        document = ProvDocument.deserialize(content=turtle, format="rdf", rdf_format="turtle")
    # It has no place for roles as such, only for who has them; all else it must understand.
    missed = str(next(it.message for it in passed_over if it.category is UserWarning))
    assert (
        missed.count("prov:type>")
        == missed.count("prov:Role>")
        == missed.count("QualifiedName") / 2
    )
    return document


def ends(record):
    return tuple(value.uri for _, value in record.formal_attributes if value)


def labels(records, *between):
    return {str(one.label) for one in records if ends(one) == between}


def test_the_quote_its_printings_and_its_articles_are_entities(read):
    found = {one.identifier.uri for one in read.get_records(ProvEntity)}
    printings = {AT.appearance(one.key) for one in WHOLE.appearances}
    assert found >= {AT.quote("ready"), *printings, *map(AT.article, WHOLE.articles)}


def test_the_chain_is_a_row_of_derivations(read):
    hops = [AT.hop("copy/ready", place) for place in range(3)]
    derived = list(read.get_records(ProvDerivation))
    assert "stated" in labels(derived, AT.appearance("copy/ready"), hops[2])
    assert "stated" in labels(derived, hops[2], hops[1])
    assert labels(derived, hops[1], hops[0]) == {"inferred"}


def test_each_pair_of_hands_has_an_agent_and_a_role(read):
    attributed = list(read.get_records(ProvAttribution))
    between = AT.hop("original/ready", 0), AT.speaker("an-official")
    (found,) = [one for one in attributed if ends(one) == between]
    roles = {value.uri for name, value in found.extra_attributes if str(name) == "prov:role"}
    assert roles == {AT.role("told", "interview")}
