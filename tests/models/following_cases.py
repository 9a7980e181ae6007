"""Rows of what others are told that break a constraint: changes, webhooks and deliveries."""

from quotesdb.models import Change, Curator, Delivery, Webhook

NUMBER = 900_001


def change(**fields):
    held = Change.objects.order_by("id").values("kind", "number", "at").first()
    known = {"key": "new", "what": "created", "version": 1}
    return Change(**{**held, **known, **fields})


def kept(row):
    row.save()
    return row


def webhook(**fields):
    owner = Curator.objects.create_user(f"owner of webhook {fields}")
    return Webhook(curator=owner, **{"label": "mirror", "url": "https://a.example/", **fields})


OF_FOLLOWING = {
    "quotesdb_webhook_label_has_words": lambda w: webhook(label=" "),
    "quotesdb_webhook_address_is_of_the_web": lambda w: webhook(url="ftp://a.example/"),
    "quotesdb_webhook_kind_is_known": lambda w: webhook(kind="rumour"),
    "quotesdb_webhook_fails_since_a_moment": lambda w: webhook(failures=1),
    "quotesdb_delivery_first_not_after_last": lambda w: Delivery(
        webhook=kept(webhook()), first=2, last=1, milliseconds=1
    ),
    "quotesdb_change_what_is_known": lambda w: change(number=NUMBER, what="touched"),
    "quotesdb_change_once_an_act": lambda w: change(),
}
