from datetime import date

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from quotesdb import acts
from quotesdb.models import ArticleText, Brought, Reliance
from quotesdb.models.history import Act, acting
from quotesdb.vocabulary import Door
from tests import factory
from tests.admin import desk

SEARCHES = ["quote", "appearance", "article", "speaker", "outlet", "correction"]
LISTS = [*SEARCHES, "articletext", "brought", "curator"]


def make_all(number):
    """One more row in every list, with all that its line shows."""
    outlet = factory.make_outlet(f"Post {number}", aliases=[f"P{number}"])
    source = factory.make_speaker(f"official {number}", kind="anonymous", granted_by=outlet)
    article = factory.make_article(title=f"Talks {number}", outlet=outlet)
    quote = factory.make_quote(f"Words {number}.", speaker=source)
    appearance = factory.make_appearance(quote, article, chain=[source, outlet])
    for about in (quote, appearance, article):
        factory.make_correction(about, source_article=article)
    desk.make_curator(f"curator-{number}")
    Brought.objects.create(importer="seeds", kind="quote", key=str(number))
    text = ArticleText(
        article=article, version=1, sha256="0" * 64, retrieved_at=timezone.now(), body="Words."
    )
    with acting(Act(Door.IMPORT)):
        acts.insert([text])


class ListsCostTheSameAtAnyLengthTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()
        make_all(0)

    def setUp(self):
        self.client.force_login(self.curator)

    def cost(self, address):
        with CaptureQueriesContext(connection) as queries:
            response = self.client.get(address)
        self.assertEqual(response.status_code, 200, address)
        return len(queries)

    def assert_same_cost(self, addresses, grow):
        """Each is asked once before: some things cost only the first time."""
        for address in addresses:
            self.cost(address)
        before = {address: self.cost(address) for address in addresses}
        grow()
        self.assertEqual(before, {address: self.cost(address) for address in addresses})

    def test_every_list(self):
        addresses = [f"/admin/quotesdb/{name}/" for name in LISTS]
        addresses += [f"/admin/quotesdb/{name}/?q=o&merged=all" for name in SEARCHES]
        self.assert_same_cost(addresses, lambda: [make_all(number) for number in range(1, 100)])
        shown = self.client.get("/admin/quotesdb/quote/").context["cl"].result_list
        self.assertEqual(len(shown), 100)

    def test_what_a_field_finds(self):
        fields = [
            ("appearance", "quote"),
            ("hop", "speaker"),
            ("article", "outlet"),
            ("hop", "article"),
            ("appearance", "nested_in"),
            ("correction", "article"),
        ]
        found = ["quote", "speaker", "outlet", "article", "appearance", "article"]
        addresses = [
            f"/admin/quotesdb/{name}/find/?app_label=quotesdb&model_name={model}&field_name={field}"
            for name, (model, field) in zip(found, fields, strict=True)
        ]
        self.assert_same_cost(addresses, lambda: [make_all(number) for number in range(1, 15)])

    def test_the_pages_that_list_appearances(self):
        quote, article = factory.make_quote(), factory.make_article()
        outlet, day = factory.make_outlet("Wire"), iter(range(1, 29))
        correction = factory.make_correction(quote)

        def grow():
            for _ in range(10):
                factory.make_appearance(quote, article, chain=[outlet])
            factory.make_correction(article, made_on=date(2024, 1, next(day)))

        grow()
        pages = [quote, article, article.appearances.first(), correction]
        self.assert_same_cost([desk.url(record) for record in pages], grow)

    def test_the_history(self):
        article = factory.make_article(relies_on=[factory.make_outlet("Wire")])
        address = desk.url(article, "history/")

        def grow():
            for number in range(10):
                desk.send(self.client, desk.url(article), title=f"Title {number}")

        self.assert_same_cost([address], grow)
        self.assertEqual(Reliance.objects.count(), 1)
