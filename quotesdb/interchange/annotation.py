"""W3C Web Annotation: each printing as an annotation that says which quote stands there."""

from typing import Any

from quotesdb.interchange.addresses import Addresses
from quotesdb.interchange.facts import UNKNOWN_LANGUAGE, Appearance, Article, Quote, Segment

Node = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations(quote: Quote, at: Addresses) -> Node:
    """A collection of one page, or of none where nobody printed the quote."""
    collection = f"{at.page(quote.id)}?format=annotation"
    node: Node = {
        "@context": CONTEXT,
        "id": collection,
        "type": "AnnotationCollection",
        "label": quote.text,
        "generator": {"id": at.root, "type": "Software", "name": "QuotesDB"},
        "total": len(quote.appearances),
    }
    if quote.appearances:
        page = f"{collection}#page"
        items = [_annotation(quote, one, at) for one in quote.appearances]
        node["first"] = {
            "id": page,
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        }
        node["last"] = page
    return node


def _annotation(quote: Quote, appearance: Appearance, at: Addresses) -> Node:
    article = quote.articles[appearance.article]
    return {
        "id": at.appearance(appearance.key),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {
                "type": "SpecificResource",
                "source": at.quote(quote.key),
                "purpose": "identifying",
            },
            _reference(quote),
        ],
        "target": [_target(article, appearance, run, at) for run in appearance.segments],
    }


def _reference(quote: Quote) -> Node:
    """The reference wording, for those who only show annotations."""
    body = {
        "type": "TextualBody",
        "value": quote.text,
        "format": "text/plain",
        "purpose": "describing",
    }
    return body if quote.language == UNKNOWN_LANGUAGE else body | {"language": quote.language}


def _target(article: Article, appearance: Appearance, run: Segment, at: Addresses) -> Node:
    target: Node = {
        "type": "SpecificResource",
        "source": article.url or at.article(article.key),
        "selector": _selectors(run),
    }
    if appearance.retrieved_at and run.start is not None:
        when = appearance.retrieved_at.isoformat(timespec="seconds")
        target["state"] = {"type": "TimeState", "sourceDate": when}
    return target


def _selectors(run: Segment) -> list[Node]:
    """The words with what stands around them; and their place, once it was checked."""
    words = {"type": "TextQuoteSelector", "exact": run.exact}
    around = {"prefix": run.prefix, "suffix": run.suffix}
    selectors: list[Node] = [words | {name: text for name, text in around.items() if text}]
    if run.start is not None and run.end is not None:
        selectors.append({"type": "TextPositionSelector", "start": run.start, "end": run.end})
    return selectors
