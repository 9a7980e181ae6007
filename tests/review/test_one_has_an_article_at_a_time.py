from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from quotesdb import review
from quotesdb.models import Taking
from quotesdb.refusals import Refused
from quotesdb.vocabulary import Rejection
from tests.admin.desk import make_curator
from tests.review.submitted import candidate, submit


class OneAtATimeTests(TestCase):
    def setUp(self):
        self.article = submit().article
        self.ada, self.bob = make_curator("ada"), make_curator("bob")
        self.candidate = candidate("We will open again")

    def reject(self, by):
        return review.reject(self.candidate.pk, Rejection.OTHER, by=by, opened_version=1)

    def test_whoever_has_it_decides(self):
        review.take(self.article.pk, self.ada)
        self.assertEqual(self.reject(self.ada).decision, "rejected")

    def test_nobody_else_decides_meanwhile(self):
        review.take(self.article.pk, self.ada)
        with self.assertRaisesMessage(Refused, "ada has this article until"):
            self.reject(self.bob)

    def test_whoever_takes_it_over_decides(self):
        review.take(self.article.pk, self.ada)
        review.take(self.article.pk, self.bob, over=True)
        with self.assertRaisesMessage(Refused, "bob has this article until"):
            self.reject(self.ada)
        self.assertEqual(self.reject(self.bob).decision, "rejected")

    def test_what_has_run_out_binds_nobody(self):
        review.take(self.article.pk, self.ada)
        Taking.objects.update(until=timezone.now() - timedelta(seconds=1))
        self.assertEqual(self.reject(self.bob).decision, "rejected")

    def test_what_was_left_binds_nobody(self):
        review.take(self.article.pk, self.ada)
        review.leave(self.article.pk, self.ada)
        self.assertEqual(self.reject(self.bob).decision, "rejected")
