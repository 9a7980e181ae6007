from unittest import mock

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase

from quotesdb.ingest import handing_in
from quotesdb.models import Article, Candidate
from tests.admin.desk import make_curator
from tests.admin.review.asking import DESK
from tests.extraction.local_web import serving, text
from tests.factory import make_outlet
from tests.review.submitted import BODY

ADDRESS = "https://harbour.example/winter"
PAGE = f"""<!doctype html><html lang="en"><head><title>No room in the harbour</title>
<link rel="canonical" href="{ADDRESS}"></head><body><nav>Home</nav>
<article><h1>No room in the harbour</h1>
<p>The harbour of Eastmouth is full, and the boats that come in tonight must lie outside.</p>
<p>“We have no room,” said Grace Hill, who keeps the harbour and has done so for ten years.</p>
<p>The ferry company has been told, and will land its passengers at the old pier instead.</p>
</article></body></html>"""


class AddingTests(TestCase):
    def setUp(self):
        self.client.force_login(make_curator())

    def add(self, text=BODY, **known):
        return self.client.post(
            f"{DESK}/add/", {"text": text, "language": "en", **known}, follow=True
        )

    def upload(self, data, name="winter.txt"):
        return self.add("", file=SimpleUploadedFile(name, data))

    def test_pasted_it_is_read_and_shown(self):
        page = self.add(title="Winter", published_on="2024-01-31")
        article = Article.objects.get()
        self.assertEqual(page.redirect_chain[-1][0], f"{DESK}/article/{article.pk}/")
        self.assertContains(page, f"the reader found {Candidate.objects.count()} candidates.")
        self.assertEqual((article.title, article.language), ("Winter", "en"))
        self.assertEqual(article.texts.get().body, BODY.strip("\n"))

    def test_its_outlet_is_known_by_its_address_or_name(self):
        outlet = make_outlet("The Harbour Post", domain="harbour.example")
        self.add(url=ADDRESS)
        self.add(f"Again.\n{BODY}", site="the harbour post")
        self.assertEqual({it.outlet for it in Article.objects.all()}, {outlet})

    def test_the_same_again_is_nothing_new_and_leads_there(self):
        self.add()
        page = self.add()
        self.assertContains(page, "Nothing new")
        self.assertEqual(Article.objects.count(), 1)

    def test_a_changed_text_is_a_new_version(self):
        self.add(url=ADDRESS)
        page = self.add(BODY.replace("Monday", "Tuesday"), url=ADDRESS)
        self.assertContains(page, "The text of this article has changed: a new version")
        self.assertContains(page, "This is version 2 of the text")

    def test_a_text_file_is_read(self):
        self.upload(BODY.encode())
        self.assertEqual(Article.objects.get().texts.get().body, BODY)

    def test_a_page_tells_its_title_and_address(self):
        self.upload(PAGE.encode(), "page.html")
        article = Article.objects.get()
        self.assertEqual((article.title, article.url), ("No room in the harbour", ADDRESS))

    def test_an_address_alone_is_fetched(self):
        def answer(handler):
            text(handler, PAGE.encode(), "text/html; charset=utf-8")

        with serving(answer) as (address, house), mock.patch.object(handing_in, "HOUSE", house):
            page = self.add("", url=f"{address}/winter")
        self.assertContains(page, "the reader found")
        self.assertEqual(Article.objects.get().title, "No room in the harbour")

    def test_a_language_that_no_reader_reads_is_kept_for_marking_by_hand(self):
        page = self.add(language="tr")
        self.assertContains(page, "the reader found 0 candidates")
        self.assertEqual(Article.objects.get().language, "tr")

    def test_what_cannot_be_read_is_said_on_the_form_and_nothing_is_kept(self):
        for page, sentence in (
            (self.upload(b"The \xff harbour"), "It cannot be read: byte 4 is not utf-8"),
            (self.upload(b"<html><p></p></html>", "x.html"), "It cannot be read: "),
            (self.add("", url="http://127.0.0.1:8000/"), "It cannot be read: "),
            (self.add("", url="http://localhost/"), "It cannot be read: "),
            (self.upload(b" \n"), "There is no word in this."),
            (self.add(""), "Paste the article’s text, choose a file, or give"),
            (self.add(file=SimpleUploadedFile("a.txt", b"x")), "not both"),
            (self.add(url="ftp:"), "Enter a valid URL."),
            (self.add(language="English"), "Language must be a language tag"),
        ):
            self.assertContains(page, sentence, msg_prefix=sentence)
        self.assertFalse(Article.objects.exists())

    def test_what_was_typed_is_still_there(self):
        page = self.add("Some words.", title="A title", published_on="yesterday")
        self.assertContains(page, "A title")
        self.assertContains(page, "Some words.")
