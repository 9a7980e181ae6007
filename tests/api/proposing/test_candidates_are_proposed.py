import pytest

from quotesdb.models import Candidate
from tests.api.proposing.caller import ARTICLE, Caller

pytestmark = pytest.mark.django_db

WORDS = "The harbour of Eastmouth will close for the winter."


@pytest.fixture
def rosa():
    return Caller("rosa")


@pytest.fixture
def article(rosa):
    return rosa.submit().json()["article"]["id"]


@pytest.fixture
def propose(rosa, article):
    def propose(**other):
        given = {"article": article, "form": "indirect", "segments": [{"exact": WORDS}]}
        return rosa.post("candidates/", {**given, **other})

    return propose


def faults(answer):
    assert answer.status_code in (400, 422), answer.content
    return {it["parameter"] for it in answer.json()["errors"]}


def test_it_waits_with_its_place_and_who_proposed_it(propose):
    answer = propose(
        speaker={"name": "Grace Hill", "kind": "person", "mention": "Mayor Grace Hill"},
        chain=[{"speaker": {"name": "Grace Hill", "kind": "person"}, "evidence": "told the"}],
        reader="my-script",
        confidence=0.5,
    )
    assert answer.status_code == 201, answer.content
    told = answer.json()
    assert answer.headers["Location"].endswith(f"/api/v1/candidates/{told['id']}/")
    assert told["segments"][0]["exact"] == WORDS
    assert told["segments"][0]["start"] == 0
    start, end = told["speaker"]["place"]
    assert ARTICLE[start:end] == "Mayor Grace Hill"
    assert (told["decision"], told["reader"], told["confidence"]) == ("waiting", "my-script", 0.5)
    assert told["proposed_by"] == "rosa"
    assert Candidate.objects.get(pk=told["id"]).history.get().door == "api"


def test_several_runs_of_words_stand_one_behind_the_other(propose):
    told = propose(segments=[{"exact": "The harbour"}, {"exact": "will close"}]).json()
    assert [it["exact"] for it in told["segments"]] == ["The harbour", "will close"]


@pytest.mark.parametrize(
    "segments",
    [
        [{"exact": "The harbour will stay open."}],
        [{"exact": "will close"}, {"exact": "The harbour"}],
        [{"exact": "The harbour", "start": 1}],
        [{"exact": "the"}],
        [{"exact": "The harbour", "prefix": "In "}],
    ],
)
def test_words_without_one_place_in_the_text_are_refused(propose, segments):
    answer = propose(segments=segments)
    assert answer.status_code == 422, answer.content
    assert next(iter(faults(answer))).startswith("segments.")


def test_what_stands_around_tells_the_same_words_apart(propose):
    told = propose(segments=[{"exact": "the", "prefix": "told "}]).json()
    assert told["segments"][0]["suffix"].startswith(" Harbour Post")


def test_all_that_the_article_does_not_print_is_told_at_once(propose):
    speaker = {"name": "Ada", "kind": "person", "mention": "Ada Byron"}
    chain = [{"speaker": {"name": "Ada", "kind": "person"}, "evidence": "wrote to us"}]
    answer = propose(segments=[{"exact": "No."}], speaker=speaker, chain=chain, cue="cried")
    expected = {"segments.0", "speaker.mention", "chain.0.evidence", "cue"}
    assert faults(answer) == expected


def test_the_same_words_are_proposed_once(propose):
    assert propose().status_code == 201
    assert propose(form="direct").status_code == 409


def test_an_article_without_a_text_is_refused(propose):
    assert faults(propose(article=999_999)) == {"article"}


@pytest.mark.parametrize(
    ("other", "parameter"),
    [
        ({"form": "sung"}, "form"),
        ({"segments": []}, "segments"),
        ({"segments": [{"exact": ""}]}, "segments.0.exact"),
        ({"segments": [{"exat": "x"}]}, "segments.0.exat"),
        ({"speaker": {"name": "Ada"}}, "speaker.kind"),
        ({"chain": [{"speaker": {"name": "A", "kind": "ghost"}}]}, "chain.0.speaker.kind"),
        ({"confidence": 2}, "confidence"),
        ({"said_from": "yesterday"}, "said_from"),
        ({"speeker": None}, "speeker"),
    ],
)
def test_nonsense_is_told_with_its_place(propose, other, parameter):
    assert parameter in faults(propose(**other))
    assert not Candidate.objects.filter(rule="proposed by hand").exists()


def test_sent_twice_with_one_key_it_is_proposed_once(rosa, article):
    body = {"article": article, "form": "indirect", "segments": [{"exact": WORDS}]}
    first, again = (rosa.post("candidates/", body, '"k"') for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
