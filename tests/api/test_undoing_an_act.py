"""An act is undone by a new act, as long as the record stands as that act left it."""

from quotesdb import acts, curation
from quotesdb.ingest import Attachment, Report, attach
from quotesdb.models import (
    Alias,
    Appearance,
    Article,
    ArticleText,
    Change,
    Curator,
    Hop,
    Outlet,
    Quote,
    Reliance,
    Segment,
    Speaker,
)
from quotesdb.models.history import Act
from quotesdb.vocabulary import Door, Scope
from tests.api.asking import Asking
from tests.api.known import key_of
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
)


class Undoing(Asking):
    def undo(self, address, act="last", expect=200, headers=None, **params):
        answer = self.client.post(
            f"/api/v1/{address}/history/{act}/undo/",
            query_params=params,
            headers=headers or key_of(),
        )
        self.assertEqual(answer.status_code, expect, answer.content)
        return answer.json()

    def refusal(self, address, act="last", expect=409):
        return self.undo(address, act, expect)["detail"]

    def acts_on(self, address):
        return [it["act"] for it in self.ask(f"{address}/history/")["results"]]


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


class UndoingDeletionsTests(Undoing):
    def test_a_quote_comes_back_as_it_was(self):
        quote = make_quote("Rivers do.", key="q", speaker="Grace Hill", said_from="2024-01-01")
        number, before = quote.pk, self.ask(f"quotes/{quote.pk}/")
        curation.discard([quote], by=None)
        self.undo(f"quotes/{number}")
        self.assertEqual(self.ask(f"quotes/{number}/"), before)
        held = Quote.objects.get(key="q")
        self.assertEqual((held.version, held.sort_date.isoformat()), (2, "2024-01-01"))
        self.assertEqual(Change.objects.latest("id").what, "created")

    def test_an_appearance_with_its_parts(self):
        ada = make_speaker("Ada")
        quote = make_quote()
        appearance = make_appearance(quote, segments=["We", "go."], chain=[ada, ada])
        number, before = appearance.pk, self.ask(f"quotes/{quote.pk}/")
        curation.discard([appearance], by=None)
        self.assertEqual(self.ask(f"quotes/{quote.pk}/")["appearance_count"], 0)
        self.undo(f"appearances/{number}")
        self.assertEqual(self.ask(f"quotes/{quote.pk}/"), before)

    def test_an_outlet_with_its_speaker(self):
        outlet = make_outlet("Wire", aliases=["The Wire"], kind="wire")
        numbers, before = (outlet.pk, outlet.speaker_id), self.ask("outlets/wire/")
        curation.discard([outlet], by=None)
        self.undo("outlets/wire")
        self.assertEqual(self.ask("outlets/wire/"), before)
        held = Outlet.objects.get()
        self.assertEqual((held.pk, held.speaker_id), numbers)

    def test_a_correction_marks_again_whom_it_affects(self):
        appearance = make_appearance()
        correction = make_correction(appearance.article)
        address = f"appearances/{appearance.pk}/"
        number, before = correction.pk, self.ask(address)
        curation.discard([correction], by=None)
        self.undo(f"corrections/{number}")
        self.assertEqual(self.ask(address), before)

    def test_an_article_comes_back_without_its_texts(self):
        article = make_article(key="a")
        attach([Attachment("a", "Rivers do.", {})], Report())
        appearance = make_appearance(
            article=article, segments=[Segment(position=0, exact="Rivers")]
        )
        appearance.text = ArticleText.objects.get()
        segment = Segment(position=0, exact="Rivers", start=0, end=6)
        curation.keep_appearance(appearance, segments=[segment], by=None)
        numbers = appearance.pk, article.pk
        curation.discard([appearance], by=None)
        curation.discard([article], by=None)
        self.assertIn("is no longer there", self.refusal(f"appearances/{numbers[0]}"))
        self.undo(f"articles/{numbers[1]}")
        self.undo(f"appearances/{numbers[0]}")
        self.assertFalse(Article.objects.get().texts.exists())
        held = Appearance.objects.get().segments.get()
        self.assertEqual((held.exact, held.start, held.end), ("Rivers", None, None))

    def test_not_where_the_name_was_given_to_another(self):
        quote = make_quote(key="q")
        number = quote.pk
        curation.discard([quote], by=None)
        make_quote(key="q")
        self.assertIn("This key is taken", self.refusal(f"quotes/{number}", expect=422))

    def test_not_where_it_has_come_back_already(self):
        quote = make_quote()
        number = quote.pk
        curation.discard([quote], by=None)
        act = self.acts_on(f"quotes/{number}")[0]
        self.undo(f"quotes/{number}", act)
        self.assertIn("Quote added", self.refusal(f"quotes/{number}", act))

    def test_what_was_made_is_deleted_unless_it_is_in_use(self):
        quote = make_quote()
        make_appearance(quote)
        made = self.acts_on(f"quotes/{quote.pk}")[-1]
        self.assertIn("in use by", self.refusal(f"quotes/{quote.pk}", made))
        self.assertTrue(Quote.objects.exists())


class WhoMayUndoTests(Undoing):
    CHANGE, ADD, DELETE, STATUS = (
        "change_quote",
        "add_quote",
        "delete_quote",
        "set_status_of_quote",
    )

    def key(self, *names, scope=Scope.CURATE):
        from django.contrib.auth.models import Permission

        owner = Curator.objects.create_user("tom")
        owner.user_permissions.set(Permission.objects.filter(codename__in=names))
        return key_of("tom", scope=scope)

    def test_nobody_unknown(self):
        quote = make_quote()
        answer = self.client.post(f"/api/v1/quotes/{quote.pk}/history/last/undo/")
        self.assertEqual(answer.status_code, 401)

    def test_not_by_a_key_that_only_reads(self):
        quote = make_quote()
        self.undo(f"quotes/{quote.pk}", expect=403, headers=self.key(self.CHANGE, scope=Scope.READ))

    def test_a_change_by_who_may_change(self):
        quote = make_quote("One.")
        quote.text = "Two."
        curation.keep_quote(quote, by=None)
        self.undo(f"quotes/{quote.pk}", headers=self.key(self.CHANGE))

    def test_not_by_who_may_only_add(self):
        quote = make_quote("One.")
        quote.text = "Two."
        curation.keep_quote(quote, by=None)
        self.undo(f"quotes/{quote.pk}", expect=403, headers=self.key(self.ADD))

    def test_a_deletion_by_who_may_add(self):
        quote = make_quote()
        number = quote.pk
        curation.discard([quote], by=None)
        headers = self.key(self.CHANGE)
        self.undo(f"quotes/{number}", expect=403, headers=headers)
        self.undo(f"quotes/{number}", headers=key_of("grace"))

    def test_what_was_made_by_who_may_delete(self):
        quote = make_quote()
        self.undo(f"quotes/{quote.pk}", expect=403, headers=self.key(self.CHANGE, self.ADD))
        self.undo(f"quotes/{quote.pk}", headers=key_of("grace"))
        self.assertFalse(Quote.objects.exists())

    def test_a_status_by_who_may_set_it(self):
        quote = make_quote()
        quote.attribution_status = "disputed"
        curation.keep_quote(quote, by=None)
        headers = self.key(self.CHANGE)
        said = self.undo(f"quotes/{quote.pk}", expect=403, headers=headers)["detail"]
        self.assertIn("Only editors set the attribution status", said)
