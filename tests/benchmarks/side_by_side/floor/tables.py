"""The floor's own tables: what a hand would add so that each question has its index."""

from collections.abc import Iterator

PRINTED = """
    create table floor_printed as select distinct ar.outlet_id, q.id as quote_id, q.sort_date,
        q.said_until, case when q.said_from is null then 1 else 0 end as is_open
    from quotesdb_quote q
    join quotesdb_appearance ap on ap.quote_id = q.id and ap.merged_into_id is null
    join quotesdb_article ar on ar.id = ap.article_id
    where ar.outlet_id is not null and q.merged_into_id is null
        and (q.said_from is not null or q.said_until is not null)
"""
IN_ORDER = """
    create index floor_printed_in_order
    on floor_printed (outlet_id, is_open, sort_date, quote_id, said_until)
"""
WORDINGS = """
    select id, {together} as body from (
        select q.id as id, q.text as text from quotesdb_quote q where q.merged_into_id is null
        union
        select q.id, ap.wording from quotesdb_appearance ap
        join quotesdb_quote q on q.id = ap.quote_id
        where ap.merged_into_id is null and q.merged_into_id is null
    ) as different group by id
"""


def statements(engine: str) -> Iterator[str]:
    yield from ("drop table if exists floor_printed", "drop table if exists floor_words")
    yield PRINTED
    yield IN_ORDER
    yield from ON_POSTGRESQL if engine == "postgresql" else ON_SQLITE


ON_POSTGRESQL = (
    "create table floor_words (quote_id bigint primary key, body text, words tsvector)",
    f"""insert into floor_words select id, body, to_tsvector('english', body)
        from ({WORDINGS.format(together="string_agg(text, ' ')")}) as together""",
    "create index floor_words_found on floor_words using gin (words)",
)
ON_SQLITE = (
    "create virtual table floor_words using fts5 (body, tokenize = 'porter unicode61')",
    f"""insert into floor_words (rowid, body)
        {WORDINGS.format(together="group_concat(text, ' ')")}""",
    "insert into floor_words (floor_words) values ('optimize')",
)
