"""Tables in Markdown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median

from tests.benchmarks.side_by_side.cells import Cell
from tests.benchmarks.side_by_side.measures import Ratio
from tests.benchmarks.side_by_side.peers import PEERS

NOTHING = "–"

Compare = Callable[[Iterable[Cell], Iterable[Cell]], Ratio | None]


def peers_in(cells: Sequence[Cell]) -> list[str]:
    found = {it.peer for it in cells}
    return [name for name in PEERS if name in found]


def beside(
    cells: Sequence[Cell],
    asked: Sequence[str],
    peers: Sequence[str],
    other: str,
    compare: Compare,
    title: str,
) -> Iterator[str]:
    """What each of the peers takes, compared with one other: at each number of connections."""
    columns = [(peer, number) for peer in peers for number in _connections(cells)]
    rows = [
        [
            question,
            *(
                told(compare(_of(cells, question, peer, c), _of(cells, question, other, c)))
                for peer, c in columns
            ),
        ]
        for question in asked
    ]
    yield from _table([title, *(f"{peer}, c={number}" for peer, number in columns)], rows)


def milliseconds(
    cells: Sequence[Cell], asked: Sequence[str], peers: Sequence[str]
) -> Iterator[str]:
    """What one sees, and what each answer costs the processor."""
    columns = [(peer, number) for peer in peers for number in _connections(cells)]
    for title, amount in (("Median ms", _time), ("Processor ms", _cost)):
        rows = [
            [question, *(_middle(_of(cells, question, *column), amount) for column in columns)]
            for question in asked
        ]
        yield from _table([title, *(f"{peer}, c={number}" for peer, number in columns)], rows)


def grown(cells: Sequence[Cell], asked: Sequence[str], title: str) -> Iterator[str]:
    """The median times of all sizes, smallest first."""
    sizes, peers = list(dict.fromkeys(it.size for it in cells)), peers_in(cells)
    rows = [
        [question, *(_through(_of(cells, question, peer, 1), sizes) for peer in peers)]
        for question in asked
    ]
    yield from _table([f"{title}: {' → '.join(sizes)}", *peers], rows)


def _through(cells: Sequence[Cell], sizes: Sequence[str]) -> str:
    return " → ".join(_middle([it for it in cells if it.size == size], _time) for size in sizes)


def _connections(cells: Sequence[Cell]) -> list[int]:
    return sorted({it.connections for it in cells})


def _of(cells: Sequence[Cell], question: str, peer: str, connections: int) -> list[Cell]:
    wanted = question, peer, connections
    return [it for it in cells if (it.question, it.peer, it.connections) == wanted]


def _time(cell: Cell) -> float:
    return cell.p50


def _cost(cell: Cell) -> float:
    return cell.cost


def _middle(cells: Sequence[Cell], amount: Callable[[Cell], float]) -> str:
    amounts = [amount(cell) for cell in cells if cell.rate and amount(cell) > 0]
    return _short(median(amounts)) if amounts else NOTHING


def told(it: Ratio | None) -> str:
    if it is None:
        return NOTHING
    return f"{_short(it.middle)} ({_short(it.low)}–{_short(it.high)})"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}" if value < 10 else f"{value:.0f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    if rows and len(head) > 1:
        lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)
