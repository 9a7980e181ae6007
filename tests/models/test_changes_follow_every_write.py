"""Whatever an act does to a record is told once, with its name, its version and where it went."""

from django.test import TestCase

from quotesdb import acts, curation
from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    Change,
    Hop,
    Quote,
    Reliance,
    Speaker,
)
from quotesdb.models.history import Act
from quotesdb.vocabulary import Door
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
    make_text,
)


def told(**of):
    rows = Change.objects.filter(**of)
    return list(rows.values_list("kind", "key", "what", "version", "merged_into"))


def told_by_the_last_act():
    return [row[:4] for row in told(at=Change.objects.latest("id").at)]


class ChangesTests(TestCase):
    def test_a_new_record_is_told_once_with_all_its_parts(self):
        make_speaker("Grace Hill", aliases=["G. Hill", "Grace"])
        self.assertEqual(told(), [("speaker", "grace-hill", "created", 1, "")])

    def test_an_outlet_and_the_speaker_that_it_is(self):
        make_outlet("Harbour Post")
        kinds = [
            ("speaker", "harbour-post", "created", 1),
            ("outlet", "harbour-post", "created", 1),
        ]
        self.assertEqual(told_by_the_last_act(), kinds)

    def test_the_moment_is_that_of_the_history(self):
        speaker = make_speaker()
        self.assertEqual(Change.objects.get().at, speaker.history.get().history_date)
        self.assertEqual(Change.objects.get().number, speaker.pk)

    def test_a_change_of_a_part_is_one_of_the_record(self):
        speaker = make_speaker()
        curation.keep_speaker(speaker, aliases=[Alias(name="Grace"), Alias(name="G.")], by=None)
        self.assertEqual(told_by_the_last_act(), [("speaker", "grace-hill", "changed", 2)])

    def test_a_part_that_is_taken_away_is_one_too(self):
        speaker = make_speaker(aliases=["Grace"])
        curation.keep_speaker(speaker, aliases=[], by=None)
        self.assertEqual(told_by_the_last_act(), [("speaker", "grace-hill", "changed", 2)])

    def test_a_part_that_is_written_by_itself_is_one_of_the_record(self):
        wire, article = make_outlet("Wire"), make_article(key="a")
        with acts.whole(Act(Door.IMPORT)):
            acts.insert([Reliance(article=article, outlet=wire)])
        self.assertEqual(told_by_the_last_act(), [("article", "a", "changed", 1)])

    def test_nothing_is_told_where_nothing_changed(self):
        quote = make_quote()
        before = told()
        curation.keep_quote(quote, by=None)
        self.assertEqual(told(), before)

    def test_nothing_is_told_of_what_is_taken_back(self):
        with self.assertRaises(ZeroDivisionError), acts.whole(Act(Door.ADMIN)):
            acts.keep(Quote(text="Words."))
            raise ZeroDivisionError
        self.assertEqual(told(), [])

    def test_a_deletion_keeps_the_name_and_the_last_version(self):
        quote = make_quote(key="q")
        quote.text = "Other words."
        curation.keep_quote(quote, by=None)
        number = quote.pk
        curation.discard([quote], by=None)
        self.assertEqual(told_by_the_last_act(), [("quote", "q", "deleted", 2)])
        self.assertEqual(Change.objects.latest("id").number, number)

    def test_an_outlet_goes_before_its_speaker(self):
        curation.discard([make_outlet("Wire")], by=None)
        gone = [("outlet", "wire", "deleted", 1), ("speaker", "wire", "deleted", 1)]
        self.assertEqual(told_by_the_last_act(), gone)

    def test_what_an_act_makes_and_takes_away_was_never_there(self):
        with acts.whole(Act(Door.ADMIN)):
            quote = Quote(text="Words.")
            acts.keep(quote)
            acts.discard(quote)
        self.assertEqual(told(), [])

    def test_a_merge_names_the_survivor_and_a_split_nobody(self):
        post, herald = make_outlet("Post"), make_outlet("Herald")
        for survivor in (post, None):
            with acts.whole(Act(Door.MERGE)):
                herald.merged_into = survivor
                acts.revise([herald], ["merged_into_id"])
        merged, split = told()[-2:]
        self.assertEqual(merged, ("outlet", "herald", "merged", 1, "post"))
        self.assertEqual(split, ("outlet", "herald", "split", 1, ""))

    def test_what_is_also_changed_by_the_merge_is_told_as_merged(self):
        post, herald = make_speaker("Post"), make_speaker("Herald")
        with acts.whole(Act(Door.MERGE)):
            herald.merged_into = post
            acts.revise([herald], ["merged_into_id"])
            herald.name = "The Herald"
            acts.keep(herald)
        self.assertEqual(told()[-1], ("speaker", "herald", "merged", 2, "post"))

    def test_a_quote_whose_counts_follow_is_recounted(self):
        make_appearance(make_quote(key="q"), make_article(key="a"), key="p")
        recounted = [("quote", "q", "recounted", 1), ("appearance", "p", "created", 1)]
        self.assertEqual(told_by_the_last_act(), recounted)

    def test_a_quote_far_downstream_is_recounted(self):
        wire = make_outlet("Wire")
        first, second = make_article(key="a"), make_article(key="b")
        quote = make_quote(key="q")
        for article in (first, second):
            make_appearance(quote, article)
        curation.keep_article(second, relies_on=[Reliance(source=first)], by=None)
        told_now = [("article", "b", "changed", 2), ("quote", "q", "recounted", 1)]
        self.assertEqual(told_by_the_last_act(), told_now)
        curation.keep_article(first, relies_on=[Reliance(outlet=wire)], by=None)
        self.assertEqual(told_by_the_last_act(), [("article", "a", "changed", 2)])

    def test_a_quote_to_which_a_correction_comes_is_recounted(self):
        appearance = make_appearance(make_quote(key="q"))
        make_correction(appearance.article, key="c")
        recounted = [("quote", "q", "recounted", 1), ("correction", "c", "created", 1)]
        self.assertEqual(told_by_the_last_act(), recounted)

    def test_a_quote_that_is_changed_and_recounted_is_told_as_changed(self):
        quote = make_quote(key="q")
        with acts.whole(Act(Door.ADMIN)):
            acts.keep(Appearance(quote=quote, article=make_article(), form="direct"), {})
            quote.text = "Other words."
            acts.keep(quote)
        self.assertIn(("quote", "q", "changed", 2), told_by_the_last_act())

    def test_those_that_others_refer_to_come_first(self):
        with acts.whole(Act(Door.ADMIN)):
            quote, article = Quote(text="Words.", key="q"), Article(key="a")
            acts.keep(quote)
            acts.keep(article)
            speaker = Speaker(name="Ada", slug="ada", kind="person")
            acts.keep(speaker)
            appearance = Appearance(quote=quote, article=article, form="direct", key="p")
            acts.keep(appearance, {"chain": [Hop(position=0, speaker=speaker)]})
        self.assertEqual(
            [(kind, key) for kind, key, *_ in told_by_the_last_act()],
            [("speaker", "ada"), ("article", "a"), ("quote", "q"), ("appearance", "p")],
        )

    def test_what_is_never_public_is_not_told(self):
        article = make_article(key="a")
        before = told()
        make_text(article, "The whole text of the article.")
        self.assertEqual(told(), before)
