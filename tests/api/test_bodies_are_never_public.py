from quotesdb.ingest import Attachment, Report, attach
from tests.api.asking import LISTS, Asking
from tests.factory import make_appearance, make_article

BODY = "PRIVATE BEGINNING, long enough to be more than an excerpt. We are ready. PRIVATE END"
PLACE = (59, 72, BODY[27:59], BODY[72:])


class PrivateBodyTests(Asking):
    @classmethod
    def setUpTestData(cls):
        article = make_article(key="doc")
        make_appearance(article=article, key="doc/ready", segments=["We are ready."])
        places = {"doc/ready": [("We are ready.", PLACE)]}
        attach([Attachment("doc", BODY, places)], Report())

    def test_no_answer_holds_more_than_an_excerpt(self):
        for name in LISTS:
            everything = "appearances" if name in ("quotes", "articles") else None
            params = {"fields": everything} if everything else {}
            self.assertNotIn("PRIVATE BEGINNING", str(self.ask(f"{name}/", **params)))

    def test_the_excerpt_has_its_place(self):
        (appearance,) = self.ask("appearances/")["results"]
        (segment,) = appearance["segments"]
        self.assertEqual((segment["start"], segment["end"]), (59, 72))
        self.assertEqual(BODY[segment["start"] : segment["end"]], segment["exact"])
        self.assertLessEqual(len(segment["prefix"]), 32)
