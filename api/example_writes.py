"""What the examples of writing send: each to records that the ones before it have made."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Posted:
    """A question with a body."""

    address: str
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody with a key writes: in the order of all examples, so one may lean on another."""

    method: str
    address: str
    body: dict[str, Any] | None = None


Question = str | Posted | Written
"""An address that is asked for, or what is sent to one."""

NAMES = {
    "corrections": "1",
    "quotes": "16",
    "appearances": "2",
    "articles": "7",
    "speakers": "someone-on-the-pier",
    "outlets": "the-inland-herald",
}
"""Whom the examples redact: the last of the seeds' and invented records that nobody else needs."""


def redacting() -> dict[str, dict[str, Question]]:
    """To look at what goes, and to let it go, of each resource."""
    examples: dict[str, dict[str, Question]] = {}
    for resource, name in NAMES.items():
        address = f"/api/v1/{resource}/{name}/redact/"
        body = {"because": "privacy", "records": RECORDS.get(resource, 1)}
        examples[f"{resource}_redaction"] = {"what_would_go": Written("GET", address)}
        examples[f"{resource}_redact"] = {"for_good": Written("POST", address, body)}
    return examples


RECORDS = {"quotes": 3, "articles": 3, "outlets": 2}
"""How many go, where it is more than one."""

REDACTING = redacting()

