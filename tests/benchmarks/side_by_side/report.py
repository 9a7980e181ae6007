"""The report: ratios first, for they are what can be trusted."""

from collections.abc import Iterator

from tests.benchmarks.side_by_side.cells import Cell, Results
from tests.benchmarks.side_by_side.measures import costs, ratio
from tests.benchmarks.side_by_side.questions import QUESTIONS
from tests.benchmarks.side_by_side.remarks import OURS, remarks
from tests.benchmarks.side_by_side.tables import beside, grown, milliseconds, peers_in, told

FLOOR, WHOLE, UNCHANGED = "floor", "detail", "unchanged"
ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
INTRODUCTION = """\
Ratios: how many times as long one takes as another, from the answers in a second that each gave in
the same round. In brackets the interval in which the true median lies with a probability of 95 % or
more (of ten rounds: the second to the ninth). A ratio whose interval holds 1 is no difference. The
time of the processor counts the server's processes and the database's: it does not grow where
answers have to wait because others use the machine."""


def report(results: Results) -> str:
    """The whole of it, in Markdown."""
    parts = ["# Side by side", INTRODUCTION, *_on_what(results)]
    for size, engine in dict.fromkeys((it.size, it.engine) for it in results.cells):
        cells = [it for it in results.cells if (it.size, it.engine) == (size, engine)]
        parts += [
            f"## {size} quotes on {ENGINES[engine]}{_version(results, size, engine)}",
            *_tables(cells),
            "\n".join(f"- {line}" for line in remarks(results, cells, size, engine)),
        ]
    return "\n\n".join([*parts, *_growth(results.cells)]) + "\n"


def _on_what(results: Results) -> Iterator[str]:
    for noted in results.noted("machine"):
        yield "; ".join(f"{name}: {value}" for name, value in noted.items() if name != "note") + "."


def _version(results: Results, size: str, engine: str) -> str:
    of = (it for it in results.noted("version") if (it["size"], it["engine"]) == (size, engine))
    return "".join(f" {it['version']}" for it in of)


def _tables(cells: list[Cell]) -> Iterator[str]:
    asked = [name for name in _asked(cells) if name != UNCHANGED]
    peers = peers_in(cells)
    beaten = [peer for peer in peers if peer not in (FLOOR, OURS)]
    above = [peer for peer in peers if peer != FLOOR]
    yield from beside(cells, asked, above, FLOOR, ratio, "Times as long as the floor")
    yield from beside(cells, asked, above, FLOOR, costs, "Times the floor's processor time")
    yield from beside(cells, asked, beaten, OURS, ratio, "Times as long as ours")
    yield from _unchanged(cells)
    yield from milliseconds(cells, _asked(cells), peers)


def _unchanged(cells: list[Cell]) -> Iterator[str]:
    for number in sorted({it.connections for it in cells if it.question == UNCHANGED}):
        ours = [it for it in cells if it.peer == OURS and it.connections == number]
        whole = [it for it in ours if it.question == WHOLE]
        short = [it for it in ours if it.question == UNCHANGED]
        times = told(ratio(whole, short))
        yield f"With {number} connections, our full answer takes {times} times as long as a 304."


def _growth(cells: list[Cell]) -> Iterator[str]:
    if len({it.size for it in cells}) > 1:
        yield "## Growth"
        for engine, name in ENGINES.items():
            some = [it for it in cells if it.engine == engine]
            yield from grown(some, _asked(some), f"Median ms on {name}, c=1")


def _asked(cells: list[Cell]) -> list[str]:
    asked = {it.question for it in cells}
    return [it for it in QUESTIONS if it in asked]
