"""The table: every operation of the API, every page of the desk, and the least role that may.

An operation that has no row here fails `test_who_may_do_what.py`: whoever adds one says first whose
it is.
"""

from typing import NamedTuple

ROLES = (
    "stranger",
    "outsider",
    "reader",
    "contributor",
    "curator",
    "editor",
    "administrator",
    "superuser",
)
"""Each may what those before it may. An outsider is known, but in no group and not staff."""

NOBODY = "nobody"
SCOPES = ("read", "propose", "curate")


def may(role: str, least: str) -> bool:
    return least != NOBODY and ROLES.index(role) >= ROLES.index(least)


def reaches(scope: str, least: str) -> bool:
    return SCOPES.index(scope) >= SCOPES.index(least)


class Row(NamedTuple):
    """Who may at least, and how far a key must reach."""

    role: str
    scope: str = "read"


EVERYBODY = Row("stranger")
RECORDS = ("speakers", "outlets", "articles", "quotes", "appearances", "corrections")
WRITES = {
    "create": Row("curator", "curate"),
    "partial_update": Row("curator", "curate"),
    "destroy": Row("editor", "curate"),
    "redaction": Row("editor", "curate"),
    "redact": Row("editor", "curate"),
    # What is undone in the table is that the record was made, which deletes it.
    "undo": Row("editor", "curate"),
}
MERGEABLE = ("speakers", "outlets", "quotes")
MERGING = {
    "merge_preview": Row("editor", "curate"),
    "merge": Row("editor", "curate"),
    "split": Row("editor", "curate"),
}

API = {
    "index": EVERYBODY,
    "autocomplete": EVERYBODY,
    "changes": EVERYBODY,
    "lookup": EVERYBODY,
    "appearances_list": EVERYBODY,
    "appearances_retrieve": EVERYBODY,
    "articles_list": EVERYBODY,
    "articles_retrieve": EVERYBODY,
    "corrections_list": EVERYBODY,
    "corrections_retrieve": EVERYBODY,
    "outlets_feed": EVERYBODY,
    "outlets_list": EVERYBODY,
    "outlets_retrieve": EVERYBODY,
    "quotes_list": EVERYBODY,
    "quotes_retrieve": EVERYBODY,
    "quotes_facets": EVERYBODY,
    "quotes_feed": EVERYBODY,
    "quotes_graph": EVERYBODY,
    "quotes_origins": EVERYBODY,
    "quotes_sample": EVERYBODY,
    "quotes_wordings": EVERYBODY,
    "speakers_feed": EVERYBODY,
    "speakers_list": EVERYBODY,
    "speakers_retrieve": EVERYBODY,
    "bulk": Row("outsider", "curate"),
    "submissions_create": Row("contributor", "propose"),
    "candidates_list": Row("reader"),
    "candidates_retrieve": Row("reader"),
    "candidates_create": Row("contributor", "propose"),
    "candidates_destroy": Row("contributor", "propose"),
    "candidates_accept": Row("curator", "curate"),
    "candidates_reject": Row("curator", "curate"),
    "candidates_undo": Row("curator", "curate"),
    "merges_list": Row("curator"),
    "merges_retrieve": Row("curator"),
    "merges_undo": Row("editor", "curate"),
    "duplicates_list": Row("curator"),
    "duplicates_retrieve": Row("curator"),
    "duplicates_decide": Row("editor", "curate"),
    **{f"{name}_history": EVERYBODY for name in RECORDS},
    **{f"{name}_{verb}": row for name in RECORDS for verb, row in WRITES.items()},
    **{f"{name}_{verb}": row for name in MERGEABLE for verb, row in MERGING.items()},
}
"""By what the OpenAPI document calls the operation."""


class Rights(NamedTuple):
    """Who may at least, on the pages of one kind of record."""

    look: str
    add: str
    change: str
    delete: str
    redact: str = NOBODY
    undo: str = NOBODY
    """To undo an act. One that nobody knows, as in the table, asks for as much as deleting does."""


RECORD = Rights("reader", "curator", "curator", "editor", "editor", "editor")