WRITING: dict[str, dict[str, Question]] = {
    "bulk": {
        "an_outlet_and_its_article": Written(
            "POST",
            "/api/v1/bulk/?why=from+our+own+list",
            {
                "items": [
                    {"method": "POST", "path": "outlets/", "body": {"name": "Pier Radio"}},
                    {
                        "method": "POST",
                        "path": "articles/",
                        "body": {"key": "pier-radio-1", "outlet": "pier-radio"},
                    },
                    {
                        "method": "PATCH",
                        "path": "speakers/dmitry-peskov/",
                        "if_match": 1,
                        "body": {"wikidata_id": None},
                    },
                ]
            },
        )
    },
    "speakers_create": {
        "a_person": Written(
            "POST",
            "/api/v1/speakers/?why=quoted+by+the+Harbour+Post",
            {
                "name": "Grace Hill",
                "kind": "person",
                "description": "harbour master",
                "aliases": ["G. Hill"],
            },
        ),
        "a_source": Written(
            "POST",
            "/api/v1/speakers/",
            {
                "slug": "someone-on-the-pier",
                "name": "a person who was on the pier",
                "kind": "anonymous",
                "granted_by": "the-harbour-post",
            },
        ),
    },
    "speakers_partial_update": {
        "other_names": Written(
            "PATCH", "/api/v1/speakers/grace-hill/", {"aliases": ["G. Hill", "Harbour Master Hill"]}
        )
    },
    "outlets_create": {
        "a_newspaper": Written(
            "POST",
            "/api/v1/outlets/",
            {
                "name": "The Pier Gazette",
                "kind": "newspaper",
                "domain": "pier-gazette.example",
                "country": "GB",
                "language": "en",
            },
        )
    },
    "outlets_partial_update": {
        "its_domain_is_gone": Written(
            "PATCH", "/api/v1/outlets/the-pier-gazette/", {"domain": None}
        )
    },
    "articles_create": {
        "that_relies_on_another": Written(
            "POST",
            "/api/v1/articles/",
            {
                "key": "pier-gazette-closing",
                "title": "Harbour to close",
                "outlet": "the-pier-gazette",
                "published_on": "2024-03-02",
                "language": "en",
                "relies_on": [{"outlet": "the-harbour-post", "kind": "cites"}],
            },
        )
    },
    "quotes_create": {
        "with_its_appearance_and_chain": Written(
            "POST",
            "/api/v1/quotes/?why=found+while+reading",
            {
                "key": "no-hurry",
                "text": "A harbour has no right to be in a hurry.",
                "language": "en",
                "speaker": "grace-hill",
                "said_from": "2024-03-01",
                "said_until": "2024-03-01",
                "appearances": [
                    {
                        "key": "pier-gazette-closing/no-hurry",
                        "article": "pier-gazette-closing",
                        "language": "en",
                        "form": "direct",
                        "cue": "told",
                        "segments": [{"exact": "A harbour has no right to be in a hurry."}],
                        "chain": [
                            {
                                "speaker": "grace-hill",
                                "attributed_as": "the harbour master",
                                "relation": "told",
                                "evidence": "the harbour master told the Harbour Post",
                            },
                            {"speaker": "the-harbour-post", "relation": "reported"},
                        ],
                    }
                ],
            },
        )
    },
    "appearances_create": {
        "in_another_article": Written(
            "POST",
            "/api/v1/appearances/",
            {
                "key": "inland-herald-closing/no-hurry",
                "quote": "no-hurry",
                "article": "inland-herald-closing",
                "form": "mixed",
                "segments": [{"exact": "no right to be in a hurry"}],
                "chain": [],
            },
        )
    },
    "corrections_create": {
        "of_one_printing": Written(
            "POST",
            "/api/v1/corrections/",
            {
                "key": "inland-herald-closing-corrected",
                "appearance": "inland-herald-closing/no-hurry",
                "kind": "misattributed",
                "reason": "It was the harbour master who said so, not the mayor.",
                "made_on": "2024-03-05",
                "source": "page 2 of the Inland Herald",
            },
        )
    },
    "articles_partial_update": {
        "its_address": Written(
            "PATCH", "/api/v1/articles/9/", {"url": "https://pier-gazette.example/2024/closing"}
        )
    },
    "quotes_partial_update": {
        "when_and_where": Written(
            "PATCH",
            "/api/v1/quotes/17/?why=the+Gazette+corrected+the+day",
            {"said_from": "2024-02-29", "said_until": "2024-02-29", "occasion": "a press briefing"},
        )
    },
    "appearances_partial_update": {
        "a_whole_chain_anew": Written(
            "PATCH",
            "/api/v1/appearances/34/",
            {
                "chain": [
                    {"speaker": "grace-hill", "relation": "said"},
                    {"speaker": "the-pier-gazette", "certainty": "inferred", "relation": "quoted"},
                ]
            },
        )
    },
    "corrections_partial_update": {
        "taken_back": Written(
            "PATCH",
            "/api/v1/corrections/2/",
            {"taken_back_on": "2024-03-06", "taken_back_because": "The mayor was never named."},
        )
    },
    "corrections_destroy": {"one": Written("DELETE", "/api/v1/corrections/2/")},
    "appearances_destroy": {
        "one": Written("DELETE", "/api/v1/appearances/34/"),
        "another": Written("DELETE", "/api/v1/appearances/33/"),
    },
    "quotes_destroy": {"one": Written("DELETE", "/api/v1/quotes/17/?why=not+worth+keeping")},
    "articles_destroy": {"one": Written("DELETE", "/api/v1/articles/9/")},
    "outlets_destroy": {"one": Written("DELETE", "/api/v1/outlets/the-pier-gazette/")},
    "speakers_destroy": {"one": Written("DELETE", "/api/v1/speakers/someone-on-the-pier/")},
    "speakers_undo": {
        "a_deletion": Written(
            "POST", "/api/v1/speakers/someone-on-the-pier/history/last/undo/?why=quoted"
        )
    },
    "outlets_undo": {
        "a_deletion": Written("POST", "/api/v1/outlets/the-pier-gazette/history/last/undo/")
    },
    "articles_undo": {"a_deletion": Written("POST", "/api/v1/articles/9/history/last/undo/")},
    "quotes_undo": {"a_deletion": Written("POST", "/api/v1/quotes/17/history/last/undo/")},
    "appearances_undo": {
        "a_deletion": Written("POST", "/api/v1/appearances/33/history/last/undo/"),
        "another": Written("POST", "/api/v1/appearances/34/history/last/undo/"),
    },
    "corrections_undo": {"a_deletion": Written("POST", "/api/v1/corrections/2/history/last/undo/")},
}
