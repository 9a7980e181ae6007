"""The parts of our answers as SQL: what `api.resources` declares, written by hand."""

from tests.benchmarks.side_by_side.floor.dialects import Dialect

COLUMNS_OF_A_QUOTE = (
    "appearance_count",
    "independent_origins",
    "independent_origins_inferred",
)


class Fragments:
    """Expressions over rows by the aliases `q` (quote), `s` (its speaker) and `ap` (appearance)."""

    def __init__(self, dialect: Dialect):
        self.sql = dialect

    def quote(self, **more: str) -> str:
        return self.sql.object(
            id="q.id",
            key="q.key",
            text="q.text",
            language="q.language",
            speaker=f"case when q.speaker_id is not null then {self.speaker('s')} end",
            said_from="q.said_from",
            said_until="q.said_until",
            occasion="q.occasion",
            attribution_status="q.attribution_status",
            record_source="q.record_source",
            **{name: f"q.{name}" for name in COLUMNS_OF_A_QUOTE},
            corrections=self.corrections("quote_id = q.id"),
            **more,
        )

    def speaker(self, row: str) -> str:
        return self.sql.object(slug=f"{row}.slug", name=f"{row}.name", kind=f"{row}.kind")

    def appearances(self) -> str:
        rows = """
            (select * from quotesdb_appearance
                where quote_id = q.id and merged_into_id is null order by id) ap
            left join quotesdb_article ar on ar.id = ap.article_id
            left join quotesdb_outlet o on o.id = ar.outlet_id
            left join quotesdb_speaker os on os.id = o.speaker_id
        """
        return self.sql.array(self.appearance(), rows, "ap.id")

    def appearance(self) -> str:
        otherwise = """exists(select 1 from quotesdb_hop h0 where h0.appearance_id = ap.id
            and h0.position = 0 and h0.speaker_id <> q.speaker_id)"""
        return self.sql.object(
            id="ap.id",
            key="ap.key",
            wording="ap.wording",
            language="ap.language",
            form="ap.form",
            cue="ap.cue",
            is_translation=self.sql.true_if("ap.is_translation"),
            nested_in="ap.nested_in_id",
            attributed_differently=self.sql.true_if(otherwise),
            segments=self.segments(),
            corrections=self.corrections("appearance_id = ap.id"),
            affected_by=self.affected(),
            article=self.article("ar", "os"),
            chain=self.chain(),
        )

    def article(self, row: str, outlet: str) -> str:
        named = self.sql.object(slug=f"{outlet}.slug", name=f"{outlet}.name")
        return self.sql.object(
            id=f"{row}.id",
            key=f"{row}.key",
            title=f"nullif({row}.title, '')",
            url=f"nullif({row}.url, '')",
            published_on=f"{row}.published_on",
            outlet=f"case when {row}.outlet_id is not null then {named} end",
        )

    def segments(self) -> str:
        item = self.sql.object(
            exact="g.exact", prefix="g.prefix", suffix="g.suffix", start="g.start", end='g."end"'
        )
        rows = "(select * from quotesdb_segment where appearance_id = ap.id order by position) g"
        return self.sql.array(item, rows, "g.position")

    def chain(self) -> str:
        item = self.sql.object(
            position="h.position",
            speaker=self.speaker("hs"),
            attributed_as="h.attributed_as",
            relation="h.relation",
            medium="nullif(h.medium, '')",
            certainty="h.certainty",
            evidence="h.evidence",
            article=self.article_by("h.article_id"),
        )
        rows = """
            (select * from quotesdb_hop where appearance_id = ap.id order by position) h
            left join quotesdb_speaker hs on hs.id = h.speaker_id
        """
        return self.sql.array(item, rows, "h.position")

    def article_by(self, number: str) -> str:
        """An article that is seldom there, by an expression that gives its id or null."""
        found = f"""
            select {self.article("x", "xs")} from quotesdb_article x
            left join quotesdb_outlet xo on xo.id = x.outlet_id
            left join quotesdb_speaker xs on xs.id = xo.speaker_id where x.id = {number}
        """
        return f"case when {number} is not null then ({found}) end"

    def corrections(self, of: str) -> str:
        item = self.sql.object(
            id="c.id",
            key="c.key",
            kind="c.kind",
            reason="c.reason",
            made_on="c.made_on",
            source_url="nullif(c.source_url, '')",
            source_article=self.article_by("c.source_article_id"),
            source="nullif(c.source, '')",
        )
        rows = f"""(select * from quotesdb_correction where {of}
            and merged_into_id is null and taken_back_on is null order by id) c"""
        return self.sql.array(item, rows, "c.id")

    def affected(self) -> str:
        item = self.sql.object(
            correction="c.key",
            kind="c.kind",
            reason="c.reason",
            made_on="c.made_on",
            source_url="nullif(c.source_url, '')",
            article=self.article_by("c.article_id"),
            how="f.how",
            certainty="f.certainty",
            steps="f.steps",
            through=self.article_by("f.through_id"),
        )
        rows = """(select * from quotesdb_affected where appearance_id = ap.id
            order by correction_id) f left join quotesdb_correction c on c.id = f.correction_id"""
        return self.sql.array(item, rows, "f.correction_id")
