"""Three portions of quotes, and somebody who pulls the plug again and again."""

from tests.ingest.bulk.files import QUOTE, SPEAKER, whole
from tests.processes import ended, manage, own_database, start

QUOTES = 12_000
COUNT = """
from quotesdb import likeness
from quotesdb.models import NumberedWords, PostingSegment, Quote, SearchDocument
print(Quote.objects.count(), Quote.history.count())
print(SearchDocument.objects.count(), NumberedWords.objects.count())
near = likeness.nearest(["We have 11999 boats and a lighthouse"], 1)
print(Quote.objects.get(pk=near[0][0].quote).key)
print(PostingSegment.objects.count(), [*likeness.stale_lists()])
"""


def test_nothing_is_lost_and_nothing_doubled(tmp_path):
    quotes = [
        {**QUOTE, "key": f"q{n}", "text": f"We have {n} boats and no lighthouse."}
        for n in range(QUOTES)
    ]
    file = tmp_path / "records.ndjson"
    file.write_bytes(whole(SPEAKER, *quotes))
    with own_database(tmp_path) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
        ended([manage(environment, "migrate", "--verbosity=0")])
        killing = ("-m", "tests.ingest.killed_again_and_again")
        killer = start(environment, *killing, "import_records", str(file), "4")
        (said,) = ended([killer])
        (counted,) = ended([manage(environment, "shell", "--verbosity=0", "-c", COUNT)])
    killed, exit_code = said.split()
    assert int(killed) > 0
    assert exit_code == "0"
    held = f"{QUOTES} {QUOTES}"
    assert counted.splitlines() == [held, held, "q11999", "1 []"]
