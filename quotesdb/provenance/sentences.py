"""The reasons for joinings, in sentences that a reader understands."""

from collections.abc import Callable

from quotesdb.provenance.choices import Place
from quotesdb.provenance.held import Held, reliances
from quotesdb.provenance.joining import Bond, Evidence
from quotesdb.provenance.rules import Rule

LONGEST_TITLE = 60


def shortened(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def article_name(held: Held, key: str) -> str:
    """An article as a sentence names it: by title or key, and by outlet where it is known."""
    outlet = held.outlet_of(key)
    name = f"“{shortened(held.article(key).title or key)}”"
    return f"{name} ({outlet.name})" if outlet else name


class Teller:
    """Tells why two appearances were joined."""

    def __init__(self, held: Held):
        self.held = held
        self._names: dict[str, str] = {}
        self._ways: dict[Rule, Callable[[Bond], str]] = {
            Rule.NAMED_OUTLET: self._named,
            Rule.OWN_REPORT: self._own_report,
            Rule.SAME_OUTLET: self._same_outlet,
            Rule.SAME_ARTICLE: self._same_article,
            Rule.RELIANCE: self._reliance,
            Rule.INFERRED_HOP: self._inferred,
            Rule.INFERRED_RELIANCE: self._inferred,
            Rule.HIDDEN_PARENT: self._hidden_parent,
            Rule.SHARED_TEXT: self._shared_text,
            Rule.SHARED_ERROR: self._shared_error,
        }

    def sentence(self, bond: Bond) -> str:
        return self._ways[bond.rule](bond)

    def evidence(self, bond: Bond) -> Evidence:
        """What the rule found; for those that met somewhere, where."""
        if bond.met_at is None or isinstance(bond.met_at, int):
            return bond.evidence
        return {bond.met_at[0]: bond.met_at[1], **bond.evidence}

    def _name(self, place: int) -> str:
        return self._article(self.held.appearances[place].article)

    def _article(self, key: str) -> str:
        if key not in self._names:
            self._names[key] = article_name(self.held, key)
        return self._names[key]

    def _place(self, place: Place | None) -> str:
        if place is None or isinstance(place, int):
            return "the same place" if place is None else self._name(place)
        what, key = place
        return self.held.outlets[key].name if what == "outlet" else self._article(key)

    def _both(self, bond: Bond) -> str:
        return f"{self._name(bond.a)} and {self._name(bond.b)}"

    def _named(self, bond: Bond) -> str:
        return f"{self._both(bond)} both name {self._place(bond.met_at)} as having published first."

    def _own_report(self, bond: Bond) -> str:
        own = self.held.own_outlets[bond.b]
        return (
            f"{self._name(bond.a)} names {own.name if own else 'an outlet'} as having published "
            f"first, and {self._name(bond.b)} is its own report."
        )

    def _same_outlet(self, bond: Bond) -> str:
        own = self.held.own_outlets[bond.a]
        return f"{self._both(bond)} are both published by {own.name if own else 'one outlet'}."

    def _same_article(self, bond: Bond) -> str:
        return f"Both stand in the same article, {self._name(bond.a)}."

    def _reliance(self, bond: Bond) -> str:
        if bond.met_at is None:
            on = self._name(bond.b)
            relying = "relies on" if self._relies_directly(bond) else "relies, through others, on"
            return f"{self._name(bond.a)} names no outlet for the words and {relying} {on}."
        met = self._place(bond.met_at)
        if bond.came == (Rule.RELIANCE, Rule.RELIANCE):
            return f"{self._both(bond)} name no outlet for the words, and both rely on {met}."
        naming, relying_one = bond.a, bond.b
        if bond.came[0] is Rule.RELIANCE:
            naming, relying_one = relying_one, naming
        return (
            f"{self._name(relying_one)} names no outlet for the words and relies on {met}, which "
            f"{self._name(naming)} names as having published first."
        )

    def _relies_directly(self, bond: Bond) -> bool:
        """On the other's article, or on its outlet."""
        article, outlet = self.held.appearances[bond.b].article, self.held.own_outlets[bond.b]
        entries = reliances(self.held, self.held.appearances[bond.a].article, bond.a)
        return any(
            it.article == article or (outlet and it.outlet and it.outlet.key == outlet.key)
            for it in entries
        )

    def _inferred(self, bond: Bond) -> str:
        """Told as what a curator concluded."""
        if bond.met_at is not None:
            met, other = self._place(bond.met_at), self._name(bond.a)
            return (
                f"A curator concluded that {self._name(bond.b)} has the words from {met}, and "
                f"{other} goes back to it too."
            )
        own = self.held.own_outlets[bond.b]
        from_whom = own.name if own else "an article"
        return (
            f"A curator concluded that {self._name(bond.a)} has the words from {from_whom}; "
            f"{self._name(bond.b)} is the report meant."
        )

    def _hidden_parent(self, bond: Bond) -> str:
        return (
            f"{self._both(bond)} both rely on {self._place(bond.met_at)}, of which no article with "
            "these words is held: they may both have them from there."
        )

    def _shared_text(self, bond: Bond) -> str:
        share = f"{float(bond.evidence['share']):.0%}"
        both = self._both(bond)
        return f"{both} share {share} of the shorter report's text, the quoted words not counted."

    def _shared_error(self, bond: Bond) -> str:
        words, instead = bond.evidence["words"], bond.evidence["instead_of"]
        against = f"where the reference wording has “{instead}”" if instead else "which is added"
        return f"{self._both(bond)} both print “{words}”, {against}."
