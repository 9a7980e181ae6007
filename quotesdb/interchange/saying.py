"""When it was said, and what a note can tell of a printing and its chain, in words."""

from calendar import monthrange
from datetime import date

from quotesdb.interchange.facts import Agent, Appearance, Hop, Quote

NOT_KNOWN = ".."


def when_said(quote: Quote) -> str:
    """A day, a month or a year in ISO 8601; else an interval, "..": an end that is not known."""
    start, end = quote.said_from, quote.said_until
    if start is None and end is None:
        return ""
    if start and end and (whole := _whole(start, end)):
        return whole
    return f"{start.isoformat() if start else NOT_KNOWN}/{end.isoformat() if end else NOT_KNOWN}"


def is_an_interval(when: str) -> bool:
    return "/" in when


def _whole(start: date, end: date) -> str:
    """The day, month or year that begins and ends so; or nothing."""
    if start == end:
        return start.isoformat()
    ends_a_month = end.day == monthrange(end.year, end.month)[1]
    if start.day != 1 or start.year != end.year or not ends_a_month:
        return ""
    if start.month == end.month:
        return start.isoformat()[:7]
    return start.isoformat()[:4] if (start.month, end.month) == (1, 12) else ""


def who(agent: Agent) -> str:
    """What is said of an anonymous source, who has no name that could be told."""
    granted = f"; anonymity granted by {agent.granted_by}" if agent.granted_by else ""
    return f"Anonymous source{granted}."


def note(quote: Quote, appearance: Appearance) -> str:
    """The wording with its chain, for formats that have no better place for them."""
    sentences = [f"{_opening(appearance)}: “{appearance.wording}”."]
    if appearance.chain:
        first, *later = appearance.chain
        sentences.append(f"Attributed to {_hands(first)}.")
        if later:
            sentences.append(f"Through {', '.join(map(_hands, later))}.")
    sentences.append(f"Attribution: {_words(quote.status)}.")
    if quote.occasion:
        sentences.append(f"Occasion: {quote.occasion}")
    return " ".join(sentences)


def _opening(appearance: Appearance) -> str:
    told = f"Printed as {appearance.form} quotation"
    return f"{told}, translated" if appearance.is_translation else told


def _hands(hop: Hop) -> str:
    told = [_words(hop.relation)]
    if hop.medium:
        told.append(_words(hop.medium))
    told.append(str(hop.certainty))
    return f"{hop.named} ({', '.join(told)})"


def _words(word: str) -> str:
    return str(word).replace("_", " ")
