from django.test import TestCase

from tests import factory
from tests.admin import desk


class MergedRecordsAreReadOnlyTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.curator = desk.make_curator()

    def setUp(self):
        self.client.force_login(self.curator)

    def merged(self, make):
        gone, kept = make(), make()
        type(gone).objects.filter(pk=gone.pk).update(merged_into=kept)
        gone.refresh_from_db()
        return gone, kept

    def test_each_shows_where_it_went_and_takes_no_change(self):
        names = iter("abcdefgh")
        makers = [
            factory.make_quote,
            factory.make_article,
            factory.make_appearance,
            lambda: factory.make_correction(factory.make_article()),
            lambda: factory.make_speaker(next(names)),
            lambda: factory.make_outlet(next(names), aliases=["x"]),
        ]
        for make in makers:
            gone, kept = self.merged(make)
            with self.subTest(gone._meta.model_name):
                page = self.client.get(desk.url(gone))
                self.assertContains(page, "was merged into")
                self.assertContains(page, f'href="{desk.url(kept)}"')
                self.assertNotContains(page, 'name="_save"')
                self.assertEqual(self.client.post(desk.url(gone), {}).status_code, 403)
                self.assertEqual(self.client.get(desk.url(gone, "delete/")).status_code, 403)

    def test_a_list_shows_the_standing_ones_until_others_are_asked_for(self):
        gone, kept = self.merged(factory.make_quote)

        def listed(query):
            page = self.client.get(f"/admin/quotesdb/quote/{query}")
            return {quote.pk for quote in page.context["cl"].result_list}

        self.assertEqual(listed(""), {kept.pk})
        self.assertEqual(listed("?merged=yes"), {gone.pk})
        self.assertEqual(listed("?merged=all"), {gone.pk, kept.pk})

    def test_a_merged_record_is_not_found_when_one_is_chosen(self):
        _, kept = self.merged(factory.make_quote)
        query = "?app_label=quotesdb&model_name=appearance&field_name=quote"
        found = self.client.get(f"/admin/quotesdb/quote/find/{query}").json()["results"]
        self.assertEqual([one["id"] for one in found], [str(kept.pk)])
