import pytest

from quotesdb import review
from quotesdb.models import Appearance, Candidate, Quote
from quotesdb.vocabulary import Scope
from tests.api.proposing.caller import Caller
from tests.factory import make_quote, make_speaker
from tests.review.submitted import candidate

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa():
    return Caller("rosa")


@pytest.fixture
def ada():
    return Caller("ada", "Curators", Scope.CURATE)


@pytest.fixture
def one(rosa):
    rosa.submit()
    return candidate("We will open again")


def decide(caller, one, verb, body=None, version="1", **headers):
    headers |= {"If-Match": f'"{version}"'} if version else {}
    return caller.post(f"candidates/{one.pk}/{verb}/", body or {}, **headers)


def test_accepted_as_proposed_it_is_recorded(ada, one):
    answer = decide(ada, one, "accept")
    assert answer.status_code == 200, answer.content
    told = answer.json()
    quote, appearance = Quote.objects.get(), Appearance.objects.get()
    assert (told["decision"], told["decided_by"]) == ("accepted", "ada")
    assert (told["quote"], told["appearance"]) == (quote.pk, appearance.pk)
    assert told["version"] == 2
    assert quote.speaker.name == "Grace Hill"
    assert list(appearance.chain.values_list("speaker__name", flat=True)) == [
        "Grace Hill",
        "Harbour Post",
    ]
    assert appearance.history.get().door == "api"


def test_who_proposed_it_sees_what_became_of_it(ada, rosa, one):
    decide(ada, one, "accept")
    assert rosa.get("candidates/", proposed_by="rosa", decision="accepted").json()["results"]


def test_what_the_body_says_otherwise_is_recorded(ada, one):
    speaker, quote = make_speaker("Mayor Hill"), make_quote("We will open again.")
    hop = {"speaker": {"slug": speaker.slug}, "relation": "told", "attributed_as": "Mayor"}
    body = {"quote": quote.pk, "chain": [hop], "segments": [{"exact": "We will open again"}]}
    told = decide(ada, one, "accept", body).json()
    appearance = Appearance.objects.get()
    assert (told["decision"], appearance.quote) == ("corrected", quote)
    assert appearance.wording == "We will open again"
    assert appearance.chain.get().speaker == speaker


def test_a_speaker_that_is_held_is_chosen_by_its_slug(ada, one):
    mayor = make_speaker("G. Hill")
    told = decide(ada, one, "accept", {"speaker": {"slug": mayor.slug}}).json()
    assert Quote.objects.get().speaker == mayor
    assert told["decision"] == "accepted"


def test_of_several_namesakes_one_must_be_chosen(ada, one):
    first, _ = make_speaker("Grace Hill"), make_speaker("Grace Hill", slug="the-other")
    answer = decide(ada, one, "accept")
    assert answer.status_code == 400
    assert {it["parameter"] for it in answer.json()["errors"]} == {"speaker", "chain.0.speaker"}
    chain = [{"speaker": {"slug": first.slug}}]
    body = {"speaker": {"slug": first.slug}, "chain": chain}
    assert decide(ada, one, "accept", body).status_code == 200


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ({"speaker": {"slug": "nobody"}}, "speaker.slug"),
        ({"speaker": {"name": "Ada"}}, "speaker"),
        ({"segments": [{"exact": "Never said."}]}, "segments.0"),
        ({"quote": "the first"}, "quote"),
        ({"quoot": 1}, "quoot"),
    ],
)
def test_nonsense_is_told_with_its_place(ada, one, body, parameter):
    answer = decide(ada, one, "accept", body)
    assert answer.status_code == 400
    assert parameter in {it["parameter"] for it in answer.json()["errors"]}
    assert not Appearance.objects.exists()


def test_rejected_it_keeps_why(ada, one):
    told = decide(ada, one, "reject", {"rejection": "not_speech", "remark": "A sign."}).json()
    assert (told["decision"], told["rejection"], told["remark"]) == (
        "rejected",
        "not_speech",
        "A sign.",
    )
    assert decide(ada, one, "reject", {"rejection": "ugly"}, "2").status_code == 400


def test_a_decision_is_taken_back_with_what_it_made(ada, one):
    decide(ada, one, "accept")
    told = decide(ada, one, "undo", version="2").json()
    assert (told["decision"], told["quote"], told["version"]) == ("waiting", None, 3)
    assert not Quote.objects.exists()


def test_whoever_has_seen_another_version_is_refused(ada, one):
    decide(ada, one, "reject", {"rejection": "other"})
    answer = decide(ada, one, "accept")
    assert answer.status_code == 412
    assert answer.json()["detail"].startswith("ada has decided about this already: rejected.")


def test_without_a_version_it_is_refused(ada, one):
    assert decide(ada, one, "accept", version=None).status_code == 428
    assert not Appearance.objects.exists()


def test_any_version_will_do_where_that_is_said(ada, one):
    answer = ada.post(f"candidates/{one.pk}/accept/", {}, **{"If-Match": "*"})
    assert answer.status_code == 200


def test_what_is_decided_is_not_decided_again(ada, one):
    decide(ada, one, "accept")
    answer = decide(ada, one, "reject", {"rejection": "other"}, "2")
    assert answer.status_code == 409


def test_while_another_has_the_article_it_is_refused_with_the_desks_sentence(ada, one):
    bob = Caller("bob", "Curators", Scope.CURATE)
    review.take(one.text.article_id, bob.me)
    answer = decide(ada, one, "accept")
    assert answer.status_code == 409
    assert answer.json()["detail"].startswith("bob has this article until")
    assert decide(bob, one, "accept").status_code == 200


@pytest.mark.parametrize("verb", ["accept", "reject", "undo"])
def test_contributors_and_keys_that_only_propose_decide_nothing(rosa, one, verb):
    asking = [rosa, Caller("rosa", scope=Scope.CURATE)]
    asking.append(Caller("ada", "Curators", Scope.PROPOSE))
    for caller in asking:
        assert decide(caller, one, verb, {"rejection": "other"}).status_code == 403
    assert Candidate.objects.get(pk=one.pk).decision == "waiting"


def test_what_is_not_there_is_not_found(ada, one):
    one.pk = 999_999
    for verb in ("accept", "reject", "undo"):
        assert (
            decide(ada, one, verb, {"rejection": "other"} if verb == "reject" else {}).status_code
            == 404
        )


def test_sent_twice_with_one_key_it_is_accepted_once(ada, one):
    answers = [
        ada.post(f"candidates/{one.pk}/accept/", {}, '"k"', **{"If-Match": '"1"'}) for _ in range(2)
    ]
    assert [it.status_code for it in answers] == [200, 200]
    assert answers[0].content == answers[1].content
