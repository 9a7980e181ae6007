from datetime import date

import pytest
from django.test import TestCase

from quotesdb import curation, rules
from quotesdb.models import ArticleText, Correction, Hop, Outlet, Segment, Speaker
from quotesdb.models.history import Act, acting
from quotesdb.refusals import Refused
from quotesdb.vocabulary import Door
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
)


def refused(keep, *records, **parts):
    """What is refused, as paths and sentences."""
    with pytest.raises(Refused) as error:
        keep(*records, by=None, **parts)
    return [(it.path, it.sentence) for it in error.value.refusals]


def segments(*positions):
    return [Segment(position=position, exact="Words.") for position in positions]


class AppearanceTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.article = make_article()
        cls.quote = make_quote()
        cls.outer = make_appearance(cls.quote, cls.article)
        cls.inner = make_appearance(cls.quote, cls.article, nested_in=cls.outer)

    def refused(self, appearance, **parts):
        return refused(curation.keep_appearance, appearance, **parts)

    def test_nested_in_the_same_article_only(self):
        self.inner.nested_in = make_appearance()
        self.assertEqual(self.refused(self.inner), [(("nested_in",), rules.NESTED_ELSEWHERE)])

    def test_the_outer_one_cannot_leave_the_article_alone(self):
        self.outer.article = make_article()
        self.assertEqual(self.refused(self.outer), [(("article",), rules.NESTED_ELSEWHERE)])

    def test_not_nested_in_a_loop_through_others(self):
        innermost = make_appearance(self.quote, self.article, nested_in=self.inner)
        self.outer.nested_in = innermost
        self.assertEqual(self.refused(self.outer), [(("nested_in",), rules.NESTED_IN_A_LOOP)])

    def test_not_nested_in_itself(self):
        self.outer.nested_in = self.outer
        sentences = [sentence for _, sentence in self.refused(self.outer)]
        self.assertIn("An appearance cannot be nested in itself.", sentences)

    def test_something_is_printed(self):
        self.assertEqual(self.refused(self.outer, segments=[]), [(("segments",), rules.NO_SEGMENT)])

    def test_positions_of_segments_have_no_gap(self):
        self.assertEqual(
            self.refused(self.outer, segments=segments(0, 2)), [(("segments",), rules.POSITIONS)]
        )

    def test_positions_of_hops_start_at_0(self):
        chain = [Hop(position=1, speaker=make_speaker())]
        self.assertEqual(self.refused(self.outer, chain=chain), [(("chain",), rules.POSITIONS)])

    def test_its_own_article_stands_for_no_hop(self):
        chain = [Hop(position=0, speaker=make_speaker(), article=self.article)]
        self.assertEqual(
            self.refused(self.outer, chain=chain), [(("chain", 0, "article"), rules.OWN_ARTICLE)]
        )

    def test_places_are_counted_in_its_own_article(self):
        text = ArticleText(article=make_article(), version=1, sha256="a", body="Words.")
        text.retrieved_at = "2024-01-01T00:00:00Z"
        with acting(Act(Door.IMPORT)):
            text.save()
        self.outer.text = text
        self.assertEqual(
            list(rules.of_appearance(self.outer, None, None)), [(("text",), rules.FOREIGN_TEXT)]
        )

    def test_everything_is_said_at_once(self):
        self.inner.nested_in, self.inner.form = make_appearance(), "sung"
        chain = [Hop(position=3, speaker=make_speaker(), article=self.article, relation="sang")]
        self.assertEqual(len(self.refused(self.inner, segments=[], chain=chain)), 6)


class SpeakerAndOutletTests(TestCase):
    def test_an_outlet_needs_its_profile(self):
        speaker = Speaker(name="The Harbour Post", kind="outlet")
        self.assertEqual(
            refused(curation.keep_speaker, speaker), [(("kind",), rules.WITHOUT_PROFILE)]
        )

    def test_whoever_has_a_profile_stays_an_outlet(self):
        speaker = make_outlet().speaker
        speaker.kind = "person"
        self.assertEqual(
            refused(curation.keep_speaker, speaker), [(("kind",), rules.WAS_AN_OUTLET)]
        )

    def test_recording_an_outlet_makes_its_speaker_one(self):
        speaker = make_speaker("The Harbour Post")
        curation.keep_outlet(Outlet(speaker=speaker), speaker, by=None)
        speaker.refresh_from_db()
        self.assertEqual(speaker.kind, "outlet")


class CorrectionTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.article = make_article()
        cls.first = make_correction(cls.article, "corrected", made_on=date(2024, 5, 1))

    def another(self, **fields):
        told = {"kind": "corrected", "reason": "Wrong.", "source": "page 2"}
        day = date(2024, 5, 1)
        return Correction(**{**told, "article": self.article, "made_on": day, **fields})

    def test_the_same_is_not_recorded_twice(self):
        sentence = rules.RECORDED_ALREADY.format(key=self.first.key)
        self.assertEqual(refused(curation.keep_correction, self.another()), [((), sentence)])

    def test_an_article_may_be_corrected_again_and_otherwise(self):
        curation.keep_correction(self.another(made_on=date(2024, 5, 2)), by=None)
        curation.keep_correction(self.another(kind="retracted"), by=None)
        self.assertEqual(self.article.corrections.count(), 3)

    def test_what_was_taken_back_may_be_said_again(self):
        curation.take_back(self.first, "Not so.", by=None)
        curation.keep_correction(self.another(), by=None)
        self.first.taken_back_because = "Not so, by their own word."
        curation.keep_correction(self.first, by=None)

    def test_it_may_be_changed_itself(self):
        self.first.reason = "Wrong from the first line on."
        curation.keep_correction(self.first, by=None)

    def test_it_names_what_stands(self):
        gone = make_article()
        type(gone).objects.filter(pk=gone.pk).update(merged_into=self.article)
        gone.refresh_from_db()
        self.assertEqual(
            refused(curation.keep_correction, self.another(article=gone, source_article=gone)),
            [(("article",), rules.MERGED_AWAY), (("source_article",), rules.MERGED_AWAY)],
        )

    def test_it_is_about_something(self):
        (said,) = refused(curation.keep_correction, self.another(article=None))
        self.assertIn("name exactly one of them", said[1])
