"""Precision, recall and F1 of spans, and how often the speaker is right on those that match."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quotesdb.extraction.scoring.matching import Range, is_ignored, matched, trimmed
from quotesdb.extraction.scoring.names import same_surname
from quotesdb.extraction.scoring.rows import Marked, Row

ANY = "any"
FORMS = (ANY, "direct", "mixed", "indirect")


@dataclass(slots=True)
class Counts:
    """Hits and false ones, where precision counts only articles that are marked exhaustively."""

    hits: int = 0
    sure_hits: int = 0
    false: int = 0

    def figures(self, gold: int) -> tuple[float | None, float | None, float | None]:
        proposed = self.sure_hits + self.false
        precision = self.sure_hits / proposed if proposed else None
        recall = self.hits / gold if gold else None
        if not precision or not recall:
            return precision, recall, None if precision is None or recall is None else 0.0
        return precision, recall, 2 * precision * recall / (precision + recall)


@dataclass(slots=True)
class Spans:
    """The quotes of one form."""

    gold: int = 0
    exact: Counts = field(default_factory=Counts)
    overlap: Counts = field(default_factory=Counts)


@dataclass(slots=True)
class Named:
    """The speakers of matched quotes: as the article's sentence calls them, and who that is."""

    asked: int = 0
    right: int = 0
    resolved_asked: int = 0
    resolved: int = 0


@dataclass(slots=True)
class Miss:
    """A marked quote without its proposal, a proposal without its quote, a wrong speaker."""

    key: str
    what: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposal that counts, and whether it is right: its words and its speaker."""

    key: str
    row: Row
    right: bool


@dataclass(slots=True)
class Figures:
    articles: int = 0
    spans: dict[str, Spans] = field(default_factory=lambda: {form: Spans() for form in FORMS})
    speakers: dict[str, Named] = field(default_factory=lambda: defaultdict(Named))
    misses: list[Miss] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)


def score(pairs: Iterable[tuple[Marked, Sequence[Row]]]) -> Figures:
    figures = Figures()
    for gold, found in pairs:
        figures.articles += 1
        proposed = [row for row in found if row.end > row.start]
        for form in FORMS:
            _count_form(figures.spans[form], gold, proposed, form)
        _count_speakers(figures, gold, proposed)
    return figures


def _of_form(rows: Iterable[Row], form: str) -> list[Row]:
    return [row for row in rows if form in (ANY, row.form)]


def _count_form(spans: Spans, gold: Marked, found: Sequence[Row], form: str) -> None:
    asked = [trimmed(gold.text, it) for it in _of_form(gold.rows, form) if not it.ignored]
    given = [trimmed(gold.text, it) for it in _of_form(found, form)]
    ignored = [trimmed(gold.text, it) for it in gold.rows if it.ignored]
    spans.gold += len(asked)
    for counts, exact in ((spans.exact, True), (spans.overlap, False)):
        _count(counts, asked, given, ignored, exact=exact, exhaustive=gold.exhaustive)


def _count(
    counts: Counts,
    asked: Sequence[Range],
    given: Sequence[Range],
    ignored: Sequence[Range],
    *,
    exact: bool,
    exhaustive: bool,
) -> None:
    pairs = matched(asked, given, exact=exact)
    counts.hits += len(pairs)
    if exhaustive:
        counts.sure_hits += len(pairs)
        hit = set(pairs.values())
        counts.false += sum(
            number not in hit and not is_ignored(span, ignored) for number, span in enumerate(given)
        )


def _count_speakers(figures: Figures, gold: Marked, found: Sequence[Row]) -> None:
    asked = [row for row in gold.rows if not row.ignored]
    pairs = matched(
        [trimmed(gold.text, it) for it in asked],
        [trimmed(gold.text, it) for it in found],
        exact=False,
    )
    for number, row in enumerate(asked):
        if number in pairs:
            _compare(figures, gold, row, found[pairs[number]])
        else:
            figures.misses.append(
                Miss(gold.key, f"missed {row.form}", gold.text[row.start : row.end])
            )
    _judge_the_rest(figures, gold, found, set(pairs.values()))


def _judge_the_rest(figures: Figures, gold: Marked, found: Sequence[Row], hit: set[int]) -> None:
    ignored = [trimmed(gold.text, it) for it in gold.rows if it.ignored]
    for number, row in enumerate(found):
        if number in hit or not gold.exhaustive or is_ignored(trimmed(gold.text, row), ignored):
            continue
        figures.judged.append(Judged(gold.key, row, right=False))
        text = gold.text[row.start : row.end]
        figures.misses.append(Miss(gold.key, f"false {row.form}", text, row.rule))


def _compare(figures: Figures, gold: Marked, asked: Row, given: Row) -> None:
    right = same_surname(asked.head, given.head or given.speaker)
    for bucket in (figures.speakers[ANY], figures.speakers[asked.form]):
        if asked.speaker:
            bucket.asked += 1
            bucket.right += right
        if asked.resolved:
            bucket.resolved_asked += 1
            bucket.resolved += same_surname(asked.resolved, given.resolved or given.speaker)
    if asked.speaker:
        figures.judged.append(Judged(gold.key, given, right))
        if not right:
            note = f"{given.head or 'nobody'}, not {asked.head}; {given.rule}"
            text = gold.text[asked.start : asked.end]
            figures.misses.append(Miss(gold.key, "speaker", text, note))
