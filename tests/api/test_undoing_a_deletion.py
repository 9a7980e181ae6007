"""What was deleted comes back with its number, its name and its parts; what was made goes."""

from quotesdb import curation
from quotesdb.ingest import Attachment, Report, attach
from quotesdb.models import (
    Appearance,
    Article,
    ArticleText,
    Change,
    Outlet,
    Quote,
    Segment,
)
from tests.api.undoing import Undoing
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
)


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
