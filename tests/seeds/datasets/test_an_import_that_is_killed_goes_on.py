"""A hundred lines and more, and somebody who pulls the plug six times."""

from tests.processes import ended, manage, own_database, start
from tests.seeds.datasets.given import quotebank, write
from tests.seeds.datasets.killed_again_and_again import TIMES

LINES = 120
COUNT = """
from quotesdb.models import Appearance, Article, Quote, Speaker
print(Quote.objects.count(), Appearance.objects.count(), Article.objects.count())
print(Speaker.objects.filter(wikidata_id="Q9000001").count())
"""


def test_nothing_is_lost_and_nothing_doubled(tmp_path):
    lines = [
        quotebank(quoteID=f"2019-03-04-{n:06}", urls=[f"https://post.example/{n // 2}"])
        for n in range(LINES)
    ]
    file = write(tmp_path, *lines, name="quotes.json.bz2")
    with own_database(tmp_path) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
        ended([manage(environment, "migrate", "--verbosity=0")])
        killer = start(environment, "-m", "tests.seeds.datasets.killed_again_and_again", str(file))
        (said,) = ended([killer])
        (counted,) = ended([manage(environment, "shell", "--verbosity=0", "-c", COUNT)])
    killed, read, kept = map(int, said.split())
    assert 0 < killed <= TIMES
    assert read == kept == LINES
    assert counted.splitlines() == [f"{LINES} {LINES} {LINES // 2}", "1"]
