from datetime import date, timedelta

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from quotesdb import review
from quotesdb.models import Candidate, Taking
from quotesdb.vocabulary import Rejection
from tests.admin.desk import make_curator
from tests.admin.review.asking import get
from tests.factory import make_outlet
from tests.review.submitted import BODY, submit

LESS = "“Nobody has asked us,” said Tom Reed.\n"


def submitted(title, body=BODY, **known):
    """Another text for each title: the same text is the same article."""
    return submit(f"{title}\n\n{body}", title=title, **known).article


class QueueTests(TestCase):
    def setUp(self):
        self.ada, self.bob = make_curator("ada"), make_curator("bob")
        self.client.force_login(self.ada)

    def titles(self, ask=""):
        page = get(self.client, ask)
        self.assertEqual(page.status_code, 200)
        return [line["record"].title for line in page.context["articles"]]

    def test_what_is_worth_most_comes_first_and_of_equals_the_newer(self):
        submitted("Less", LESS)
        submitted("Old", published_on=date(2020, 1, 1))
        submitted("New", published_on=date(2024, 1, 1))
        self.assertEqual(self.titles(), ["New", "Old", "Less"])

    def test_a_line_tells_what_waits_what_is_decided_and_who_has_it(self):
        make_outlet("The Harbour Post", domain="harbour.example")
        article = submitted("Winter", url="https://harbour.example/1")
        one = Candidate.objects.first()
        review.reject(one.pk, Rejection.OTHER, by=self.bob, opened_version=1)
        review.take(article.pk, self.bob)
        page = get(self.client, "")
        line = page.context["articles"][0]
        self.assertEqual((line["waiting"], line["decided"]), (Candidate.objects.count() - 1, 1))
        self.assertContains(page, "The Harbour Post")
        self.assertContains(page, "bob, until")

    def test_what_has_nothing_waiting_is_not_there(self):
        submitted("Winter")
        for one in Candidate.objects.all():
            review.reject(one.pk, Rejection.OTHER, by=self.ada, opened_version=1)
        self.assertEqual(self.titles(), [])

    def test_only_the_newest_version_of_a_text_counts(self):
        address = "https://harbour.example/1"
        submitted("Winter", url=address)
        submit(LESS, url=address)
        line = get(self.client, "").context["articles"][0]
        self.assertEqual(line["waiting"], Candidate.objects.current().count())
        self.assertLess(line["waiting"], Candidate.objects.count())

    def test_mine_free_and_all(self):
        mine, his = submitted("Mine"), submitted("His")
        submitted("Free")
        ran_out = submitted("Ran out")
        review.take(mine.pk, self.ada)
        review.take(his.pk, self.bob)
        review.take(ran_out.pk, self.bob)
        Taking.objects.filter(article=ran_out).update(until=timezone.now() - timedelta(minutes=1))
        self.assertEqual(self.titles("?whose=mine"), ["Mine"])
        self.assertEqual(set(self.titles("?whose=free")), {"Mine", "Free", "Ran out"})
        self.assertEqual(len(self.titles("?whose=nonsense")), 4)

    def test_it_is_searched_by_title_and_outlet(self):
        submitted("Winter in Eastmouth")
        submitted("Summer")
        self.assertEqual(self.titles("?q=eastm"), ["Winter in Eastmouth"])
        self.assertContains(get(self.client, "?q=nothing"), "Nothing that waits answers to this")

    def test_empty_it_says_how_candidates_come_to_be(self):
        self.assertContains(get(self.client, ""), "paste or upload one")

    def test_it_costs_the_same_at_any_length(self):
        costs = []
        for number in range(2):
            for place in range(1 + 6 * number):
                article = submitted(f"Winter {number} {place}", LESS)
                review.take(article.pk, self.bob)
            with CaptureQueriesContext(connection) as queries:
                get(self.client, "")
            costs.append(len(queries))
        self.assertEqual(costs[0], costs[1])
