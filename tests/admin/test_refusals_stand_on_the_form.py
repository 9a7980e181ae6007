from django.test import TestCase

from quotesdb.models import Appearance, Article, Hop, Outlet, Quote, Reliance, Speaker
from tests import factory
from tests.admin import desk

APPEARANCE = "/admin/quotesdb/appearance/"


class RefusalsStandOnTheFormTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()
        cls.outlet = factory.make_outlet("The Harbour Post", domain="harbour.example")
        cls.speaker = factory.make_speaker("Grace Hill")
        cls.quote = factory.make_quote("Rivers do not negotiate.", speaker=cls.speaker)
        cls.article = factory.make_article(title="Talks", url="https://harbour.example/talks")
        cls.appearance = factory.make_appearance(cls.quote, cls.article, chain=[cls.speaker])

    def setUp(self):
        self.client.force_login(self.curator)

    def assert_refused(self, sentence, address, **changes):
        response = desk.send(self.client, address, **changes)
        self.assertIn(sentence, desk.refused(response))
        self.assertNotContains(response, "successfully")
        return response

    def add(self, model, sentence, **typed):
        before = model.objects.count()
        response = self.assert_refused(
            sentence, f"/admin/quotesdb/{model.__name__.lower()}/add/", **typed
        )
        self.assertEqual(model.objects.count(), before)
        return response

    def change(self, record, sentence, **typed):
        version = record.version
        response = self.assert_refused(sentence, desk.url(record), **typed)
        record.refresh_from_db()
        self.assertEqual(record.version, version)
        return response

    def test_what_was_typed_is_still_there(self):
        page = self.add(
            Speaker,
            'A Wikidata id is a Q and a number, such as "Q42".',
            name="Ada Byron",
            kind="person",
            wikidata_id="42",
        )
        self.assertContains(page, 'value="Ada Byron"')
        self.assertContains(page, 'value="42"')

    def test_only_an_anonymous_source_is_granted_anonymity(self):
        self.add(
            Speaker,
            "Only an anonymous source has a granting outlet.",
            name="Ada Byron",
            kind="person",
            granted_by=self.outlet.pk,
        )

    def test_only_an_anonymous_source_turns_out_to_be_somebody(self):
        self.add(
            Speaker,
            "Only an anonymous source can turn out to be somebody.",
            name="Ada Byron",
            kind="person",
            identified_as=self.speaker.pk,
        )

    def test_an_identity_is_public_only_once_it_is_recorded(self):
        self.add(
            Speaker,
            "An identity can be public only once it is recorded.",
            name="an official",
            kind="anonymous",
            identity_is_public="on",
        )

    def test_a_slug_belongs_to_one_speaker(self):
        self.add(
            Speaker,
            "This slug is taken by another speaker.",
            name="Grace",
            kind="person",
            slug="grace-hill",
        )

    def test_an_alias_is_named_once(self):
        self.change(
            self.speaker, "This speaker has this alias already.", also_known_as="G. Hill\nG. Hill"
        )

    def test_an_outlet_is_not_added_as_a_speaker(self):
        self.add(
            Speaker,
            "Select a valid choice. outlet is not one of the available choices.",
            name="The Other Post",
            kind="outlet",
        )

    def test_a_domain_is_well_formed(self):
        self.add(
            Outlet,
            'A domain is in small letters, such as "example.org".',
            name="The Other Post",
            domain="Other Post",
        )

    def test_a_domain_belongs_to_one_outlet(self):
        self.add(
            Outlet,
            "Another outlet has this domain.",
            name="The Other Post",
            domain="harbour.example",
        )

    def test_a_country_is_a_code(self):
        self.add(
            Outlet,
            "Country must be two capital letters (ISO 3166).",
            name="The Other Post",
            country="tr",
        )

    def test_an_outlet_needs_a_name_that_is_more_than_space(self):
        self.add(Outlet, "This field is required.", name="  ")

    def test_an_outlets_alias_is_named_once(self):
        self.change(self.outlet, "This speaker has this alias already.", also_known_as="Post\nPost")

    def test_an_address_is_of_the_web(self):
        self.add(Article, "An address starts with http:// or https://.", url="ftp://a.example/b")

    def test_an_address_belongs_to_one_article(self):
        self.add(Article, "Another article has this address.", url="https://harbour.example/talks")

    def test_a_language_is_a_tag(self):
        sentence = (
            'Language must be a language tag such as "en", "pt-BR", or "und" where it is unknown.'
        )
        self.add(Article, sentence, language="English!")

    def relies(self, sentence, **reliance):
        total = {"relies_on-TOTAL_FORMS": 1}
        fields = {f"relies_on-0-{name}": value for name, value in reliance.items()}
        defaults = {"relies_on-0-kind": "cites", "relies_on-0-certainty": "stated"}
        self.change(self.article, sentence, **total, **defaults, **fields)
        self.assertEqual(Reliance.objects.count(), 0)

    def test_an_article_relies_on_one_thing_at_a_time(self):
        other = factory.make_article(title="Other")
        sentence = "An article relies on an outlet or on an article: name exactly one of them."
        self.relies(sentence, outlet=self.outlet.pk, source=other.pk)
        self.relies(sentence, evidence="it says so")

    def test_an_article_does_not_rely_on_itself(self):
        self.relies("An article cannot rely on itself.", source=self.article.pk)

    def test_an_article_relies_on_an_outlet_once(self):
        twice = {
            f"relies_on-1-{name}": value
            for name, value in {
                "outlet": self.outlet.pk,
                "kind": "cites",
                "certainty": "stated",
            }.items()
        }
        self.change(
            self.article,
            "This article relies on this outlet already.",
            **{
                "relies_on-TOTAL_FORMS": 2,
                "relies_on-0-outlet": self.outlet.pk,
                "relies_on-0-kind": "cites",
                "relies_on-0-certainty": "stated",
            },
            **twice,
        )

    def test_a_quote_is_said_from_before_until(self):
        self.add(
            Quote,
            '"Said on or after" must not be later than its end.',
            text="Words.",
            said_from="2024-02-02",
            said_until="2024-01-01",
        )

    def test_an_appearance_keeps_at_least_one_segment(self):
        self.change(
            self.appearance,
            "An appearance needs at least one segment: the words as they are printed.",
            segments__0__DELETE="on",
        )

    def test_positions_have_no_gap(self):
        self.change(
            self.appearance, "Positions start at 0 and go up by one.", segments__0__position=1
        )

    def test_positions_have_no_double(self):
        self.change(
            self.appearance,
            "Another segment of this appearance has this position.",
            segments__TOTAL_FORMS=2,
            segments__1__position=0,
            segments__1__exact="More words.",
        )

    def test_an_appearance_is_not_nested_in_itself(self):
        self.change(
            self.appearance,
            "An appearance cannot be nested in itself.",
            nested_in=self.appearance.pk,
        )

    def test_an_appearance_is_nested_in_its_own_article_only(self):
        elsewhere = factory.make_appearance()
        self.change(
            self.appearance,
            "A quote can be nested only in an appearance in the same article.",
            nested_in=elsewhere.pk,
        )

    def test_an_article_stands_for_no_hop_of_its_own_chain(self):
        self.change(
            self.appearance,
            "An article cannot stand for a hop of its own chain: name the article before it.",
            chain__0__article=self.article.pk,
        )
        self.assertEqual(Hop.objects.exclude(article=None).count(), 0)

    def test_a_hop_names_a_speaker(self):
        self.change(
            self.appearance,
            "This field is required.",
            chain__TOTAL_FORMS=2,
            chain__1__evidence="so it is said",
            chain__1__relation="said",
            chain__1__certainty="stated",
        )
        self.assertEqual(Appearance.objects.count(), 1)
