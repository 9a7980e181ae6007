"""An answer that has not changed is not made again: entity tags, as RFC 9110 has them.

A tag names the edition of the data, this release of the program, and what was asked: the address
and the format. What is told at one address in one edition is always the same, so nothing that is
told needs to be looked at. A tag never names a later edition than the one that was read: the mark
is read before the rows, or with them in one statement.

The tag of one record has its version in front, `"7.…"`, and is strong: by the version alone
`api.conditions` knows whether somebody has changed the record since.
"""

from functools import wraps
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpResponseNotModified
from django.utils.http import parse_etags

from quotesdb import editions

PACKAGES = ("api", "quotesdb")
WEAK, ANY = "W/", "*"
ADDRESS = (
    "wsgi.url_scheme",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_HOST",
    "PATH_INFO",
    "QUERY_STRING",
)
"""All from which the links in an answer are made."""

ALWAYS_ASK = "no-cache"
"""For caches: keep it, but never answer with it before having asked whether it is still so."""


def release() -> str:
    """A fingerprint of the program: another release may tell the same rows differently."""
    files = [path for name in PACKAGES for path in (settings.BASE_DIR / name).rglob("*.py")]
    return _fingerprint_of([*sorted(files), settings.BASE_DIR / "requirements.txt"])


def _fingerprint_of(files: list[Path]) -> str:
    found = sha256()
    for path in files:
        if path.exists():
            found.update(path.read_bytes())
    return found.hexdigest()


RELEASE = release()


class Told(NamedTuple):
    """What a view gives: its answer, and of which edition and which version of a record it is."""

    answer: Any
    mark: str | None
    """Of the edition that was read first, or with the rows; None for no tag."""

    version: int | None = None


def fingerprint_of(request, mark):
    """What tells the answer to a request in the edition with this mark from all others."""
    return _fingerprint_at(request, mark, request.META)


def _fingerprint_at(request, mark, asked):
    told = (mark, RELEASE, request.accepted_media_type, *map(asked.get, ADDRESS))
    return blake2b(repr(told).encode(), digest_size=16).hexdigest()


def tag_of(request, mark, version=None):
    """The tag of the answer to a request in the edition with this mark."""
    fingerprint = fingerprint_of(request, mark)
    return f'{WEAK}"{fingerprint}"' if version is None else f'"{version}.{fingerprint}"'


def tag_at(path, request, mark, version):
    """The tag that a record has at its own address, for whoever has just written it."""
    asked = {**request.META, "PATH_INFO": path, "QUERY_STRING": ""}
    return f'"{version}.{_fingerprint_at(request, mark, asked)}"'


def tagged(response, request, mark, version=None):
    """The answer with its tag, if it can be had again; only 304 to whoever has it already."""
    if mark is None or response.status_code != 200:
        return response
    if request.META.get("HTTP_IF_NONE_MATCH", "").strip() == ANY:
        response = HttpResponseNotModified()
    return _with_headers(response, tag_of(request, mark, version))


def unchanged(request, mark):
    """Answer 304 to whoever has the answer of the edition with this mark; else None."""
    known = request.META.get("HTTP_IF_NONE_MATCH")
    if mark is None or known is None:
        return None
    fingerprint = fingerprint_of(request, mark)
    for one in parse_etags(known):
        # Weakly compared: what is strong elsewhere on the way is weak here.
        opaque = one.removeprefix(WEAK)
        version, is_of_one, rest = opaque.strip('"').rpartition(".")
        if rest == fingerprint:
            # In one edition a record has one version, so whoever has the rest has this too.
            return _with_headers(HttpResponseNotModified(), opaque if is_of_one else WEAK + opaque)
    return None


def fresh(handler):
    """Let what a view tells be told only to whom it is new.

    The view gives what `Told` has.
    """

    @wraps(handler)
    def answered(self, request, *args, **kwargs):
        if "HTTP_IF_NONE_MATCH" in request.META:
            known = unchanged(request, editions.present())
            if known is not None:
                return known
        told = Told(*handler(self, request, *args, **kwargs))
        return tagged(told.answer, request, told.mark, told.version)

    return answered


def _with_headers(response, tag):
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = ALWAYS_ASK
    return response
