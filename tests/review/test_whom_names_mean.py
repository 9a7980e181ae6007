from django.test import TestCase

from quotesdb import review
from quotesdb.models import Candidate
from quotesdb.review.proposals import proposal_of
from quotesdb.review.verdict import Chosen, ChosenHop, Verdict
from quotesdb.vocabulary import Relation, SpeakerKind
from tests.admin.desk import make_curator
from tests.factory import make_appearance, make_article, make_outlet, make_quote, make_speaker
from tests.review.submitted import candidate, submit

SOURCES = (
    "“The ice will not go before May,” a senior official told Reuters.\n\n"
    "“It never does,” he said.\n\n"
    "“We shall wait,” said a senior official.\n"
)


def proposal(words):
    return proposal_of(candidate(words))


def accept(words, by):
    """Say yes to a proposal as it stands."""
    one = candidate(words)
    verdict = proposal_of(one).verdict
    return review.accept(one.pk, verdict, by=by, opened_version=one.version)


class NamedSpeakersTests(TestCase):
    def setUp(self):
        submit()
        self.ada = make_curator("ada")

    def test_one_that_is_not_held_is_new(self):
        self.assertIsNone(proposal("We will open").verdict.speaker.number)

    def test_the_only_one_of_that_name_is_chosen(self):
        held = make_speaker("Grace Hill")
        self.assertEqual(proposal("We will open").verdict.speaker.number, held.pk)

    def test_an_alias_is_a_name(self):
        held = make_speaker("Grace B. Hill", aliases=["Grace Hill"])
        self.assertEqual(proposal("We will open").verdict.speaker.number, held.pk)

    def test_papers_are_known_with_and_without_their_article(self):
        held = make_outlet("New York Times")
        submit("“The ice is thick,” Grace Hill told the New York Times.\n")
        hop = proposal("The ice is thick").verdict.chain[1]
        self.assertEqual(hop.speaker.number, held.speaker.pk)

    def test_of_two_namesakes_none_is_chosen(self):
        held = [make_speaker("Grace Hill").pk, make_speaker("Grace Hill").pk]
        meant = proposal("We will open").meant["grace hill"]
        self.assertEqual((meant.chosen, meant.must_choose), (None, True))
        self.assertEqual(sorted(meant.offered), held)

    def test_one_of_the_same_surname_is_offered(self):
        held = make_speaker("Gracie P. Hill")
        meant = proposal("We will open").meant["grace hill"]
        self.assertEqual((meant.chosen, meant.offered), (None, [held.pk]))

    def test_the_same_surname_and_the_same_words_are_the_same_person(self):
        held = make_speaker("Gracie P. Hill")
        make_quote("We will open again when the ice has gone.", speaker=held)
        found = proposal("We will open")
        self.assertEqual(found.verdict.speaker.number, held.pk)
        self.assertEqual(found.verdict.quote, found.matches[0].quote.pk)

    def test_who_was_accepted_above_is_chosen_below(self):
        one = candidate("We will open")
        other = Chosen(make_speaker("The Mayor").pk, proposed_as=one.speaker["name"])
        verdict = Verdict(tuple(map(tuple, one.segments)), proposal("We").verdict.form, other)
        review.accept(one.pk, verdict, by=self.ada, opened_version=1)
        Candidate.objects.filter(pk=candidate("Nobody has").pk).update(speaker=one.speaker)
        found = proposal("Nobody has")
        self.assertEqual(found.verdict.speaker.number, other.number)
        self.assertEqual(found.meant["grace hill"].because, "accepted above in this article")

    def test_it_costs_the_same_however_many_are_held(self):
        one = self.candidate
        make_quote("We will open again when the ice is gone.", speaker="Grace Hill")
        with self.assertNumQueries(10):
            proposal_of(one)
        for number in range(5):
            quote = make_quote(f"We will open again in {number}.", speaker=f"Grace {number} Hill")
            make_appearance(quote, make_article())
        with self.assertNumQueries(10):
            proposal_of(one)

    @property
    def candidate(self):
        rows = Candidate.objects.select_related("text", "nested_in")
        return rows.get(pk=candidate("We will open").pk)


class UnnamedSourcesTests(TestCase):
    def setUp(self):
        submit(SOURCES)
        self.ada = make_curator("ada")

    def test_the_same_description_elsewhere_is_offered_and_never_chosen(self):
        held = make_speaker("senior official", kind="anonymous")
        make_quote("The ice will not go before May.", speaker=held)
        found = proposal("The ice will")
        self.assertTrue(found.matches[0].match.is_same)
        meant = found.meant["senior official"]
        self.assertEqual((meant.chosen, meant.offered), (None, [held.pk]))

    def test_he_is_the_source_that_was_accepted_above(self):
        row = accept("The ice will", self.ada)
        self.assertEqual(
            proposal("It never does").verdict.speaker.number, row.appearance.quote.speaker_id
        )

    def test_described_anew_it_may_be_another(self):
        row = accept("The ice will", self.ada)
        meant = proposal("We shall wait").meant["senior official"]
        self.assertIsNone(meant.chosen)
        self.assertEqual(meant.offered, [row.appearance.quote.speaker_id])

    def test_the_paper_that_it_told_granted_its_anonymity(self):
        row = accept("The ice will", self.ada)
        source = row.appearance.quote.speaker
        self.assertEqual((source.kind, str(source.granted_by)), ("anonymous", "Reuters"))

    def test_a_hop_that_is_added_may_be_the_same_new_source(self):
        one = candidate("We shall wait")
        source = Chosen(name="senior official", kind=SpeakerKind.ANONYMOUS)
        chain = (ChosenHop(source, Relation.SAID),)
        verdict = Verdict(
            tuple(map(tuple, one.segments)), proposal("We").verdict.form, source, chain
        )
        row = review.accept(one.pk, verdict, by=self.ada, opened_version=1)
        self.assertEqual(row.appearance.chain.get().speaker, row.appearance.quote.speaker)
