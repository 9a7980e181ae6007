import pytest

from quotesdb.models import Appearance, Article, Outlet, Quote, Reliance, Speaker
from tests.ingest.bulk.files import ALL, APPEARANCE, ARTICLE, OUTLET, SPEAKER, bring, whole

pytestmark = pytest.mark.django_db

SECOND = {**ARTICLE, "key": "a2"}
INNER = {**APPEARANCE, "key": "p2"}


def later(of, name, **members):
    named = "slug" if of in ("speaker", "outlet") else "key"
    return {"type": "later", "of": of, named: name, **members}


def on(key):
    return {"article": {"key": key}}


def test_articles_in_a_circle(tmp_path):
    lines = [
        OUTLET,
        ARTICLE,
        {**SECOND, "relies_on": [on("a1")]},
        later("article", "a1", relies_on=[on("a2"), {"outlet": {"slug": "harbour-post"}}]),
    ]
    assert "later       added                  1" in bring(tmp_path, whole(*lines))
    told = Reliance.objects.order_by("pk").values_list("article__key", "source__key")
    assert list(told) == [("a2", "a1"), ("a1", "a2"), ("a1", None)]
    assert "later       unchanged              1" in bring(tmp_path, whole(*lines))
    assert Article.objects.get(key="a1").version == 1


def test_the_history_has_it(tmp_path):
    bring(tmp_path, whole(*ALL, INNER, later("appearance", "p1", nested_in={"key": "p2"})))
    inner = Appearance.objects.get(key="p1")
    assert inner.nested_in.key == "p2"
    told = inner.history.order_by("history_id").values_list("history_type", "nested_in", "door")
    assert list(told) == [("+", None, "import"), ("~", inner.nested_in_id, "import")]


def test_a_merge_moves_what_follows(tmp_path):
    copy = {**APPEARANCE, "key": "p2"}
    bring(tmp_path, whole(*ALL, copy, later("appearance", "p1", merged_into={"key": "p2"})))
    assert Quote.objects.get().appearance_count == 1


def test_an_outlets_speaker_is_merged_too(tmp_path):
    other = {**OUTLET, "slug": "post", "name": "Post"}
    lines = [
        OUTLET,
        other,
        later("outlet", "harbour-post", merged_into={"slug": "post"}),
        later("outlet", "harbour-post", **{"speaker.merged_into": {"slug": "post"}}),
    ]
    bring(tmp_path, whole(*lines))
    gone, into = Outlet.objects.order_by("pk")
    assert (gone.merged_into, gone.speaker.merged_into) == (into, into.speaker)


def test_an_identity_and_whether_it_is_public(tmp_path):
    source = {**SPEAKER, "slug": "source", "kind": "anonymous"}
    who = {"identified_as": {"slug": "grace-hill"}, "identity_is_public": True}
    bring(tmp_path, whole(source, SPEAKER, later("speaker", "source", **who)))
    assert Speaker.objects.get(slug="source").identity_is_public


REFUSED = {
    "a loop": (
        [
            later("appearance", "p1", nested_in={"key": "p2"}),
            later("appearance", "p2", nested_in={"key": "p1"}),
        ],
        "An appearance cannot be nested in itself, not even through others.",
    ),
    "nobody of that name": (
        [later("appearance", "p1", nested_in={"key": "p9"})],
        'appearance "p9" is neither in the database nor in an earlier line.',
    ),
    "about nobody": (
        [later("appearance", "p9", nested_in={"key": "p1"})],
        'appearance "p9" is neither in the database nor in an earlier line.',
    ),
    "on itself": (
        [later("article", "a1", relies_on=[on("a1")])],
        "An article cannot rely on itself.",
    ),
    "a member that is never told later": (
        [later("quote", "q1", text="Other words.")],
        'A line of the type "later" names a record and one member: merged_into.',
    ),
    "no kind": ([later("qoute", "q1", text="x")], 'Did you mean "quote"?'),
}


@pytest.mark.parametrize("lines, sentence", REFUSED.values(), ids=REFUSED)
def test_what_is_refused(tmp_path, lines, sentence):
    said = bring(tmp_path, whole(*ALL, INNER, *lines))
    assert sentence in said
    assert said.endswith("Nothing was saved.")
    assert not Quote.objects.exists()
