"""What follows from new quotes and their printings, found before the quotes are written.

The rules are those of `quotesdb.derived`. Only where their answer is certain without asking are
they not asked: a quote that is printed once has one origin, and what no correction is about is
affected by none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from quotesdb import derived
from quotesdb.ingest.bulk.known import Known
from quotesdb.models import Appearance, Article, Quote, Speaker
from quotesdb.models.history import current_act
from quotesdb.models.quote import COUNTS
from quotesdb.printed_words import REFERENCE, Printing, different

Row = dict[str, Any]

UNKNOWN_DAY = date.min.isoformat()


class Following:
    """The new quotes of a portion, and what prints them; `rows` are those about to be written."""

    def __init__(self, rows: Mapping[Any, Sequence[Row]], known: Known):
        self.quotes: dict[int, Row] = {row["id"]: row for row in rows[Quote]}
        self.named = [row["id"] for row in rows[Speaker]]
        self.printed: dict[int, list[Row]] = defaultdict(list)
        for row in rows[Appearance]:
            if row["quote_id"] not in self.quotes:
                current_act().moved.add((Quote, row["quote_id"]))
            elif row["merged_into_id"] is None:
                self.printed[row["quote_id"]].append(row)
        self.published = {it.meant: it.beside for it in known["article"].values()}
        self.published |= {row["id"]: row["published_on"] for row in rows[Article]}

    def fill_in(self) -> None:
        """Set dates and counts; asks the database about quotes that are printed several times."""
        for number, row in self.quotes.items():
            row["sort_date"] = self._sort_date(row)
            printed = len(self.printed[number])
            row.update(dict.fromkeys(COUNTS, printed))
        several = [number for number in self.quotes if len(self.printed[number]) > 1]
        told = [(it, self.quotes[it]["text"], self.quotes[it]["language"]) for it in several]
        for number, counts in derived.counts_of_new(told).items():
            self.quotes[number].update(zip(COUNTS, counts, strict=True))

    def settle(self) -> None:
        """Set what stands in other rows, once all is written."""
        current_act().named.update(self.named)
        spoken_by = {row["speaker_id"] for row in self.quotes.values()}
        current_act().quoted.update(spoken_by - {None})
        printed = {it: len(self.printed[it]) for it in self.quotes}
        derived.settle_new(printed, different(self.quotes, self._printings()))

    def _printings(self) -> Iterator[Printing]:
        """All wordings, the reference first; of what comes merged, none."""
        for number, quote in self.quotes.items():
            if quote["merged_into_id"] is None:
                yield number, REFERENCE, quote["text"], quote["language"]
                for row in self.printed[number]:
                    yield number, row["id"], row["wording"], row["language"]

    def _sort_date(self, row: Row) -> str:
        """Said from, else the earliest publication, else 0001-01-01."""
        if row["said_from"]:
            return str(row["said_from"])
        days = (self.published.get(it["article_id"]) for it in self.printed[row["id"]])
        return min((day for day in days if day), default=UNKNOWN_DAY)
