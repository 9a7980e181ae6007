"""What was found, for a reader: what is held, never whether anybody was right to print it."""

from collections.abc import Mapping, Sequence

from quotesdb.lookup.comparing import Grade, Likeness
from quotesdb.lookup.items import Item
from quotesdb.lookup.naming import Naming
from quotesdb.lookup.speakers import Ascribed
from quotesdb.lookup.thresholds import MOST_ITEMS, TELLING
from quotesdb.lookup.verdicts import Judged, Verdict
from quotesdb.wording import Operation
from quotesdb.wording.alerting import differences

MOST_DIFFERENCES = 3
LONGEST_DIFFERENCE = 60

TOO_SHORT = "Too few words to tell them from a name, or from what anybody says; not looked up."
TOO_MANY = (
    f"Only the first {MOST_ITEMS} quotations of a text are looked up; this one comes after them."
)
NOTHING = "Nothing that is held is near to these words."
NOT_ENOUGH = "Nothing that is held is near enough to these words to be taken for the same."
FEW = " So few words may be many people's."
NOBODY_KNOWN = "who said them is not known"


def sentence_for(item: Item, found: Judged, ascribed: Mapping[int, Ascribed], named: Naming) -> str:
    count = len(found.meant)
    match found.verdict:
        case Verdict.NOT_FOUND:
            return NOT_ENOUGH if found.others else NOTHING
        case Verdict.SPLICED:
            return f"The words are put together from parts of {count} quotes that are held."
        case Verdict.AMBIGUOUS:
            return f"{count} quotes that are held are equally near; the words do not tell which."
    best = found.meant[0]
    said = _said(item, ascribed[best.near.quote], named)
    few = FEW if best.comparison.measures.shared < TELLING else ""
    return f"{_found(found.verdict, best)}; {said}.{few}"


def _found(verdict: Verdict, best: Likeness) -> str:
    match verdict:
        case Verdict.EXACT:
            return "These very words are held"
        case Verdict.TYPOGRAPHIC:
            return "The same words are held, in other typography"
        case Verdict.VARIANT:
            differences = _differences(best.comparison.operations)
            return f"Nearly the same words are held; they differ in {differences}"
    if best.grade is Grade.HOLDS:
        return "A wording that is held stands whole within these words"
    return "The words are a part of a longer wording that is held"


def _said(item: Item, ascribed: Ascribed, named: Naming) -> str:
    if ascribed.speaker is None:
        return NOBODY_KNOWN
    recorded = f"the record names {ascribed.speaker.name}"
    told = item.speaker.name if item.speaker else ""
    match named:
        case Naming.ANOTHER:
            return f"{recorded}, the text {told}"
        case Naming.AS_PRINTED:
            return f"{recorded}, a printing {told}, as the text does"
    return recorded


def _differences(steps: Sequence[Operation]) -> str:
    """What differs within the words that both have, as “here” for “there”."""
    told = [_told(_cut(it.to_text), _cut(it.from_text)) for it in differences(steps)]
    more = len(told) - MOST_DIFFERENCES
    listed = "; ".join(told[:MOST_DIFFERENCES]) or "where they begin or end"
    return f"{listed}; and {more} more" if more > 0 else listed


def _told(here: str, there: str) -> str:
    if here == there:
        return f"the place of “{here}”"
    if here and there:
        return f"“{here}” for “{there}”"
    return f"“{here}” put in" if here else f"“{there}” left out"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_DIFFERENCE else f"{text[: LONGEST_DIFFERENCE - 1]}…"
