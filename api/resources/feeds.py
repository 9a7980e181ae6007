"""Quotes as Atom feeds (RFC 4287): those recorded last, of a speaker, of an outlet, or found."""

import re
from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from drf_spectacular.types import OpenApiTypes
from rest_framework.renderers import BaseRenderer
from rest_framework.reverse import reverse

from api.rendering import JSONRenderer
from quotesdb.interchange.facts import DOUBTED

AT_ONCE = 50
LONGEST_TITLE = 120
COLUMNS = (
    "pk",
    "text",
    "language",
    "speaker__name",
    "attribution_status",
    "occasion",
    "updated_at",
    "independent_origins",
    "appearance_count",
)
NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no document of XML 1.0 may hold (section 2.2)."""

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class QuoteFeed(Atom1Feed):
    """A feed with the same moment as long as nothing is another."""

    def latest_post_date(self):
        return max((item["updateddate"] for item in self.items), default=BEGINNING)


class AtomRenderer(BaseRenderer):
    """A feed; anything else, such as a problem, as JSON."""

    media_type = "application/atom+xml"
    format = "atom"
    charset = "utf-8"

    def render(self, data, accepted_media_type=None, renderer_context=None):
        if isinstance(data, QuoteFeed):
            return data.writeString("utf-8").encode()
        return JSONRenderer().render(data)


FEED = {(200, AtomRenderer.media_type): OpenApiTypes.STR}
"""For the schema."""


def feed_title(request) -> str:
    """What a search is called by those who subscribe to it."""
    asked = ", ".join(f"{name} {value}" for name, value in sorted(request.query_params.items()))
    return f"Quotes: {asked}" if asked else "Quotes"


def feed_of(quotes, request, title: str) -> QuoteFeed:
    """The quotes recorded last. One query."""
    here = request.build_absolute_uri()
    feed = QuoteFeed(
        title=_clean(title),
        link=request.build_absolute_uri(reverse("quotes-list")),
        description="Recorded last first. Copies are no witnesses: see the origins of each.",
        feed_url=here,
        feed_guid=here,
        author_name="QuotesDB",
    )
    for row in quotes.order_by("-pk").values(*COLUMNS)[:AT_ONCE]:
        address = request.build_absolute_uri(reverse("quotes-detail", args=[row["pk"]]))
        feed.add_item(
            title=_title(row),
            link=address,
            unique_id=address,
            description=_told(row),
            updateddate=row["updated_at"],
            categories=[row["attribution_status"]],
        )
    return feed


def _title(row) -> str:
    words = _clean(row["text"])
    short = words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1]}…"
    return f"{_who(row)}: “{short}”"


def _who(row) -> str:
    name = _clean(row["speaker__name"] or "Speaker unknown")
    if row["attribution_status"] in DOUBTED and row["speaker__name"]:
        return f"Attributed to {name} ({row['attribution_status']})"
    return name


def _told(row) -> str:
    """The whole wording, and how sure it is, as HTML."""
    lines = [
        f"Attribution: {row['attribution_status'].replace('_', ' ')}.",
        f"Printed: {row['appearance_count']}; "
        f"independent origins declared: {row['independent_origins']}.",
        *([_clean(row["occasion"])] if row["occasion"] else []),
    ]
    return format_html(
        '<blockquote lang="{}">{}</blockquote>{}',
        row["language"],
        _clean(row["text"]),
        format_html_join("", "<p>{}</p>", ((line,) for line in lines)),
    )


def _clean(text: str) -> str:
    return NOT_IN_XML.sub("�", text)
