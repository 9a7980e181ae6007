"""Whatever is merged, undone, split and changed in between: all is in step, and comes back."""

from unittest import mock

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from quotesdb import curation, kept_answers, merging
from quotesdb.derived import recount
from quotesdb.merging.places import KINDS, PLACES
from quotesdb.models import Appearance, Merge, Quote, Reliance, Speaker
from quotesdb.naming import keeping as names
from quotesdb.refusals import Refused
from tests import factory
from tests.merging.dump import differences, dump

FOUR = st.integers(0, 3)
MERGE = st.tuples(
    st.just("merge"), st.sampled_from(["speakers", "outlets", "quotes"]), FOUR, FOUR, st.booleans()
)
UNDO = st.tuples(st.just("undo"), FOUR)
CHANGE = st.one_of(
    st.tuples(st.just("say"), FOUR, FOUR),
    st.tuples(st.just("split"), FOUR, FOUR),
    st.tuples(st.just("discard"), FOUR),
    st.tuples(st.just("rename"), FOUR, FOUR),
    st.tuples(st.just("rely"), FOUR, FOUR),
)
STAYS = {"alias.speaker"}
"""What a survivor has already stays where it was."""


class AnySequenceTests(TestCase):
    def setUp(self):
        self.enterContext(mock.patch.object(kept_answers, "OFTEN", 2))
        make_speaker, make_outlet = factory.make_speaker, factory.make_outlet
        self.speakers = [
            make_speaker(f"Grace {it}", aliases=["G.", f"Hill {it % 2}"], wikidata_id=f"Q{it + 1}")
            for it in range(4)
        ]
        self.outlets = [make_outlet(f"Post {it}", aliases=["Post"]) for it in range(4)]
        self.articles = [
            factory.make_article(outlet=it, relies_on=[self.outlets[0], self.outlets[1]])
            for it in self.outlets
        ]
        self.quotes = [factory.make_quote("We may talk.", speaker=it) for it in self.speakers]
        for place, quote in enumerate(self.quotes):
            self.print(quote, place % 2, place)
            self.print(quote, 3, place)
        factory.make_correction(self.quotes[0])
        factory.make_correction(self.quotes[1])

    def print(self, quote, article, place):
        hands = [self.speakers[place], self.outlets[place]]
        factory.make_appearance(quote, self.articles[article], chain=hands)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(MERGE | UNDO, min_size=2, max_size=7), st.randoms())
    def test_all_undone_in_any_order_is_as_it_was(self, deeds, chance):
        before = dump()
        self.do(deeds)
        standing = list(Merge.objects.by_themselves().in_force())
        chance.shuffle(standing)
        for merge in standing:
            merging.undo(merge.pk, by=None)
        self.assertEqual(differences(before, dump()), {})

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(MERGE | UNDO | CHANGE, min_size=2, max_size=9))
    def test_nothing_needs_mending_and_nothing_names_what_is_gone(self, deeds):
        self.do(deeds)
        quotes = list(Quote.objects.values_list("pk", flat=True))
        self.assertEqual(recount(quotes), [])
        self.assertEqual(names.renew(Speaker.objects.values_list("pk", flat=True)), {})
        for kind, places in PLACES.items():
            gone = KINDS[kind].objects.merged().values("pk")
            for place in places:
                if place.name not in STAYS:
                    rows = place.model.objects.filter(**{f"{place.column}__in": gone})
                    self.assertFalse(rows.exists(), place.name)
            led = KINDS[kind].objects.merged().exclude(merged_into__merged_into=None)
            self.assertFalse(led.exists(), kind)

    def do(self, deeds):
        for name, *arguments in deeds:
            try:
                getattr(self, f"do_{name}")(*arguments)
            except Refused:
                continue

    def do_merge(self, which, loser, survivor, theirs):
        loser, survivor = getattr(self, which)[loser], getattr(self, which)[survivor]
        loser.refresh_from_db()
        survivor.refresh_from_db()
        option = 1 if theirs else 0
        asked = merging.preview(loser, survivor, by=None).all_choices()
        keep = {it.name: it.options[option] for it in asked}
        merging.merge(loser, survivor, by=None, why="the same", keep=keep)

    def do_undo(self, number):
        standing = Merge.objects.by_themselves().in_force()
        if number < len(standing):
            merging.undo(standing[number].pk, by=None)

    def do_say(self, quote, speaker):
        held, by = self.fresh(self.quotes[quote]), self.fresh(self.speakers[speaker])
        if not held.merged_into_id and not by.merged_into_id:
            held.speaker = by
            curation.keep_quote(held, by=None)

    def do_rename(self, speaker, name):
        held = self.fresh(self.speakers[speaker])
        held.name = f"Ada {name}"
        curation.keep_speaker(held, by=None)

    def do_rely(self, article, outlet):
        on = self.fresh(self.outlets[outlet])
        if not on.merged_into_id:
            relies_on = [Reliance(outlet=on)]
            curation.keep_article(self.fresh(self.articles[article]), relies_on=relies_on, by=None)

    def do_discard(self, number):
        printed = Appearance.objects.standing().order_by("pk")
        if number < len(printed):
            curation.discard([printed[number]], by=None)

    def do_split(self, speaker, number):
        held = self.fresh(self.speakers[speaker])
        quotes = list(held.quotes.values_list("pk", flat=True)[:1])
        new = Speaker(name=f"Grace {number} the younger", kind="person")
        merging.split(held, new, {"quote.speaker": quotes}, by=None, why="two of a name")

    def fresh(self, record):
        return type(record).objects.get(pk=record.pk)
