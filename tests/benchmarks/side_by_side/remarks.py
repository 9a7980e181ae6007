"""What has to be said beside the figures: who found what, who did not answer, what went wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tests.benchmarks.side_by_side.cells import Cell, Results

OURS = "ours"
RANKED = "search"
"""Where each ranks and marks in its own way, and only what is found can be compared."""


def remarks(results: Results, cells: list[Cell], size: str, engine: str) -> Iterator[str]:
    def noted(note: str) -> Iterable[dict[str, Any]]:
        return (it for it in results.noted(note) if (it["size"], it["engine"]) == (size, engine))

    yield f"{len({it.round for it in cells})} rounds."
    yield from _agreements(noted("agreement"))
    for it in noted("not offered"):
        yield f"{it['peer']} has no answer to {it['question']}: {it['why']}."
    yield from _errors(cells)
    for peer, question in sorted({(it.peer, it.question) for it in cells if it.slow}):
        yield f"{peer} was too slow under {question} for short windows, and asked in fewer rounds."
    for it in noted("busy"):
        yield f"At the end {it['load']:.1f} processes wanted to run, those measured included."


def _agreements(noted: Iterable[dict[str, Any]]) -> Iterator[str]:
    """All is well in one line; each that differs in one of its own."""
    same = []
    for it in noted:
        told_alike = it["peer"] == OURS and it["question"] != RANKED
        whole = it["word_for_word"] if told_alike else it["asked"]
        if it["same"] == it["asked"] == whole:
            same.append(f"{it['peer']} ({it['question']}, {it['asked']})")
        else:
            yield (
                f"{it['peer']} finds what the floor finds in {it['same']} of {it['asked']} askings "
                f"of {it['question']}, and answers word for word the same in {it['word_for_word']}."
            )
    if same:
        yield (
            "They find what the floor finds in all askings (ours: word for word): "
            f"{', '.join(same)}."
        )


def _errors(cells: list[Cell]) -> Iterator[str]:
    errors: Counter[tuple[str, str]] = Counter()
    for cell in cells:
        errors[cell.peer, cell.question] += cell.errors
    found = [(key, many) for key, many in errors.items() if many]
    for (peer, question), many in found:
        yield f"{peer} gave {many} errors under {question}; they count as no answers."
    if not found:
        yield "No errors."
