"""1,000 articles, and somebody who pulls the plug 50 times."""

from tests.ingest.killed_again_and_again import TIMES
from tests.processes import ended, manage, own_database, start

ARTICLES = 1_000
COUNT = """
from quotesdb.models import Article, ArticleText, Brought, Candidate
print(Article.objects.count(), ArticleText.objects.count(), Brought.objects.count())
proposed = list(Candidate.objects.values_list("text", "fingerprint"))
print(len(proposed), len(set(proposed)))
"""


def write(folder):
    for number in range(ARTICLES):
        text = f"The harbour keeps berth {number}.\n\n“We have {number} boats,” said Grace Hill.\n"
        (folder / f"article-{number:04}.txt").write_text(text)


def test_nothing_is_lost_and_nothing_doubled(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    write(folder)
    with own_database(tmp_path) as environment:
        environment |= {"DJANGO_SETTINGS_MODULE": "quotesdb.settings"}
        ended([manage(environment, "migrate", "--verbosity=0")])
        killing = ("-m", "tests.ingest.killed_again_and_again")
        killer = start(environment, *killing, "import_articles", str(folder), "0.35")
        assert ended([killer]) == [f"{TIMES} 0\n"]
        (said,) = ended([manage(environment, "shell", "--verbosity=0", "-c", COUNT)])
    articles, candidates = said.splitlines()
    assert articles == f"{ARTICLES} {ARTICLES} {ARTICLES}"
    assert candidates == f"{ARTICLES} {ARTICLES}"
