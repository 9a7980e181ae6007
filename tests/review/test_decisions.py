from django.test import TestCase

from quotesdb import review
from quotesdb.models import Appearance, Candidate, Outlet, Quote, Speaker
from quotesdb.refusals import Refused
from quotesdb.review import Chosen, ChosenHop, Verdict
from quotesdb.vocabulary import Form, Rejection, Relation, SpeakerKind
from tests.admin.desk import make_curator
from tests.factory import make_quote
from tests.review.submitted import candidate, submit


class DecisionTests(TestCase):
    def setUp(self):
        submit()
        self.ada, self.bob = make_curator("ada"), make_curator("bob")
        self.candidate = candidate("We will open again")

    def verdict(self, **other):
        mayor = Chosen(name="Grace Hill", kind=SpeakerKind.PERSON, proposed_as="Grace Hill")
        post = Chosen(name="the Harbour Post", kind=SpeakerKind.OUTLET, proposed_as="Harbour Post")
        chain = (ChosenHop(mayor, Relation.TOLD), ChosenHop(post, Relation.REPORTED))
        segments = tuple((start, end) for start, end in self.candidate.segments)
        proposed = {"segments": segments, "form": Form.DIRECT, "speaker": mayor, "chain": chain}
        return Verdict(**{**proposed, **other})

    def accept(self, by=None, **other):
        return review.accept(
            self.candidate.pk,
            self.verdict(**other),
            by=by or self.ada,
            opened_version=self.candidate.version,
        )

    def test_what_is_accepted_is_recorded_with_quote_speaker_chain_and_place(self):
        row = self.accept()
        quote, appearance = Quote.objects.get(), Appearance.objects.get()
        self.assertEqual(quote.speaker.name, "Grace Hill")
        self.assertEqual(appearance.wording, "We will open again when the ice has gone,")
        self.assertEqual(
            list(appearance.chain.values_list("speaker__name", "relation")),
            [("Grace Hill", "told"), ("the Harbour Post", "reported")],
        )
        segment = appearance.segments.get()
        self.assertEqual([[segment.start, segment.end]], self.candidate.segments)
        self.assertEqual(
            (segment.suffix[:1], row.decided_by, row.appearance), ("”", self.ada, appearance)
        )
        self.assertEqual((quote.appearance_count, quote.independent_origins), (1, 1))

    def test_one_who_is_new_and_named_twice_is_one_speaker(self):
        self.accept()
        self.assertEqual(Speaker.objects.filter(name="Grace Hill").count(), 1)
        self.assertEqual(Outlet.objects.count(), 1)

    def test_another_wording_of_a_held_quote(self):
        held = make_quote("We will open again when the ice is gone.")
        self.accept(quote=held.pk)
        self.assertEqual(Appearance.objects.get().quote, held)
        self.assertEqual(Quote.objects.count(), 1)

    def test_words_outside_of_the_article_are_refused_and_nothing_is_kept(self):
        for segments in ((), ((5, 5),), ((0, 10**6),), ((5, 9), (7, 12))):
            with self.subTest(segments), self.assertRaises(Refused):
                self.accept(segments=segments)
        self.assertFalse(Quote.objects.exists() or Speaker.objects.exists())

    def test_whoever_comes_second_is_told_who_was_first(self):
        self.accept(by=self.bob)
        with self.assertRaisesMessage(Refused, "bob has decided about this already"):
            self.accept()

    def test_undoing_takes_away_what_was_made(self):
        row = self.accept()
        review.undo(row.pk, by=self.ada, opened_version=row.version)
        row = Candidate.objects.get(pk=row.pk)
        self.assertEqual((row.decision, row.appearance, row.decided_at), ("waiting", None, None))
        for model in (Quote, Appearance, Speaker, Outlet):
            self.assertFalse(model.objects.exists(), model)

    def test_undoing_leaves_what_something_else_has_come_to_need(self):
        row = self.accept()
        make_quote("Other words.", speaker=Speaker.objects.get(name="Grace Hill"))
        review.undo(row.pk, by=self.ada, opened_version=row.version)
        self.assertEqual([it.name for it in Speaker.objects.all()], ["Grace Hill"])

    def test_a_rejection_has_its_reason_and_can_be_undone(self):
        row = review.reject(
            self.candidate.pk,
            Rejection.NOT_SPEECH,
            by=self.ada,
            opened_version=1,
            remark="A title.",
        )
        self.assertEqual((row.decision, row.rejection), ("rejected", "not_speech"))
        row = review.undo(row.pk, by=self.bob, opened_version=row.version)
        self.assertEqual((row.decision, row.rejection), ("waiting", ""))

    def test_every_decision_is_remembered(self):
        row = self.accept()
        review.undo(row.pk, by=self.bob, opened_version=row.version)
        told = row.history.order_by("history_id").values_list("decision", "history_user__username")
        self.assertEqual(list(told), [("waiting", None), ("accepted", "ada"), ("waiting", "bob")])

    def test_accepted_is_what_was_proposed_and_corrected_what_was_not(self):
        proposed = tuple(
            ChosenHop(Chosen(name=hop["speaker"]["name"]), Relation(hop["relation"]))
            for hop in self.candidate.chain
        )
        row = self.accept(chain=proposed)
        self.assertEqual(row.decision, "accepted")
        row = review.undo(row.pk, by=self.ada, opened_version=row.version)
        self.candidate.version = row.version
        self.assertEqual(self.accept(chain=proposed, form=Form.MIXED).decision, "corrected")


class TakingTests(TestCase):
    def test_one_has_an_article_until_another_takes_it_over(self):
        article, ada, bob = submit().article, make_curator("ada"), make_curator("bob")
        self.assertEqual(review.take(article.pk, ada).by, ada)
        self.assertEqual(review.take(article.pk, bob).by, ada)
        self.assertEqual(review.take(article.pk, bob, over=True).by, bob)
        review.leave(article.pk, bob)
        self.assertEqual(review.take(article.pk, ada).by, ada)
