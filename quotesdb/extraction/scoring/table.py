"""Figures as lines that a person reads."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from quotesdb.extraction.scoring.figures import Counts, Figures, Named


def lines(figures: Figures) -> Iterator[str]:
    yield f"{figures.articles} articles"
    three = f"{'R':>6}{'F1':>6}"
    yield f"{'':10}{'marked':>7}   {'exact P':>8}{three}   {'overlap P':>9}{three}"
    for form, spans in figures.spans.items():
        exact, overlap = _three(spans.exact, spans.gold, 8), _three(spans.overlap, spans.gold, 9)
        yield f"{form:10}{spans.gold:>7}   {exact}   {overlap}"
    yield ""
    yield f"{'speaker':10}{'asked':>7}{'right':>8}{'resolved, of':>14}{'right':>8}"
    for form, named in sorted(figures.speakers.items()):
        yield _speakers(form, named)


def _three(counts: Counts, gold: int, width: int) -> str:
    precision, recall, f1 = counts.figures(gold)
    return f"{percent(precision):>{width}}{percent(recall):>6}{percent(f1):>6}"


def _speakers(form: str, named: Named) -> str:
    right = named.right / named.asked if named.asked else None
    resolved = named.resolved / named.resolved_asked if named.resolved_asked else None
    return (
        f"{form:10}{named.asked:>7}{percent(right):>8}{named.resolved_asked:>14}"
        f"{percent(resolved):>8}"
    )


def percent(part: float | None) -> str:
    return "-" if part is None else f"{100 * part:.1f}"


def calibration(judged: Iterable[tuple[float, bool]]) -> Iterator[str]:
    """For every tenth of confidence how many proposals have it and how many of them are right."""
    tenths: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in judged:
        tenths[min(int(confidence * 10), 9)].append((confidence, right))
    yield f"{'confidence':>12}{'mean':>7}{'proposals':>11}{'right':>8}"
    for tenth, found in sorted(tenths.items(), reverse=True):
        bounds = f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}"
        mean = sum(confidence for confidence, _ in found) / len(found)
        part = percent(sum(right for _, right in found) / len(found))
        yield f"{bounds:>12}{mean:>7.2f}{len(found):>11}{part:>8}"
