import json

from rest_framework.renderers import JSONRenderer

from api.resources.appearances import AppearanceViewSet
from api.resources.articles import ArticleViewSet
from api.resources.corrections import CorrectionViewSet
from api.resources.outlets import OutletViewSet
from api.resources.quotes import QuoteViewSet
from api.resources.speakers import SpeakerViewSet
from api.specification import serializer_of
from quotesdb import curation
from quotesdb.models import Speaker
from tests.api.asking import Asking, make_a_reported_quote
from tests.factory import make_appearance, make_quote, make_speaker

VIEWSETS = (
    SpeakerViewSet,
    OutletViewSet,
    ArticleViewSet,
    QuoteViewSet,
    AppearanceViewSet,
    CorrectionViewSet,
)


class SpecificationTests(Asking):
    """Rows read fast must tell the same as serializers over model instances."""

    maxDiff = None

    @classmethod
    def setUpTestData(cls):
        for number in range(3):
            quote = make_a_reported_quote(number)
        make_appearance(quote, chain=[make_speaker("Somebody Else")])
        make_quote("Nobody printed this.")
        cls.identify(Speaker.objects.get(slug="an-official-0"), is_public=True)
        cls.identify(Speaker.objects.get(slug="an-official-1"), is_public=False)

    @classmethod
    def identify(cls, source, *, is_public):
        source.identified_as = make_speaker(f"who {source.slug} is")
        source.identity_is_public = is_public
        curation.keep_speaker(source, by=None)

    def test_every_record_reads_as_its_serializer_says(self):
        for viewset in VIEWSETS:
            queryset = viewset.queryset.annotate(**viewset.shape.expressions())
            for instance in queryset:
                with self.subTest(viewset=viewset.__name__, record=str(instance)):
                    self.assertEqual(
                        self.read(viewset, instance), self.specified(viewset, instance)
                    )

    def test_every_field_reads_so_alone_and_is_left_out_alone(self):
        for viewset in VIEWSETS:
            instance = viewset.queryset.annotate(**viewset.shape.expressions()).first()
            whole = self.specified(viewset, instance)
            for name in whole:
                rest = {key: value for key, value in whole.items() if key != name}
                with self.subTest(viewset=viewset.__name__, field=name):
                    alone = self.read(viewset, instance, fields=name)
                    self.assertEqual(alone, {name: whole[name]})
                    self.assertEqual(self.read(viewset, instance, omit=name), rest)

    def test_fields_come_in_the_order_that_is_declared(self):
        for viewset in VIEWSETS:
            instance = viewset.queryset.annotate(**viewset.shape.expressions()).first()
            declared = [field.name for field in viewset.shape.fields]
            backwards = ",".join(reversed(declared))
            self.assertEqual(list(self.read(viewset, instance, fields=backwards)), declared)

    def test_a_list_tells_of_each_row_what_its_own_answer_tells(self):
        for viewset in VIEWSETS:
            resource = viewset.__name__.removesuffix("ViewSet").lower()
            for row in self.ask(f"{resource}s/")["results"]:
                name = row["slug" if viewset.lookup != "pk" else "id"]
                whole = self.ask(f"{resource}s/{name}/")
                self.assertEqual(row, {key: whole[key] for key in row})

    def read(self, viewset, instance, **params):
        name = instance
        for step in viewset.lookup.split("__"):
            name = getattr(name, step)
        resource = viewset.__name__.removesuffix("ViewSet").lower()
        return self.ask(f"{resource}s/{name}/", **params)

    def specified(self, viewset, instance):
        return json.loads(JSONRenderer().render(serializer_of(viewset.shape)(instance).data))

    def test_an_identity_shows_only_once_it_is_public(self):
        shown = self.ask("speakers/an-official-0/")["identified_as"]
        self.assertEqual(shown["name"], "who an-official-0 is")
        self.assertIsNone(self.ask("speakers/an-official-1/")["identified_as"])
