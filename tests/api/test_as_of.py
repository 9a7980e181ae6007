"""`as_of`: what is told of a moment, who was not there then, and what does not go with it."""

from datetime import timedelta
from unittest import mock

from django.utils import timezone

from quotesdb import acts, curation
from quotesdb.models import Edition, Quote, Reliance, Speaker
from quotesdb.models.history import Act
from quotesdb.vocabulary import Door
from tests.api.asking import Asking, question
from tests.factory import (
    make_appearance,
    make_article,
    make_correction,
    make_outlet,
    make_quote,
    make_speaker,
    make_text,
)


def now():
    """The moment of the last act."""
    return Edition.objects.get().at.isoformat()


class AsOfTests(Asking):
    def test_a_record_as_it_was_worded(self):
        quote = make_quote("Rivers do.")
        then, told = now(), self.ask(f"quotes/{quote.pk}/")
        quote.text = "Rivers do not."
        curation.keep_quote(quote, by=None)
        self.assertEqual(self.ask(f"quotes/{quote.pk}/", as_of=then), told)
        self.assertNotEqual(self.ask(f"quotes/{quote.pk}/"), told)

    def test_counts_are_those_of_then(self):
        wire, quote = make_outlet("Wire"), make_quote()
        articles = [make_article(), make_article()]
        for article in articles:
            make_appearance(quote, article)
        then = now()
        for article in articles:
            curation.keep_article(article, relies_on=[Reliance(outlet=wire)], by=None)
        make_appearance(quote)
        told = self.ask(f"quotes/{quote.pk}/", as_of=then)
        counts = "appearance_count", "independent_origins", "independent_origins_inferred"
        self.assertEqual([told[name] for name in counts], [2, 2, 2])
        told = self.ask(f"quotes/{quote.pk}/")
        self.assertEqual([told[name] for name in counts], [3, 3, 2])

    def test_counts_by_shared_text_are_those_of_then(self):
        words = " ".join(f"word{number}" for number in range(200))
        quote, articles = make_quote(), [make_article(), make_article()]
        for article in articles:
            make_appearance(quote, article)
        before = now()
        for article in articles:
            make_text(article, words)
        after = now()
        make_text(articles[0], "Something else altogether.")
        counts = [
            self.ask(f"quotes/{quote.pk}/", **asked)["independent_origins_inferred"]
            for asked in ({"as_of": before}, {"as_of": after}, {})
        ]
        self.assertEqual(counts, [2, 1, 2])

    def test_a_merge_leads_where_it_led_then(self):
        ada, byron = make_speaker("Ada"), make_speaker("Byron")
        apart = now()
        with acts.whole(Act(Door.MERGE)):
            ada.merged_into = byron
            acts.revise([ada], ["merged_into_id"])
        merged = now()
        with acts.whole(Act(Door.MERGE)):
            ada.merged_into = None
            acts.revise([ada], ["merged_into_id"])
        self.assertEqual(self.ask("speakers/ada/", as_of=apart)["name"], "Ada")
        answer = self.client.get("/api/v1/speakers/ada/", {"as_of": merged})
        self.assertEqual(answer.status_code, 301)
        self.assertIn("/speakers/byron/?as_of=", answer["Location"])

    def test_who_was_not_there_yet_or_no_longer(self):
        make_quote("Before.")
        before = now()
        quote = make_quote("Words.")
        number, between = quote.pk, now()
        curation.discard([quote], by=None)
        self.ask(f"quotes/{number}/", 404, as_of=before)
        self.assertEqual(self.ask(f"quotes/{number}/", as_of=between)["text"], "Words.")
        self.ask(f"quotes/{number}/", 404, as_of=now())

    def test_what_a_speaker_had_said_by_then(self):
        ada = make_speaker("Ada")
        quotes = [
            make_quote(f"Quote {number}.", key=f"q{number}", speaker=ada) for number in range(3)
        ]
        then = now()
        quotes[1].speaker = None
        curation.keep_quote(quotes[1], by=None)
        curation.discard([quotes[2]], by=None)
        self.assertEqual(self.names("quotes/", speaker="ada"), ["q0"])
        self.assertEqual(self.names("quotes/", speaker="ada", as_of=then), ["q2", "q1", "q0"])

    def test_lists_are_turned_over(self):
        ada = make_speaker("Ada")
        for number in range(5):
            make_quote(f"Quote {number}.", key=f"q{number}", speaker=ada)
        then, told, asked = now(), [], {}
        curation.discard([Quote.objects.get(key="q2")], by=None)
        while asked is not None:
            answer = self.ask("quotes/", speaker="ada", as_of=then, page_size=2, **asked)
            told += [row["key"] for row in answer["results"]]
            asked = answer["next"] and {"cursor": question(answer["next"])["cursor"]}
        self.assertEqual(told, [f"q{number}" for number in (4, 3, 2, 1, 0)])

    def test_a_key(self):
        quote = make_quote("One.", key="q")
        then = now()
        quote.text = "Two."
        curation.keep_quote(quote, by=None)
        self.assertEqual(self.names("quotes/", "text", key="q", as_of=then), ["One."])

    def test_the_name_that_an_alias_meant_then(self):
        make_speaker("Ada Byron", aliases=["Lady Ada"])
        make_quote(key="q", speaker=Speaker.objects.get())
        then = now()
        curation.keep_speaker(Speaker.objects.get(), aliases=[], by=None)
        self.assertEqual(self.names("quotes/", speaker="lady-ada"), [])
        self.assertEqual(self.names("quotes/", speaker="lady-ada", as_of=then), ["q"])

    def test_a_correction_with_all_that_it_came_to(self):
        article = make_article()
        appearance = make_appearance(article=article)
        correction = make_correction(article)
        then, told = now(), self.ask(f"corrections/{correction.pk}/")
        make_appearance(article=article)
        self.assertEqual(self.ask(f"corrections/{correction.pk}/", as_of=then), told)
        curation.take_back(correction, "It was right.", by=None)
        affected = self.ask(f"appearances/{appearance.pk}/", as_of=then)["affected_by"]
        self.assertEqual(len(affected), 1)

    def test_a_day_is_its_end(self):
        quote = make_quote("One.")
        day = timezone.now() + timedelta(days=1)
        with mock.patch("django.utils.timezone.now", return_value=day):
            quote.text = "Two."
            curation.keep_quote(quote, by=None)
            told = self.ask(f"quotes/{quote.pk}/", as_of=(day - timedelta(days=1)).date())
            self.assertEqual(told["text"], "One.")
            told = self.ask(f"quotes/{quote.pk}/", as_of=day.date())
            self.assertEqual(told["text"], "Two.")
        self.ask(f"quotes/{quote.pk}/", 404, as_of="2001-01-01")

    def test_moments_in_any_zone(self):
        quote = make_quote()
        for moment in (now(), now().replace("+00:00", "Z"), now().replace("+00:00", "")):
            self.ask(f"quotes/{quote.pk}/", as_of=moment)
        answer = self.client.get(f"/api/v1/quotes/{quote.pk}/?as_of={now()}")
        self.assertEqual(answer.status_code, 200)

    def test_who_it_turned_out_to_be_is_told_only_while_it_is_public(self):
        grace = make_speaker("Grace Hill")
        make_speaker("an official", kind="anonymous", identified_as=grace)
        private = now()
        source = Speaker.objects.get(slug="an-official")
        source.identity_is_public = True
        curation.keep_speaker(source, by=None)
        public = now()
        identities = [
            self.ask("speakers/an-official/", as_of=at)["identified_as"] for at in (private, public)
        ]
        self.assertEqual([it and it["slug"] for it in identities], [None, "grace-hill"])
        source.identity_is_public = False
        curation.keep_speaker(source, by=None)
        self.assertIsNone(self.ask("speakers/an-official/", as_of=public)["identified_as"])

    def test_many_quotes_cost_what_one_costs(self):
        ada = make_speaker("Ada")
        for many in (1, 6):
            for number in range(many):
                make_appearance(make_quote(f"Quote {number}.", speaker=ada), chain=[ada])
            then = now()
            with self.assertNumQueries(LIST_COST):
                self.ask("quotes/", speaker="ada", as_of=then)


