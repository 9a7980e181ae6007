from quotesdb import curation
from tests.api.asking import Asking, make_a_reported_quote
from tests.factory import make_quote


class RecordTagTests(Asking):
    @classmethod
    def setUpTestData(cls):
        cls.quote = make_a_reported_quote()
        article = cls.quote.appearances.get().article
        cls.details = [
            f"quotes/{cls.quote.pk}/",
            f"articles/{article.pk}/",
            f"appearances/{cls.quote.appearances.get().pk}/",
            f"corrections/{article.corrections.get().pk}/",
            "speakers/wire-0/",
            "outlets/wire-0/",
        ]

    def get(self, address, **headers):
        return self.client.get(f"/api/v1/{address}", headers=headers)

    def test_it_is_strong_and_begins_with_the_version(self):
        for address in self.details:
            with self.subTest(address):
                self.assertRegex(self.get(address)["ETag"], r'^"1\.[0-9a-f]{32}"$')

    def test_a_change_of_the_record_moves_the_version(self):
        self.quote.occasion = "a speech"
        curation.keep_quote(self.quote, by=None)
        self.assertRegex(self.get(self.details[0])["ETag"], r'^"2\.')

    def test_a_write_elsewhere_moves_the_rest_only(self):
        before = self.get(self.details[0])["ETag"]
        make_quote("Something else.")
        after = self.get(self.details[0])["ETag"]
        self.assertNotEqual(after, before)
        self.assertEqual(after.partition(".")[0], before.partition(".")[0])

    def test_whoever_has_it_is_told_so_also_where_it_was_made_weak_on_the_way(self):
        for address in self.details:
            tag = self.get(address)["ETag"]
            for known in (tag, f"W/{tag}", f'"x", {tag}'):
                with self.subTest(address, known=known):
                    answer = self.get(address, **{"if-none-match": known})
                    self.assertEqual((answer.status_code, answer["ETag"]), (304, tag))

    def test_the_version_alone_is_not_the_tag(self):
        version = self.get(self.details[0])["ETag"].partition(".")[0]
        for known in (f'{version}"', f'{version}.0123456789abcdef0123456789abcdef"'):
            self.assertEqual(self.get(self.details[0], **{"if-none-match": known}).status_code, 200)

    def test_what_is_no_record_has_a_weak_tag_without_a_version(self):
        for address in ("quotes/", f"{self.details[0]}origins/"):
            self.assertRegex(self.get(address)["ETag"], r'^W/"[0-9a-f]{32}"$')

    def test_the_version_is_read_with_the_record(self):
        with self.assertNumQueries(1):
            self.get(self.details[0])
