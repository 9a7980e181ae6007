"""BibTeX: each printing as an entry, the article that printed it; UTF-8.

All entries are `@misc`: an `@article` needs an author, and who wrote a report is not recorded.
"""

from hashlib import sha256
from urllib.parse import quote as escaped

from quotesdb.interchange.facts import UNKNOWN_LANGUAGE, Appearance, Article, Quote
from quotesdb.interchange.latex import braced, latex
from quotesdb.interchange.saying import note

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def bibtex(quote: Quote) -> str:
    """One entry for each printing."""
    return "\n".join(_entry(quote, one) for one in quote.appearances)


def _entry(quote: Quote, appearance: Appearance) -> str:
    article = quote.articles[appearance.article]
    fields = {
        **_names(article),
        **_date(article),
        "url": braced(_address(article.url)),
        "language": "" if article.language == UNKNOWN_LANGUAGE else braced(article.language),
        "note": braced(latex(note(quote, appearance))),
    }
    lines = [f"  {name} = {value}," for name, value in fields.items() if value not in ("", "{}")]
    return "\n".join([f"@misc{{{citation_key(appearance.key)},", *lines, "}\n"])


def _names(article: Article) -> dict[str, str]:
    """What it is called; `key` is what styles sort by where no author is known."""
    outlet = article.outlet.name if article.outlet else ""
    return {
        # Doubled braces, or styles would write it in small letters.
        "title": braced(braced(latex(article.title))) if article.title else "",
        "howpublished": braced(latex(outlet)),
        "key": braced(latex(outlet or article.title or article.key)),
    }


def _date(article: Article) -> dict[str, str]:
    day = article.published_on
    if day is None:
        return {}
    return {"year": f"{{{day.year}}}", "month": MONTHS[day.month - 1], "day": f"{{{day.day}}}"}


def citation_key(key: str) -> str:
    r"""The appearance's key, which has no character that BibTeX or \cite would trip over.

    BibTeX takes "A" for "a"; so a key with capitals gets a mark of its own.
    """
    return key if key == key.lower() else f"{key}-{sha256(key.encode()).hexdigest()[:8]}"


def _address(url: str) -> str:
    r"""An address as \url takes it: as it is, but in ASCII and without braces and backslashes."""
    return escaped(url, safe="!#$%&'()*+,/:;=?@[]~")
