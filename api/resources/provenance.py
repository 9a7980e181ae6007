"""How many sources is that really; how did the words change; who had them from whom."""

from quotesdb.facts import direct_wordings, facts_of, segments_of
from quotesdb.provenance.documents import origins_document
from quotesdb.provenance.facts import Appearance, Facts
from quotesdb.provenance.network import Network, graph
from quotesdb.provenance.origins import origins
from quotesdb.provenance.rules import ALL, Rule
from quotesdb.wording import Alert, Operation, alert, compare


def origins_of(quote: int, without: frozenset[Rule] = frozenset()) -> dict:
    """The answer of `origins/`; `without` are the inferring rules that are switched off."""
    return origins_document(origins(facts_of(quote), ALL - without))


def graph_of(quote: int) -> Network:
    return graph(facts_of(quote))


def wordings_of(quote: int) -> dict:
    """The answer of `wordings/`: all printings, nearest to the origin first."""
    facts = facts_of(quote)
    segments = segments_of(one.id for one in facts.appearances)
    nearest = sorted(facts.appearances, key=lambda one: _distance(facts, one))
    return {
        "reference": facts.reference,
        "wordings": [_compared(facts, one, segments[one.id]) for one in nearest],
        "alerts": [_told(found) for found in alert(direct_wordings(nearest, segments))],
    }


def _distance(facts: Facts, appearance: Appearance) -> tuple:
    """How far a printing is from whoever spoke: by hands, then by date, the undated last."""
    article = facts.articles[appearance.article]
    outlets = {hop.speaker.key for hop in appearance.chain if hop.speaker.is_outlet}
    foreign = outlets - {article.outlet.key if article.outlet else None}
    published = article.published_on
    return bool(foreign), len(appearance.chain), published is None, str(published), appearance.id


def _compared(facts: Facts, appearance: Appearance, segments: list[str]) -> dict:
    found = compare(
        facts.reference,
        segments,
        a_language=facts.language if facts.language != "und" else "",
        b_language=appearance.language if appearance.language != "und" else "",
        b_is_translation=appearance.is_translation,
    )
    return {
        "appearance": appearance.id,
        "article": appearance.article,
        "wording": appearance.words,
        "form": appearance.form.value,
        "class": found.kind.value,
        "similarity": round(found.similarity, 3),
        "operations": [_operation(step) for step in found.operations],
    }


def _operation(step: Operation) -> dict:
    return {
        "op": step.op.value,
        "from": step.from_text,
        "to": step.to_text,
        "marked_by_reporter": step.marked,
    }


def _told(found: Alert) -> dict:
    return {
        "sentence": found.sentence,
        "a": [int(key) for key in found.one],
        "b": [int(key) for key in found.other],
        "differences": [{"from": it.from_text, "to": it.to_text} for it in found.differences],
    }
