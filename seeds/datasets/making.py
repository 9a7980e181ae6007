"""Records out of what datasets say, under names that are the same whenever they are made.

An address makes an article and its outlet, a Wikidata id or a name makes a speaker.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from ipaddress import ip_address
from urllib.parse import urlsplit

from quotesdb.records import ArticleRecord, OutletRecord, Record, RelianceRecord, SpeakerRecord
from quotesdb.vocabulary import SpeakerKind
from seeds.datasets.ledger import Ledger
from seeds.datasets.letters import clean, cut

LONGEST_ADDRESS = 2_000
LONGEST_TITLE = 1_000
LONGEST_NAME = 300
SAME_SITE = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
WIKIDATA_ID = re.compile(r"\bQ[1-9][0-9]{0,17}\b")


@dataclass(frozen=True, slots=True)
class Printed:
    """An article that a dataset names, with its outlet, if it has one."""

    article: ArticleRecord
    outlet: OutletRecord | None

    @property
    def key(self) -> str:
        return self.article.key

    @property
    def records(self) -> tuple[Record, ...]:
        return (self.outlet, self.article) if self.outlet else (self.article,)


def digest(*parts: str) -> str:
    """The same short name for the same texts."""
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def address_of(text: object, ledger: Ledger) -> str:
    """An address of the web; empty, and dirt, where it is none."""
    address = clean(text, ledger) if isinstance(text, str) else ""
    if address and not _is_of_the_web(address):
        ledger.soil("an address that is none of the web", address)
        return ""
    return address


def _is_of_the_web(address: str) -> bool:
    if " " in address or len(address) > LONGEST_ADDRESS:
        return False
    return address.startswith(("http://", "https://")) and bool(_host(address))


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").rstrip(".")
    except ValueError:
        return ""


def domain_of(address: str) -> str:
    """The outlet's domain, without what only says how the site is read; empty where it has none."""
    host = _host(address)
    try:
        host = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        return ""
    host = SAME_SITE.sub("", host)
    return "" if _is_a_number(host) or len(host) > 190 or not DOMAIN.fullmatch(host) else host


def _is_a_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def outlet_of(domain: str, name: str = "") -> OutletRecord:
    """The outlet of a domain. Its hyphens are told from its dots, so that no two share a slug."""
    slug = domain.replace("-", "_").replace(".", "-")
    return OutletRecord(slug, name or domain, domain=domain)


def outlet_named(name: str, dataset: str) -> OutletRecord:
    """An outlet of which nothing but the name is known."""
    return OutletRecord(slug_of(name, dataset), name)


def article_at(
    address: str,
    ledger: Ledger,
    *,
    title: str = "",
    published_on: date | None = None,
    language: str = "und",
    outlet: OutletRecord | None = None,
    relies_on: tuple[RelianceRecord, ...] = (),
) -> Printed:
    """The article of an address, with its outlet."""
    domain = domain_of(address)
    paper = outlet or (outlet_of(domain) if domain else None)
    if paper is None:
        ledger.lose("an article's outlet, where its address has no domain", address)
    article = ArticleRecord(
        key=f"web/{digest(address)}",
        title=cut(clean(title, ledger), LONGEST_TITLE, "title", ledger),
        url=address,
        outlet=paper.slug if paper else None,
        published_on=published_on,
        language=language,
        relies_on=relies_on,
    )
    return Printed(article, paper)


def speaker_with(wikidata_id: str, name: str, kind: SpeakerKind) -> SpeakerRecord:
    """Who has this id, whatever else they are called."""
    return SpeakerRecord(wikidata_id.lower(), name[:LONGEST_NAME], kind, wikidata_id=wikidata_id)


def speaker_named(name: str, kind: SpeakerKind, dataset: str) -> SpeakerRecord:
    """Whoever goes by this name in this dataset: it may be several."""
    told = f"Named so in the dataset {dataset}, without an id: it may be several of one name."
    return SpeakerRecord(slug_of(name, dataset), name[:LONGEST_NAME], kind, description=told)


def slug_of(name: str, dataset: str) -> str:
    """A slug that people can read, and that no other name has."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    readable = "-".join(re.findall(r"[a-z0-9]+", plain))[:120].strip("-")
    return f"{readable or 'speaker'}-{digest(dataset, name)[:12]}"


def wikidata_ids(value: object) -> list[str]:
    """The ids in a list, or in a text such as "[Q1,Q2]"; each once."""
    texts = value if isinstance(value, list) else [value]
    found = (some for text in texts if isinstance(text, str) for some in _ids_in(text))
    return list(dict.fromkeys(found))


def _ids_in(text: str) -> list[str]:
    return WIKIDATA_ID.findall(text[:100_000])
