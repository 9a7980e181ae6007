"""Sources without a name, remembered by what the article calls them."""

from quotesdb.extraction.english.nouns import described_words
from quotesdb.extraction.findings import Speaker

MOST = 40
"""Sources that are remembered."""


class Sources:
    """The unnamed sources of an article, the last one last."""

    def __init__(self) -> None:
        self.found: list[tuple[str, Speaker]] = []

    def remember(self, noun: str, speaker: Speaker) -> None:
        self.found = [*self.found[-MOST:], (noun.lower(), speaker)]

    def called(self, phrase: str, noun: str) -> Speaker | None:
        """Whom "the former official" means: who was called so in more words, else by the noun."""
        wanted = {it.lower() for it in phrase.split()[1:]}
        for _, speaker in reversed(self.found):
            if wanted <= described_words(speaker.name, noun.lower()):
                return speaker
        return next((it for known, it in reversed(self.found) if known == noun.lower()), None)
