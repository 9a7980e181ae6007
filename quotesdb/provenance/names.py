"""Who is who in a table of cases: outlets and anonymous sources are listed, the rest are people."""

from collections.abc import Iterable

from quotesdb.provenance.facts import Agent
from quotesdb.provenance.table import Part
from quotesdb.vocabulary import SpeakerKind


class Names:
    """Looks up agents by the names that the table gives them."""

    def __init__(self, outlets: Iterable[str], anonymous: Iterable[str]):
        self._kinds = dict.fromkeys(anonymous, SpeakerKind.ANONYMOUS)
        self._kinds |= dict.fromkeys(outlets, SpeakerKind.OUTLET)

    def with_more(self, outlets: Iterable[str], anonymous: Iterable[str]) -> "Names":
        more = Names(outlets, anonymous)
        more._kinds = self._kinds | more._kinds
        return more

    def agent(self, name: str, part: Part) -> Agent:
        if not name:
            part.wrong("a hop needs a speaker")
        kind = self._kinds.get(name, SpeakerKind.PERSON)
        return Agent(name.casefold().replace(" ", "-"), name, kind)

    def outlet(self, name: str, part: Part) -> Agent:
        """Refuses names that are not listed: a misspelt outlet would be an outlet of its own."""
        agent = self.agent(name, part)
        if not agent.is_outlet:
            part.wrong(f"{name} is neither one of the outlets nor an article of this case")
        return agent
