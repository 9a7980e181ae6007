"""One or more real questions for every operation, each with its real answer.

It is the answer over the seeds, and over the one retraction that `api.invented` adds to them.

`make schema` renews the answers; a test asks every question and compares.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson

from api.example_merges import MERGING
from api.example_proposals import PROPOSING
from api.example_writes import REDACTING, WRITING, Posted, Question, Written
from api.rendering import JSONRenderer
from api.resources.exports import FORMATS
from api.resources.feeds import AtomRenderer

ANSWERS = Path(__file__).parent / "examples"
JSON = JSONRenderer.media_type
MOMENT = {"at": "2024-03-05T09:30:00.000123+00:00", "act": 1_709_631_000_000_123}
"""In the examples, of every act: when the seeds were imported is not for them to say."""

MOMENTS = ("at", "undone_at", "found_at", "decided_at")

UPDATED = re.compile("<updated>[^<]*</updated>")
SUCCESSES = (200, 201, 204)


QUESTIONS: dict[str, dict[str, Question]] = {
    "index": {"what_there_is": "/api/v1/"},
    "autocomplete": {
        "a_surname_misspelt": "/api/v1/autocomplete/?q=peskof",
        "the_beginning_of_an_outlet": "/api/v1/autocomplete/?q=new+y&kind=outlet",
        "when_nothing_is_typed": "/api/v1/autocomplete/?n=2",
    },
    "changes": {
        "from_the_beginning": "/api/v1/changes/?page_size=2",
        "what_became_of_quotes": "/api/v1/changes/?kind=quote&after=60",
    },
    "lookup": {
        "an_article": Posted(
            "/api/v1/lookup/",
            {
                "text": "“Putin can fight as long as needed, but he is also willing to have a "
                "cease-fire,” a source told the Harbour Post. “Putin is, indeed, ready for talks,” "
                "Grace Hill said. Years ago Tom Arden said: “A harbour has no right to be in a "
                "hurry.”",
                "most": 1,
                "fields": "id,key,text,speaker.name,attribution_status,independent_origins",
            },
        ),
        "a_phrase": Posted(
            "/api/v1/lookup/",
            {"text": "the harbor will close on friday", "fields": "key,text,speaker.name"},
        ),
    },
    "speakers_list": {
        "anonymous_sources": "/api/v1/speakers/?kind=anonymous&granted_by=the-new-york-times",
        "by_name": "/api/v1/speakers/?q=peskov&count=true",
    },
    "speakers_feed": {"quotes_of_one_speaker": "/api/v1/speakers/dmitry-peskov/feed/"},
    "speakers_retrieve": {"one_speaker": "/api/v1/speakers/dmitry-peskov/"},
    "speakers_history": {"how_it_was_recorded": "/api/v1/speakers/the-harbour-post/history/"},
    "outlets_list": {"by_country": "/api/v1/outlets/?country=US"},
    "outlets_feed": {"quotes_in_one_outlet": "/api/v1/outlets/the-new-york-times/feed/"},
    "outlets_retrieve": {"one_outlet": "/api/v1/outlets/the-new-york-times/"},
    "outlets_history": {"with_its_speakers": "/api/v1/outlets/the-harbour-post/history/"},
    "articles_list": {"who_relies_on_reuters": "/api/v1/articles/?relies_on=reuters"},
    "articles_retrieve": {"one_article": "/api/v1/articles/5/"},
    "articles_history": {"with_what_it_relies_on": "/api/v1/articles/7/history/"},
    "quotes_list": {
        "what_did_x_say": "/api/v1/quotes/?speaker=dmitry-peskov&q=talks&said_after=2023-12-01",
        "words_marked": "/api/v1/quotes/?q=%22negotiate%22+OR+talks&highlight=true&page_size=2"
        "&fields=key,speaker.name",
        "through_whom": "/api/v1/quotes/?via=reuters&form=direct&fields=key,text,speaker.name",
    },
    "quotes_retrieve": {
        "who_said_what_and_through_whom": "/api/v1/quotes/2/",
        **{f"as_{made.format}": f"/api/v1/quotes/14/?format={made.format}" for made in FORMATS},
    },
    "quotes_history": {"what_became_of_it": "/api/v1/quotes/16/history/"},
    "quotes_facets": {
        "who_is_quoted_most": "/api/v1/quotes/facets/?group_by=speaker&page_size=3&count=true",
        "who_prints_most": "/api/v1/quotes/facets/?group_by=outlet",
        "when": "/api/v1/quotes/facets/?group_by=year",
        "how_sure": "/api/v1/quotes/facets/?group_by=status",
        "in_what_form": "/api/v1/quotes/facets/?group_by=form&speaker=dmitry-peskov",
        "how_many_sources": "/api/v1/quotes/facets/?group_by=origins",
    },
    "quotes_sample": {
        "the_same_three_every_time": "/api/v1/quotes/sample/?n=3&seed=2024&fields=key,text",
    },
    "quotes_feed": {"what_was_said_of_talks": "/api/v1/quotes/feed/?q=talks"},
    "quotes_origins": {"two_that_may_be_one": "/api/v1/quotes/12/origins/"},
    "quotes_wordings": {"words_altered": "/api/v1/quotes/5/wordings/"},
    "quotes_graph": {"one_paper_behind_it": "/api/v1/quotes/14/graph/"},
    "appearances_list": {
        "nested_and_attributed": "/api/v1/appearances/?nested=true&via=the-new-york-times"
        "&page_size=1&omit=quote,article",
        "affected_by_a_correction": "/api/v1/appearances/?affected=true"
        "&fields=key,wording,article.key,affected_by",
    },
    "appearances_retrieve": {"one_appearance": "/api/v1/appearances/2/"},
    "appearances_history": {"with_its_segments": "/api/v1/appearances/31/history/"},
    "corrections_list": {"what_was_retracted": "/api/v1/corrections/?kind=retracted"},
    "corrections_retrieve": {"one_retraction_and_all_downstream": "/api/v1/corrections/1/"},
    "corrections_history": {"who_recorded_it": "/api/v1/corrections/1/history/"},
    **WRITING,
    **PROPOSING,
    **MERGING,
    **REDACTING,
}


@dataclass(frozen=True, slots=True)
class Example:
    """A question and its answer."""

    name: str
    question: Question
    answer: Any

    @property
    def address(self) -> str:
        return self.question if isinstance(self.question, str) else self.question.address

    @property
    def method(self) -> str:
        match self.question:
            case Posted():
                return "POST"
            case Written():
                return self.question.method
        return "GET"

    @property
    def body(self) -> dict[str, Any] | None:
        """What is sent along; None where nothing is."""
        return None if isinstance(self.question, str) else self.question.body

    @property
    def media_type(self) -> str:
        address = urlsplit(self.address)
        if address.path.endswith("/feed/"):
            return AtomRenderer.media_type
        asked = parse_qs(address.query).get("format", [])
        return next((made.media_type for made in FORMATS if [made.format] == asked), JSON)


@cache
def examples_of(operation: str) -> tuple[Example, ...]:
    """The examples of one operation; with an answer of null where none was written down yet."""
    return tuple(
        Example(name, question, _answer(operation, name))
        for name, question in QUESTIONS[operation].items()
    )


def ask(client: Any, example: Example, secret: str = "") -> Any:
    """What the API answers a test client; to who writes, with the secret of a key."""
    headers = {"Authorization": f"Bearer {secret}", "If-Match": "*"}
    body = b"" if example.body is None else orjson.dumps(example.body)
    return client.generic(
        example.method,
        example.address,
        body,
        content_type=JSON,
        headers=headers if isinstance(example.question, Written) else {},
    )


def file_of(operation: str, name: str) -> Path:
    """Where the answer is written down; what is no JSON, as one string of it."""
    return ANSWERS / f"{operation}.{name}.json"


def answer_in(content: bytes, media_type: str) -> Any:
    """What is answered: a document, or a text; the moments of acts are all the same one."""
    if "json" in media_type:
        return _at_one_moment(orjson.loads(content))
    return UPDATED.sub(f"<updated>{MOMENT['at']}</updated>", content.decode())


def _at_one_moment(answered: Any) -> Any:
    match answered:
        case dict():
            told = {name: _at_one_moment(value) for name, value in answered.items()}
            return told | {
                name: MOMENT["act" if name == "act" else "at"]
                for name in (*MOMENTS, "act")
                if told.get(name)
            }
        case list():
            return [_at_one_moment(value) for value in answered]
    return answered


def _answer(operation: str, name: str) -> Any:
    file = file_of(operation, name)
    return orjson.loads(file.read_bytes()) if file.exists() else None
