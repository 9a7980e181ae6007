import json

from django.test import TestCase

from quotesdb.models import Outlet, Speaker
from tests import factory
from tests.admin import desk


class PopupsHandBackWhatWasAddedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()

    def setUp(self):
        self.client.force_login(self.curator)

    def handed_back(self, address, **typed):
        response = desk.send(self.client, address, _popup="1", **typed)
        return json.loads(response.context["popup_response_data"])

    def test_a_speaker(self):
        told = self.handed_back("/admin/quotesdb/speaker/add/?_popup=1", name="Ada", kind="person")
        self.assertEqual(told, {"value": str(Speaker.objects.get().pk), "obj": "Ada"})

    def test_an_anonymous_source_with_the_outlet_that_granted_it(self):
        outlet = factory.make_outlet()
        self.handed_back(
            "/admin/quotesdb/speaker/add/?_popup=1",
            name="senior official",
            kind="anonymous",
            granted_by=outlet.pk,
        )
        self.assertEqual(Speaker.objects.get(kind="anonymous").granted_by, outlet)

    def test_an_outlet_added_where_a_speaker_is_chosen_is_chosen_as_that_speaker(self):
        link = "/admin/quotesdb/outlet/add/?_popup=1&_to_field=speaker"
        page = self.client.get("/admin/quotesdb/speaker/add/?_popup=1&_to_field=id")
        self.assertContains(page, link.replace("&", "&amp;"))
        told = self.handed_back(link, name="The Wire", _to_field="speaker")
        self.assertEqual(told["value"], str(Outlet.objects.get().speaker_id))
        self.assertEqual(told["obj"], "The Wire")

    def test_an_outlet_and_its_speaker_are_one_page(self):
        desk.send(
            self.client,
            "/admin/quotesdb/outlet/add/",
            name="The Wire",
            kind="wire",
            description="An agency.",
            wikidata_id="Q42",
            also_known_as="Wire\nWIRE",
            country="TR",
        )
        outlet = Outlet.objects.get()
        speaker = outlet.speaker
        self.assertEqual(
            (outlet.kind, outlet.country, speaker.kind, speaker.slug, speaker.wikidata_id),
            ("wire", "TR", "outlet", "the-wire", "Q42"),
        )
        self.assertEqual({alias.name for alias in speaker.aliases.all()}, {"Wire", "WIRE"})
