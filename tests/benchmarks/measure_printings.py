"""How well `quotesdb.likeness` finds what was said by what newspapers printed of it.

`python -m` this module fills the empty database that VAR_DIR or DATABASE_URL names with the lines
of transcripts (JSON Lines: "id", which ends in ":" and the number of the line; "text"), and looks
up printed quotations ("query"; "target_doc" and "target_lines", the first and the last line that
it was taken from). A line is found where it stands in the first place: it itself, or, told apart
from that, another one in which all the printed words stand, one after the other.
"""

import argparse
import json
import os
import sys
from pathlib import Path

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quotesdb.settings")
    import django

    django.setup()

from django.core.management import call_command  # noqa: E402

from quotesdb import likeness, turns  # noqa: E402
from quotesdb.models import Quote  # noqa: E402
from quotesdb.wording.keys import keys  # noqa: E402

BULK = 5_000


def main():
    asked = arguments()
    call_command("migrate", verbosity=0)
    lines = {one["id"]: one["text"] for one in rows(asked.transcripts)}
    if not Quote.objects.exists():
        load(lines)
    printed = list(rows(asked.printed))
    missed = [(one, near) for one in printed if not is_line(one, near := first(one["query"]))]
    of_other_words = [one for one in missed if not has_all_words(*one)]
    for what, some in (("by line", missed), ("or with all the words", of_other_words)):
        many = len(printed) - len(some)
        sys.stdout.write(f"{what}: {many} of {len(printed)} ({many / len(printed):.3f})\n")
    for one, near in missed if asked.show else ():
        found = f"{near.quote}: {near.text}" if near else "nothing"
        sys.stdout.write(f"\n{one['id']}\n  printed: {one['query']}\n  found {found}\n")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("transcripts", type=Path)
    parser.add_argument("printed", type=Path)
    parser.add_argument("--show", action="store_true", help="what was not found")
    return parser.parse_args()


def rows(path):
    return (json.loads(line) for line in path.open())


def load(lines):
    Quote.objects.bulk_create(
        (
            Quote(key=f"line-{at}", text=text, occasion=id)
            for at, (id, text) in enumerate(lines.items())
        ),
        batch_size=BULK,
    )
    with turns.taken():
        likeness.rebuild()


def first(words):
    [found] = likeness.nearest([words])
    return found[0] if found else None


def is_line(printed, near):
    if near is None:
        return False
    document, _, number = Quote.objects.get(pk=near.quote).occasion.rpartition(":")
    begin, end = map(int, printed["target_lines"])
    return document == printed["target_doc"] and begin <= int(number) <= end


def has_all_words(printed, near):
    if near is None:
        return False
    said, words = (f" {' '.join(keys(text))} " for text in (near.text, printed["query"]))
    return words in said


if __name__ == "__main__":
    main()
