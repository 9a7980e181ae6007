from hashlib import sha256

from django.test import TestCase
from django.utils import timezone

from quotesdb import acts, curation
from quotesdb.models import ArticleText, Segment
from quotesdb.models.history import Act, acting
from quotesdb.vocabulary import Door
from tests import factory
from tests.admin import desk

BODY = "Rivers flow. Rivers do not negotiate."


class PlacesHoldForTheirWordsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()
        cls.appearance = factory.make_appearance(segments=["Rivers flow.", "Rivers do not"])
        text = ArticleText(
            article=cls.appearance.article,
            version=1,
            sha256=sha256(BODY.encode()).hexdigest(),
            retrieved_at=timezone.now(),
            body=BODY,
        )
        with acting(Act(Door.IMPORT)):
            acts.insert([text])
        cls.appearance.text = text
        segments = [
            Segment(position=0, exact="Rivers flow.", start=0, end=12),
            Segment(position=1, exact="Rivers do not", start=13, end=26),
        ]
        curation.keep_appearance(cls.appearance, segments=segments, by=None)

    def setUp(self):
        self.client.force_login(self.curator)

    def starts(self):
        return list(self.appearance.segments.values_list("start", flat=True))

    def test_the_place_is_shown(self):
        self.assertContains(self.client.get(desk.url(self.appearance)), "characters 13 to 26")

    def test_other_words_have_no_place_until_they_are_looked_for(self):
        desk.send(self.client, desk.url(self.appearance), segments__1__exact="Rivers do")
        self.assertEqual(self.starts(), [0, None])

    def test_words_that_move_to_another_article_leave_their_places_behind(self):
        other = factory.make_article(title="Other")
        response = desk.send(self.client, desk.url(self.appearance), article=other.pk)
        self.assertEqual(response.status_code, 302, desk.errors(response))
        self.appearance.refresh_from_db()
        self.assertIsNone(self.appearance.text)
        self.assertEqual(self.starts(), [None, None])
