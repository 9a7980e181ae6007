from dataclasses import replace

import pytest
from django.test import TestCase

from quotesdb import rules
from quotesdb.ingest.loading import TWICE
from quotesdb.models import Brought, Speaker
from quotesdb.records import ArticleRecord, HopRecord, OutletRecord, RelianceRecord, SpeakerRecord
from quotesdb.refusals import Refused
from quotesdb.vocabulary import SpeakerKind
from tests.factory import make_speaker
from tests.ingest.brought import (
    ARTICLE,
    INNER,
    OUTER,
    OUTLET,
    QUOTE,
    RETELLING,
    SPEAKER,
    bring,
    bring_with,
)


def refused(*changed):
    """Kind, key, path and sentence of all that is refused."""
    with pytest.raises(Refused) as error:
        bring_with(*changed)
    return [(it.kind, it.key, it.path, it.sentence) for it in error.value.refusals]


def missing(kind, name):
    return f'{kind} "{name}" is neither in the files nor in the database.'


class RefusedTests(TestCase):
    def test_every_name_that_nobody_has_with_its_place(self):
        chain = (OUTER.chain[0], HopRecord("nobody", article="nothing"))
        self.assertEqual(
            refused(
                replace(QUOTE, speaker="noone"),
                replace(RETELLING, relies_on=(RETELLING.relies_on[1], RelianceRecord("nowhere"))),
                replace(OUTER, chain=chain),
                replace(INNER, nested_in="nil"),
            ),
            [
                ("article", "retelling", ("relies_on", 1, "outlet"), missing("outlet", "nowhere")),
                ("quote", "talks", ("speaker",), missing("speaker", "noone")),
                ("appearance", OUTER.key, ("chain", 1, "speaker"), missing("speaker", "nobody")),
                ("appearance", OUTER.key, ("chain", 1, "article"), missing("article", "nothing")),
                ("appearance", INNER.key, ("nested_in",), missing("appearance", "nil")),
            ],
        )

    def test_a_refused_record_is_not_unknown_to_those_that_name_it(self):
        country = "Country must be two capital letters (ISO 3166)."
        self.assertEqual(
            refused(replace(OUTLET, country="tr")), [("outlet", "post", ("country",), country)]
        )

    def test_nor_is_a_refused_article(self):
        self.assertEqual(
            [it[:3] for it in refused(replace(ARTICLE, language="!"))],
            [("article", "report", ("language",))],
        )

    def test_a_refused_article_that_relies_on_others_is_refused_once(self):
        self.assertEqual(
            [it[:3] for it in refused(replace(RETELLING, language="!"))],
            [("article", "retelling", ("language",))],
        )

    def test_two_refused_sources_are_not_taken_for_one(self):
        other = OutletRecord("other", "Other", country="x")
        on = (RelianceRecord(outlet="post"), RelianceRecord(outlet="other"))
        changed = (replace(OUTLET, country="x"), other, replace(RETELLING, relies_on=on))
        self.assertEqual(
            [it[:2] for it in refused(*changed)], [("outlet", "post"), ("outlet", "other")]
        )

    def test_nothing_is_written(self):
        refused(replace(INNER, nested_in="nil"))
        self.assertFalse(Speaker.objects.exists() or Brought.objects.exists())

    def test_a_person_is_no_outlet(self):
        self.assertEqual(
            refused(replace(ARTICLE, outlet="ada")),
            [("article", "report", ("outlet",), '"ada" is a speaker, but not an outlet.')],
        )

    def test_an_outlet_given_as_a_speaker_needs_its_profile(self):
        record = SpeakerRecord("wire", "The Wire", SpeakerKind.OUTLET)
        self.assertEqual(refused(record), [("speaker", "wire", ("kind",), rules.WITHOUT_PROFILE)])

    def test_an_outlet_cannot_have_a_persons_slug(self):
        taken = "This slug is taken by another speaker."
        self.assertEqual(
            refused(SpeakerRecord("post", "Mr Post", SpeakerKind.PERSON)),
            [("speaker", "post", ("slug",), taken)],
        )
        make_speaker(slug="wire")
        self.assertEqual(
            refused(OutletRecord("wire", "The Wire")), [("outlet", "wire", ("slug",), taken)]
        )

    def test_a_record_given_twice(self):
        with pytest.raises(Refused) as error:
            bring(SPEAKER, replace(SPEAKER, name="Ada"))
        self.assertEqual([it.sentence for it in error.value.refusals], [TWICE])

    def test_a_loop_of_nesting(self):
        found = refused(replace(OUTER, nested_in=INNER.key))
        self.assertEqual(
            [(key, path, sentence) for _, key, path, sentence in found],
            [(OUTER.key, ("nested_in",), rules.NESTED_IN_A_LOOP)],
        )

    def test_nested_in_another_article(self):
        self.assertEqual(
            refused(replace(INNER, article="report")),
            [("appearance", INNER.key, ("nested_in",), rules.NESTED_ELSEWHERE)],
        )

    def test_an_article_that_relies_on_itself(self):
        on_itself = ArticleRecord("own", relies_on=(RelianceRecord(article="own"),))
        self.assertEqual(
            [it[3] for it in refused(on_itself)], ["An article cannot rely on itself."]
        )
