"""The picture holds together, whatever stands in names, and says what it shows."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotesdb.provenance.network import Edge, Network, Node, graph
from quotesdb.provenance.picture.arranging import arranged
from quotesdb.provenance.picture.folding import MOST, folded
from quotesdb.provenance.picture.svg import svg
from tests.provenance.chances import any_facts
from tests.provenance.example import (
    HERALD,
    INFERRED,
    MAYOR,
    OFFICIAL,
    POST,
    WIRE,
    a_quote_gone_round,
    article,
    chain,
    facts,
)

SVG = "{http://www.w3.org/2000/svg}"


def drawn(network, **more):
    return ET.fromstring(svg(network, **more))


def named(label):
    nodes = tuple(Node(f"{kind}:a", kind, label) for kind in ("speaker", "outlet", "article"))
    return Network(nodes, (Edge("speaker:a", "outlet:a", label, "stated", (1,)),))


@given(any_facts)
def test_is_well_formed(facts):
    assert drawn(graph(facts)).tag == f"{SVG}svg"


@given(st.text())
def test_is_well_formed_whatever_stands_in_names(text):
    assert drawn(named(text), title=text).tag == f"{SVG}svg"


@pytest.mark.parametrize(
    "hostile", ["<script>", "]]>", "\x00\x1b", "\ud800", '" onload="x', "&amp;"]
)
def test_names_stay_text(hostile):
    root = drawn(named(hostile))
    assert not root.findall(f".//{SVG}script")
    assert not [it for it in root.iter() if "onload" in it.attrib]


def test_has_a_role_a_title_and_a_description():
    root = drawn(graph(facts((article("a"), chain(MAYOR, WIRE)))), title="Who said it")
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "Who said it"
    assert "Published first by: Northern Wire." in root.find(f"{SVG}desc").text
    ids = {it.get("id") for it in root}
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} <= ids


def test_needs_nothing_from_elsewhere():
    drawing = svg(graph(a_quote_gone_round(40)))
    assert "http" not in drawing.replace("http://www.w3.org/2000/svg", "")
    assert "url(" not in drawing and "<script" not in drawing


def test_anonymous_sources_and_inferred_steps_are_dashed():
    root = drawn(graph(facts((article("a"), chain(OFFICIAL) + chain(WIRE, certainty=INFERRED)))))
    dashed = [it for it in root.iter() if it.get("stroke-dasharray") not in (None, "none")]
    assert {it.tag for it in dashed} == {f"{SVG}g", f"{SVG}path"}


def test_only_a_loop_is_red():
    straight = facts((article("a", POST), chain(MAYOR)))
    round_and_round = facts(
        (article("a", POST), chain(MAYOR, HERALD)), (article("b", HERALD), chain(MAYOR, POST))
    )
    loops = [
        len(drawn(graph(it)).findall(f".//{SVG}g[@class='edge loop']/{SVG}title"))
        for it in (straight, round_and_round)
    ]
    assert loops == [0, 2]


def test_shortened_text_is_whole_in_its_title():
    title = "A very long title " * 20
    root = drawn(graph(facts((article("a", title=title), ()))))
    assert any(title in (it.text or "") for it in root.iter(f"{SVG}title"))
    assert any("…" in (it.text or "") for it in root.iter(f"{SVG}text"))


@given(any_facts)
def test_boxes_do_not_overlap(facts):
    boxes = list(arranged(folded(graph(facts))).placed.values())
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            beside = one.x + one.box.width <= other.x or other.x + other.box.width <= one.x
            above = one.y + one.box.height <= other.y or other.y + other.box.height <= one.y
            assert beside or above


@given(any_facts)
def test_everything_lies_on_the_paper(facts):
    arrangement = arranged(folded(graph(facts)))
    for it in arrangement.placed.values():
        assert it.x >= 0 and it.y >= 0
        assert it.x + it.box.width <= arrangement.width
        assert it.y + it.box.height <= arrangement.height


def test_sixty_articles_are_drawn_one_by_one():
    printed = [
        (article(f"a{at}", POST if at % 2 else None), chain(MAYOR, WIRE)) for at in range(60)
    ]
    assert sum(it.type == "article" for it in folded(graph(facts(*printed))).nodes) == 60


def test_more_are_grouped_by_outlet():
    printed = [
        (article(f"a{at}", POST if at % 2 else HERALD), chain(MAYOR, WIRE)) for at in range(80)
    ]
    articles = [it for it in folded(graph(facts(*printed))).nodes if it.type == "article"]
    assert [(it.label, it.detail) for it in articles] == [
        ("40 articles", "Inland Herald"),
        ("40 articles", "Harbour Post"),
    ]


def test_no_picture_is_larger_than_can_be_looked_at():
    assert len(folded(graph(a_quote_gone_round(2000))).nodes) <= MOST + 3
