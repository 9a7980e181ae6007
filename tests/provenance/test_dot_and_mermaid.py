"""Two languages for other programs to draw from."""

import pytest

from quotesdb.provenance.network import Edge, Network, Node, graph
from quotesdb.provenance.picture.dot import dot
from quotesdb.provenance.picture.mermaid import mermaid
from tests.provenance.example import INFERRED, OFFICIAL, WIRE, article, chain, facts

FOUND = facts((article("a"), chain(OFFICIAL) + chain(WIRE, certainty=INFERRED)))
HOSTILE = ['"];\nevil [label="', "a\\", "end", "]-->", "%%{init}%%", "</script>", "#quot;"]


def named(label):
    nodes = (Node("speaker:a", "speaker", label), Node("outlet:b", "outlet", "B"))
    return Network(nodes, (Edge("speaker:a", "outlet:b", "said", "stated"),))


def test_dot_draws_the_graph():
    assert dot(graph(FOUND), "Who said it") == (
        "digraph quote {\n"
        "  rankdir=LR;\n"
        '  node [fontname="Helvetica", fontsize=11];\n'
        '  edge [fontname="Helvetica", fontsize=9];\n'
        '  label="Who said it";\n'
        '  n0 [label="harbour official", shape="ellipse", style="dashed"];\n'
        '  n1 [label="Northern Wire", shape="box"];\n'
        '  n2 [label="a", shape="note", color="#0a7a4b", penwidth="3", xlabel="origin"];\n'
        '  n0 -> n1 [label="told", style="dashed"];\n'
        '  n1 -> n2 [label="reported", style="dashed"];\n'
        "}\n"
    )


def test_mermaid_draws_the_graph():
    assert mermaid(graph(FOUND)).startswith(
        "flowchart LR\n"
        '  n0(["harbour official"]):::anonymous\n'
        '  n1["Northern Wire"]\n'
        '  n2[/"origin#58; a"/]:::origin\n'
        '  n0 -.->|"told"| n1\n'
        '  n1 -.->|"reported"| n2\n'
    )


@pytest.mark.parametrize("hostile", HOSTILE)
def test_names_stay_on_their_line(hostile):
    assert len(dot(named(hostile)).splitlines()) == len(dot(named("a")).splitlines())
    assert len(mermaid(named(hostile)).splitlines()) == len(mermaid(named("a")).splitlines())


@pytest.mark.parametrize("hostile", HOSTILE)
def test_names_end_where_their_marks_do(hostile):
    (line,) = (it for it in mermaid(named(hostile)).splitlines() if it.startswith("  n0(["))
    assert line.count('"') == 2
    assert not set("<>[]\\{}") & set(line.split('"')[1])
