"""Rows of merging that break a constraint, and those beside which they do."""

from quotesdb.models import Duplicate, Merge, Moved


def make_a_merge():
    """A merge with a row that it moved, and a pair."""
    merge = Merge.objects.create(**merge_fields())
    Moved.objects.create(merge=merge, place="hop.speaker", row=1)
    Moved.objects.create(merge=merge, place="hop.speaker", row=2, set_aside_by=merge)
    Duplicate.objects.create(**duplicate_fields())


def merge_fields(**fields):
    known = {"kind": "speaker", "loser": 1, "survivor": 2, "why": "the same", "door": "admin"}
    return {**known, "at": "2024-01-01T00:00:00Z", **fields}


def duplicate_fields(**fields):
    known = {"kind": "speaker", "a": 1, "b": 2, "alike": "name", "found_at": "2024-01-01T00:00:00Z"}
    return {**known, **fields}


OF_MERGING = {
    "quotesdb_merge_kind_is_known": lambda w: Merge(**merge_fields(kind="article")),
    "quotesdb_merge_why_has_words": lambda w: Merge(**merge_fields(loser=3, why=" ")),
    "quotesdb_merge_in_force_once": lambda w: Merge(**merge_fields(survivor=3)),
    "quotesdb_merge_of_two": lambda w: Merge(**merge_fields(loser=3, survivor=3)),
    "quotesdb_moved_once": lambda w: Moved(merge=Merge.objects.get(), place="hop.speaker", row=1),
    "quotesdb_moved_set_aside_once": lambda w: Moved(
        merge=Merge.objects.get(), place="hop.speaker", row=2, set_aside_by=Merge.objects.get()
    ),
    "quotesdb_duplicate_kind_is_known": lambda w: Duplicate(**duplicate_fields(kind="article")),
    "quotesdb_duplicate_alike_is_known": lambda w: Duplicate(**duplicate_fields(b=3, alike="tone")),
    "quotesdb_duplicate_once": lambda w: Duplicate(**duplicate_fields()),
    "quotesdb_duplicate_older_first": lambda w: Duplicate(**duplicate_fields(a=3)),
    "quotesdb_duplicate_similarity_from_0_to_1": lambda w: Duplicate(
        **duplicate_fields(b=3, similarity=2)
    ),
}