KINDS = {
    "speaker": RECORD,
    "outlet": RECORD,
    "article": RECORD,
    "quote": RECORD,
    "appearance": RECORD,
    "correction": RECORD,
    "articletext": Rights("curator", NOBODY, NOBODY, NOBODY),
    "brought": Rights("curator", NOBODY, NOBODY, NOBODY),
    "apikey": Rights("reader", "reader", NOBODY, NOBODY),
    "curator": Rights("administrator", "administrator", "administrator", "superuser"),
    "merge": Rights("curator", NOBODY, NOBODY, NOBODY),
    "webhook": Rights("administrator", "administrator", "administrator", "administrator"),
    "group": Rights("administrator", "superuser", "superuser", "superuser"),
}

PAGES = {
    ("", "GET"): "look",
    ("add/", "GET"): "add",
    ("add/", "POST"): "add",
    ("<path:object_id>/change/", "GET"): "look",
    ("<path:object_id>/change/", "POST"): "change",
    ("<path:object_id>/delete/", "GET"): "delete",
    ("<path:object_id>/delete/", "POST"): "delete",
    ("<path:object_id>/history/", "GET"): "look",
    ("<path:object_id>/history/", "POST"): "undo",
    ("<path:object_id>/redact/", "GET"): "redact",
    ("<path:object_id>/redact/", "POST"): "redact",
}
"""What a page of one kind asks for, by the end of its address."""

ANY_STAFF = "reader"

OLD_ADDRESS = "<path:object_id>/"
"""Leads on to the page of a record, whatever that page then says."""

FINDERS = {
    "speaker": ("quote", "speaker"),
    "outlet": ("article", "outlet"),
    "article": ("appearance", "article"),
    "quote": ("appearance", "quote"),
    "appearance": ("appearance", "nested_in"),
}
"""By what is looked for: a record with a field in which one looks for it."""

DESK = {
    ("", "GET"): ANY_STAFF,
    ("login/", "GET"): "stranger",
    ("jsi18n/", "GET"): ANY_STAFF,
    ("logout/", "POST"): "stranger",
    ("password_change/", "GET"): ANY_STAFF,
    ("password_change/", "POST"): ANY_STAFF,
    ("password_change/done/", "GET"): ANY_STAFF,
    ("autocomplete/", "GET"): ANY_STAFF,
    ("r/<path:content_type_id>/<path:object_id>/", "GET"): ANY_STAFF,
    ("<app_label>/", "GET"): ANY_STAFF,
    ("<url>", "GET"): ANY_STAFF,
    ("quotesdb/apikey/<int:number>/revoke/", "POST"): "reader",
    ("quotesdb/curator/<id>/password/", "GET"): "administrator",
    ("quotesdb/curator/<id>/password/", "POST"): "administrator",
    ("quotesdb/candidate/", "GET"): "reader",
    ("quotesdb/candidate/figures/", "GET"): "reader",
    ("quotesdb/candidate/add/", "GET"): "contributor",
    ("quotesdb/candidate/add/", "POST"): "contributor",
    ("quotesdb/candidate/speakers/", "GET"): "reader",
    ("quotesdb/candidate/<candidate>/", "GET"): "reader",
    ("quotesdb/candidate/<candidate>/accept/", "POST"): "curator",
    ("quotesdb/candidate/<candidate>/reject/", "POST"): "curator",
    ("quotesdb/candidate/<candidate>/undo/", "POST"): "curator",
    ("quotesdb/candidate/article/<article>/", "GET"): "reader",
    ("quotesdb/candidate/article/<article>/candidates/", "GET"): "reader",
    ("quotesdb/candidate/article/<article>/matches/", "POST"): "reader",
    ("quotesdb/candidate/article/<article>/quotes/", "POST"): "reader",
    ("quotesdb/candidate/article/<article>/take/", "POST"): "curator",
    ("quotesdb/candidate/article/<article>/leave/", "POST"): "curator",
    ("quotesdb/candidate/article/<article>/add/", "POST"): "curator",
    ("quotesdb/duplicate/", "GET"): "curator",
    ("quotesdb/duplicate/<int:number>/apart/", "POST"): "editor",
    ("quotesdb/duplicate/<int:number>/again/", "POST"): "editor",
    ("quotesdb/merge/<int:number>/undo/", "POST"): "editor",
    **{
        (f"quotesdb/{kind}/<int:number>/{what}/", method): "editor"
        for kind in ("speaker", "outlet", "quote")
        for what in ("merge", "split")
        for method in ("GET", "POST")
    },
}
"""The other pages, by their address below /admin/."""
