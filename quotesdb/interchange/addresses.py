"""What things are called in documents: absolute addresses, by what is permanent of a record."""

from dataclasses import dataclass
from urllib.parse import quote as escaped


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses below `root`, which ends in a slash.

    Keys and slugs are permanent, ids belong to one installation: so a quote is called by the
    question that finds it by its key.
    """

    root: str

    def quote(self, key: str) -> str:
        return self._by_key("quotes", key)

    def page(self, number: int) -> str:
        """Where everything about the quote is answered, in this installation."""
        return f"{self.root}quotes/{number}/"

    def claim(self, key: str) -> str:
        """The claim that the quote was said."""
        return f"{self.quote(key)}#claim"

    def occasion(self, key: str) -> str:
        return f"{self.quote(key)}#occasion"

    def appearance(self, key: str) -> str:
        return self._by_key("appearances", key)

    def hop(self, appearance: str, position: int) -> str:
        """The words as one pair of hands gave them."""
        return f"{self.appearance(appearance)}#hop-{position}"

    def article(self, key: str) -> str:
        return self._by_key("articles", key)

    def something_by(self, outlet: str, article: str) -> str:
        """What an article has from an outlet, where nobody knows which document that was."""
        return f"{self.article(article)}#from-{escaped(outlet, safe='')}"

    def speaker(self, slug: str) -> str:
        return f"{self.root}speakers/{escaped(slug, safe='')}/"

    def role(self, *words: str) -> str:
        """What somebody did with words, and by which medium."""
        return f"{self.root}#{'-'.join(words)}"

    @property
    def curators(self) -> str:
        return f"{self.root}#curators"

    def _by_key(self, records: str, key: str) -> str:
        return f"{self.root}{records}/?key={escaped(key, safe='')}"


def wikidata(number: str) -> str:
    """What Wikidata calls an entity."""
    return f"http://www.wikidata.org/entity/{number}"
