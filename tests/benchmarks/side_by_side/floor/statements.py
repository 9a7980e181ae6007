"""One SQL statement for each question.

Each gives rows of an answer's JSON and, where there are pages, of the two values that a cursor
needs; one row more than a page has, by which it is known that there is another one.
"""

from dataclasses import dataclass

from tests.benchmarks.side_by_side.floor.dialects import Dialect
from tests.benchmarks.side_by_side.floor.fragments import Fragments

PAGE = 50

SPEAKER = "(select coalesce(merged_into_id, id) from quotesdb_speaker where slug = {})"
OUTLET = f"(select id from quotesdb_outlet where speaker_id = {SPEAKER})"
# All are counted in an index alone; then the few that were merged are taken away again.
ALL_BY_SPEAKER = "select speaker_id, count(*) as n from quotesdb_quote group by speaker_id"
MERGED_BY_SPEAKER = "select speaker_id, -1 from quotesdb_quote where merged_into_id > 0"
NEWEST_FIRST = f"order by q.sort_date desc, q.id desc limit {PAGE + 1}"


@dataclass(frozen=True, slots=True)
class Statements:
    """By the names of the parameters in the address; `id` stands for a quote's own address."""

    dialect: Dialect

    def by_parameters(self) -> dict[tuple[str, ...], str]:
        return {
            ("id",): self.detail(),
            ("speaker",): self.by_speaker(),
            ("cursor",): self.after(),
            ("outlet", "said_after", "said_before"): self.by_outlet_and_dates(),
            ("highlight", "q"): self.search(),
            ("group_by", "speaker"): self.facets_of_a_speaker(),
            ("group_by",): self.facets_of_all(),
        }

    def detail(self) -> str:
        parts = Fragments(self.dialect)
        whole = parts.quote(appearances=parts.appearances())
        return f"""select {whole} from quotesdb_quote q
            left join quotesdb_speaker s on s.id = q.speaker_id
            where q.id = {self._given("id")} and q.merged_into_id is null"""

    def by_speaker(self) -> str:
        speaker = SPEAKER.format(self._given("speaker"))
        return self._page(f"""select * from quotesdb_quote q
            where q.speaker_id = {speaker} and q.merged_into_id is null {NEWEST_FIRST}""")

    def after(self) -> str:
        """The page behind the row of that date and id."""
        date, number = self._given("date"), self._given("id")
        return self._page(f"""select * from quotesdb_quote q
            where (q.sort_date, q.id) < ({date}, {number})
            and q.merged_into_id is null {NEWEST_FIRST}""")

    def by_outlet_and_dates(self) -> str:
        """By a table with the index for it: the dated, and those of whom only the end is known."""
        outlet = OUTLET.format(self._given("outlet"))
        first, last = self._given("said_after"), self._given("said_before")
        some = f"select quote_id, sort_date from floor_printed q where outlet_id = {outlet}"
        order = f"order by sort_date desc, quote_id desc limit {PAGE + 1}"
        keys = f"""
            select * from ({some} and is_open = 0 and sort_date <= {last}
                and (said_until is null or said_until >= {first}) {order}) dated
            union all
            select * from ({some} and is_open = 1 and said_until >= {first} {order}) opened
            {order}
        """
        return self._page(f"select q.* from ({keys}) k join quotesdb_quote q on q.id = k.quote_id")

    def search(self) -> str:
        """By words of the reference or of a printed wording, the best first."""
        found = self.dialect.found.format(page=PAGE + 1, options=self.dialect.options)
        quote = Fragments(self.dialect).quote(highlight="k.marked")
        return f"""select {quote}, k.rank, q.id from ({found}) k
            join quotesdb_quote q on q.id = k.id
            left join quotesdb_speaker s on s.id = q.speaker_id order by k.rank desc, q.id desc"""

    def facets_of_a_speaker(self) -> str:
        """How many of a speaker's quotes each outlet prints."""
        speaker = SPEAKER.format(self._given("speaker"))
        counted = f"""select coalesce(ar.outlet_id, 0) as number,
            count(distinct ap.quote_id) as many from quotesdb_appearance ap
            join quotesdb_quote q on q.id = ap.quote_id
            join quotesdb_article ar on ar.id = ap.article_id
            where q.speaker_id = {speaker} and q.merged_into_id is null
            and ap.merged_into_id is null group by 1"""
        outlet = self.dialect.object(slug="s.slug", name="s.name")
        joined = """left join quotesdb_outlet o on o.id = g.number
            left join quotesdb_speaker s on s.id = o.speaker_id"""
        return self._facets("outlet", counted, outlet, joined)

    def facets_of_all(self) -> str:
        """Who is quoted most."""
        counted = f"""select coalesce(speaker_id, 0) as number, sum(n) as many
            from ({ALL_BY_SPEAKER} union all {MERGED_BY_SPEAKER}) counted group by 1"""
        speaker = Fragments(self.dialect).speaker("s")
        return self._facets(
            "speaker", counted, speaker, "left join quotesdb_speaker s on s.id = g.number"
        )

    def _facets(self, name: str, counted: str, named: str, joined: str) -> str:
        group = {name: f"case when s.id is not null then {named} end", "quote_count": "g.many"}
        order = "order by many desc, number desc"
        return f"""select {self.dialect.object(**group)}, g.many, g.number
            from ({counted} {order} limit {PAGE + 1}) g {joined} {order}"""

    def _page(self, rows: str) -> str:
        return f"""select {Fragments(self.dialect).quote()}, q.sort_date, q.id from ({rows}) q
            left join quotesdb_speaker s on s.id = q.speaker_id
            order by q.sort_date desc, q.id desc"""

    def _given(self, name: str) -> str:
        return self.dialect.parameter(name)
