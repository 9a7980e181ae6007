"""Whoever may do what the undoing does: change, add or delete the record."""

from quotesdb import curation
from quotesdb.models import (
    Curator,
    Quote,
)
from quotesdb.vocabulary import Scope
from tests.api.known import key_of
from tests.api.undoing import Undoing
from tests.factory import (
    make_quote,
)


class WhoMayUndoTests(Undoing):
    CHANGE, ADD, DELETE, STATUS = (
        "change_quote",
        "add_quote",
        "delete_quote",
        "set_status_of_quote",
    )

    def key(self, *names, scope=Scope.CURATE):
        from django.contrib.auth.models import Permission

        owner = Curator.objects.create_user("tom")
        owner.user_permissions.set(Permission.objects.filter(codename__in=names))
        return key_of("tom", scope=scope)

    def test_nobody_unknown(self):
        quote = make_quote()
        answer = self.client.post(f"/api/v1/quotes/{quote.pk}/history/last/undo/")
        self.assertEqual(answer.status_code, 401)

    def test_not_by_a_key_that_only_reads(self):
        quote = make_quote()
        self.undo(f"quotes/{quote.pk}", expect=403, headers=self.key(self.CHANGE, scope=Scope.READ))

    def test_a_change_by_who_may_change(self):
        quote = make_quote("One.")
        quote.text = "Two."
        curation.keep_quote(quote, by=None)
        self.undo(f"quotes/{quote.pk}", headers=self.key(self.CHANGE))

    def test_not_by_who_may_only_add(self):
        quote = make_quote("One.")
        quote.text = "Two."
        curation.keep_quote(quote, by=None)
        self.undo(f"quotes/{quote.pk}", expect=403, headers=self.key(self.ADD))

    def test_a_deletion_by_who_may_add(self):
        quote = make_quote()
        number = quote.pk
        curation.discard([quote], by=None)
        headers = self.key(self.CHANGE)
        self.undo(f"quotes/{number}", expect=403, headers=headers)
        self.undo(f"quotes/{number}", headers=key_of("grace"))

    def test_what_was_made_by_who_may_delete(self):
        quote = make_quote()
        self.undo(f"quotes/{quote.pk}", expect=403, headers=self.key(self.CHANGE, self.ADD))
        self.undo(f"quotes/{quote.pk}", headers=key_of("grace"))
        self.assertFalse(Quote.objects.exists())

    def test_a_status_by_who_may_set_it(self):
        quote = make_quote()
        quote.attribution_status = "disputed"
        curation.keep_quote(quote, by=None)
        headers = self.key(self.CHANGE)
        said = self.undo(f"quotes/{quote.pk}", expect=403, headers=headers)["detail"]
        self.assertIn("Only editors set the attribution status", said)
