"""An act is undone by a new act, as long as the record stands as that act left it."""

from quotesdb import acts, curation
from quotesdb.models import (
    Alias,
    Change,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Segment,
    Speaker,
)
from quotesdb.models.history import Act
from quotesdb.vocabulary import Door
from tests.api.undoing import Undoing
from tests.factory import (
    make_appearance,
    make_article,
    make_outlet,
    make_quote,
    make_speaker,
)


class UndoingChangesTests(Undoing):
    def test_the_last_act(self):
        quote = make_quote("Rivers do.")
        quote.text, quote.language = "Rivers do not.", "en"
        curation.keep_quote(quote, by=None)
        entry = self.undo(f"quotes/{quote.pk}", why="it was right before")
        quote.refresh_from_db()
        self.assertEqual((quote.text, quote.language, quote.version), ("Rivers do.", "und", 3))
        told = entry["by"], entry["door"], entry["why"], entry["version"]
        self.assertEqual(told, ("ada", "api", "it was right before", 3))
        self.assertEqual(Change.objects.latest("id").what, "changed")

    def test_parts_are_set_back_too(self):
        speakers = [make_speaker(name) for name in ("Ada", "Grace", "Tom")]
        appearance = make_appearance(segments=["Rivers", "do."], chain=speakers[:2])
        address = f"appearances/{appearance.pk}"
        before = self.ask(f"{address}/")
        curation.keep_appearance(
            appearance,
            segments=[Segment(position=0, exact="Rivers never.")],
            chain=[Hop(position=0, speaker=speakers[2], relation="told")],
            by=None,
        )
        self.assertNotEqual(self.ask(f"{address}/"), before)
        self.undo(address)
        self.assertEqual(self.ask(f"{address}/"), before)

    def test_an_outlet_with_the_speaker_that_it_is(self):
        outlet = make_outlet("Harbour Post", aliases=["Post"], country="GB")
        before = self.ask("outlets/harbour-post/")
        speaker = outlet.speaker
        speaker.name, outlet.country = "Harbour Times", "US"
        curation.keep_outlet(outlet, speaker, aliases=[Alias(name="Times")], by=None)
        self.undo("outlets/harbour-post")
        self.assertEqual(self.ask("outlets/harbour-post/"), before)

    def test_what_an_article_relies_on(self):
        wire, article = make_outlet("Wire"), make_article()
        curation.keep_article(article, relies_on=[Reliance(outlet=wire)], by=None)
        self.undo(f"articles/{article.pk}")
        self.assertFalse(article.relies_on.exists())

    def test_what_follows_from_it_in_other_records(self):
        wire = make_outlet("Wire")
        articles = [make_article(key=key) for key in "ab"]
        quote = make_quote()
        for article in articles:
            make_appearance(quote, article)
        for article in articles:
            curation.keep_article(article, relies_on=[Reliance(outlet=wire)], by=None)
        count = "independent_origins_inferred"
        self.assertEqual(self.ask(f"quotes/{quote.pk}/")[count], 1)
        self.undo(f"articles/{articles[0].pk}")
        self.assertEqual(self.ask(f"quotes/{quote.pk}/")[count], 2)

    def test_one_after_the_other(self):
        speaker = make_speaker("Name 0")
        for number in (1, 2, 3):
            speaker.name = f"Name {number}"
            curation.keep_speaker(speaker, aliases=[Alias(name=f"Also {number}")], by=None)
        third, second, first, made = self.acts_on("speakers/name-0")
        for act, name in ((third, "Name 2"), (second, "Name 1"), (first, "Name 0")):
            self.undo("speakers/name-0", act)
            self.assertEqual(self.ask("speakers/name-0/")["name"], name)
        self.undo("speakers/name-0", made)
        self.assertFalse(Speaker.objects.exists())

    def test_undoing_is_undone(self):
        quote = make_quote("One.")
        quote.text = "Two."
        curation.keep_quote(quote, by=None)
        for words in ("One.", "Two.", "One."):
            self.undo(f"quotes/{quote.pk}")
            quote.refresh_from_db()
            self.assertEqual(quote.text, words)

    def test_not_where_it_was_changed_since(self):
        quote = make_quote("One.")
        quote.text = "Two."
        curation.keep_quote(quote, by=None)
        quote.occasion = "a walk"
        curation.keep_quote(quote, by=None)
        _, second, _ = self.acts_on(f"quotes/{quote.pk}")
        said = self.refusal(f"quotes/{quote.pk}", second)
        self.assertIn("Quote: occasion nothing → a walk", said)
        self.assertIn("Nothing was undone.", said)
        self.assertEqual(Quote.objects.get().text, "Two.")

    def test_not_where_a_part_was_changed_since(self):
        ada, grace = make_speaker("Ada"), make_speaker("Grace")
        appearance = make_appearance(chain=[ada], cue="told")
        appearance.cue = "said"
        curation.keep_appearance(appearance, by=None)
        curation.keep_appearance(appearance, chain=[Hop(position=0, speaker=grace)], by=None)
        act = self.acts_on(f"appearances/{appearance.pk}")[1]
        said = self.refusal(f"appearances/{appearance.pk}", act)
        self.assertIn("Hop 0: speaker ada → grace", said)

    def test_not_where_what_it_would_refer_to_is_gone(self):
        ada, grace = make_speaker("Ada"), make_speaker("Grace")
        quote = make_quote(speaker=ada)
        quote.speaker = grace
        curation.keep_quote(quote, by=None)
        curation.discard([ada], by=None)
        said = self.refusal(f"quotes/{quote.pk}")
        self.assertIn("The speaker ada that it referred to is no longer there.", said)

    def test_nor_where_that_was_merged_away(self):
        ada, grace = make_speaker("Ada"), make_speaker("Grace")
        quote = make_quote(speaker=ada)
        quote.speaker = grace
        curation.keep_quote(quote, by=None)
        with acts.whole(Act(Door.MERGE)):
            ada.merged_into = grace
            acts.revise([ada], ["merged_into_id"])
        said = self.refusal(f"quotes/{quote.pk}")
        self.assertIn("The speaker ada that it referred to has been merged", said)

    def test_a_merge_is_taken_back_elsewhere(self):
        ada, grace = make_speaker("Ada"), make_speaker("Grace")
        with acts.whole(Act(Door.MERGE)):
            ada.merged_into = grace
            acts.revise([ada], ["merged_into_id"])
        self.assertIn("as a merge is", self.refusal("speakers/ada"))
        made = self.acts_on("speakers/ada")[1]
        self.assertIn("merged into", self.refusal("speakers/ada", made))

    def test_not_what_has_come_to_break_a_rule(self):
        outlet = make_outlet("Wire", domain="wire.example")
        outlet.domain = ""
        curation.keep_outlet(outlet, outlet.speaker, by=None)
        make_outlet("Post", domain="wire.example")
        said = self.refusal("outlets/wire", expect=422)
        self.assertIn("Another outlet has this domain.", said)
        self.assertEqual(Outlet.objects.get(pk=outlet.pk).domain, "")

    def test_no_such_act(self):
        quote = make_quote()
        other = make_quote("Other words.")
        act = self.acts_on(f"quotes/{other.pk}")[0]
        self.assertIn("no such act", self.refusal(f"quotes/{quote.pk}", act))
        self.undo(f"quotes/{quote.pk}", 1, expect=409)
        self.undo(f"quotes/{quote.pk}", "9" * 17, expect=409)
        self.undo("quotes/12345", expect=404)
        self.undo(f"quotes/{quote.pk}", expect=400, because="wrong")
