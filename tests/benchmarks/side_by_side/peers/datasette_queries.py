"""What Datasette is given to answer with: flat rows, as it likes them best."""

from tests.benchmarks.side_by_side.floor.dialects import SQLite
from tests.benchmarks.side_by_side.floor.fragments import Fragments
from tests.benchmarks.side_by_side.floor.statements import OUTLET, PAGE, SPEAKER

FLAT = """
    q.id, q.key, q.text, q.language, s.slug as speaker, s.name as speaker_name,
    s.kind as speaker_kind, q.said_from, q.said_until, q.occasion, q.attribution_status,
    q.record_source, q.appearance_count, q.independent_origins, q.independent_origins_inferred
"""
QUOTES = f"select {FLAT} from quotesdb_quote q left join quotesdb_speaker s on s.id = q.speaker_id"
STANDING = "q.merged_into_id is null"
NEWEST_FIRST = f"order by q.sort_date desc, q.id desc limit {PAGE}"
GROUPS = f"""select s.slug, s.name, g.many as quote_count from ({{counted}}) g {{joined}}
    order by g.many desc, g.number desc limit {PAGE}"""


def statements(dialect: SQLite) -> dict[str, str]:
    """By the names of the questions."""
    parts = Fragments(dialect)
    speaker, outlet = SPEAKER.format(":speaker"), OUTLET.format(":outlet")
    return {
        "detail": f"""select {FLAT}, {parts.appearances()} as appearances from quotesdb_quote q
            left join quotesdb_speaker s on s.id = q.speaker_id where q.id = :id""",
        "by_speaker": f"{QUOTES} where q.speaker_id = {speaker} and {STANDING} {NEWEST_FIRST}",
        "deep_page": f"""{QUOTES} where (q.sort_date, q.id) < (:day, cast(:id as integer))
            and {STANDING} {NEWEST_FIRST}""",
        "by_outlet_and_dates": f"""{QUOTES} where {STANDING}
            and (q.said_until >= :said_after
                or (q.said_until is null and q.said_from is not null))
            and (q.said_from <= :said_before
                or (q.said_from is null and q.said_until is not null))
            and exists (select 1 from quotesdb_appearance ap
                join quotesdb_article ar on ar.id = ap.article_id
                where ap.quote_id = q.id and ar.outlet_id = {outlet}) {NEWEST_FIRST}""",
        "search": f"""select {FLAT}, k.marked as highlight
            from ({dialect.found.format(page=PAGE)}) k join quotesdb_quote q on q.id = k.id
            left join quotesdb_speaker s on s.id = q.speaker_id order by k.rank desc""",
        "facets_of_a_speaker": GROUPS.format(
            counted=f"""select coalesce(ar.outlet_id, 0) as number,
                count(distinct ap.quote_id) as many from quotesdb_quote q
                join quotesdb_appearance ap on ap.quote_id = q.id
                join quotesdb_article ar on ar.id = ap.article_id
                where q.speaker_id = {speaker} and {STANDING} group by 1""",
            joined="""left join quotesdb_outlet o on o.id = g.number
                left join quotesdb_speaker s on s.id = o.speaker_id""",
        ),
        "facets_of_all": GROUPS.format(
            counted=f"""select coalesce(q.speaker_id, 0) as number, count(*) as many
                from quotesdb_quote q where {STANDING} group by q.speaker_id""",
            joined="left join quotesdb_speaker s on s.id = g.number",
        ),
    }