LIST_COST = 15


class WhatDoesNotGoTests(Asking):
    def problem(self, address, **params):
        return self.ask(address, 400, **params)["detail"]

    def test_what_is_no_moment(self):
        for nonsense in ("yesterday", "2024-13-01", "2024", "2024-03-05T25:00", "0000-01-01"):
            self.assertIn("Must be a day", self.problem("quotes/1/", as_of=nonsense))

    def test_what_is_still_to_come(self):
        tomorrow = timezone.now() + timedelta(days=1)
        for at in (tomorrow.date(), tomorrow.isoformat(), "9999-12-31"):
            self.assertIn("still to come", self.problem("quotes/1/", as_of=at))

    def test_fields_of_a_record(self):
        said = self.problem("quotes/1/", as_of="2024-01-01", fields="text")
        self.assertIn("`as_of` goes with nothing else here, but `fields` is given.", said)

    def test_other_filters_of_a_list(self):
        said = self.problem("quotes/", as_of="2024-01-01", speaker="ada", q="talks", form="direct")
        self.assertIn("but `q`, `form` is given", said)
        self.assertIn("`speaker` or `key`", said)

    def test_a_list_of_everything(self):
        self.assertIn("name one", self.problem("quotes/", as_of="2024-01-01"))

    def test_a_list_that_is_asked_by_neither(self):
        said = self.problem("speakers/", as_of="2024-01-01")
        self.assertIn("only single speakers", said)

    def test_what_nobody_knows_at_all(self):
        said = self.problem("quotes/1/", as_off="2024-01-01")
        self.assertIn('Did you mean "as_of"?', said)

    def test_questions_that_have_no_past(self):
        quote = make_quote()
        for question_about in ("origins", "wordings", "graph"):
            self.problem(f"quotes/{quote.pk}/{question_about}/", as_of="2024-01-01")
        self.problem("quotes/facets/", group_by="speaker", as_of="2024-01-01")
