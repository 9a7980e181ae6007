"""Every operation, in every role, by session and by key: who may passes, and nobody else.

Whoever may gets past the door, whatever is behind it; whoever may not gets 401 or 403, at the desk
the page to sign in, and nothing is changed.
"""

import re
from datetime import timedelta
from itertools import product

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection, reset_queries, transaction
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from drf_spectacular.generators import SchemaGenerator

from quotesdb import keys, merging
from quotesdb.merging import duplicates
from quotesdb.middleware import FOR_SOME
from quotesdb.models import (
    ApiKey,
    Appearance,
    Brought,
    Candidate,
    Correction,
    Curator,
    Duplicate,
    Merge,
    Outlet,
    Webhook,
)
from quotesdb.vocabulary import Scope
from tests.api.asking import make_a_reported_quote
from tests.factory import make_speaker
from tests.review.submitted import submit
from tests.security.addresses import PARAMETER, address_of, patterns
from tests.security.who_may import (
    ANY_STAFF,
    API,
    DESK,
    FINDERS,
    KINDS,
    NOBODY,
    OLD_ADDRESS,
    PAGES,
    ROLES,
    SCOPES,
    may,
    reaches,
)

IN_A_GROUP = ("reader", "contributor", "curator", "editor", "administrator")
WAYS = ("session", *SCOPES)
CHANGES = re.compile(r'(INSERT INTO|UPDATE|DELETE FROM) "quotesdb_(?!apikey" SET "last_used_at")')
"""Statements that change more than when a key was last used, or a session."""


def make_people():
    """Somebody in each role; a stranger is nobody."""
    call_command("loaddata", "roles", verbosity=0)
    people = {role: Curator.objects.create_user(role, is_staff=True) for role in IN_A_GROUP}
    for role, curator in people.items():
        curator.groups.add(Group.objects.get(name=f"{role.capitalize()}s"))
    people["outsider"] = Curator.objects.create_user("outsider")
    people["superuser"] = Curator.objects.create_superuser("superuser")
    return people


def make_keys(people):
    tomorrow = timezone.now() + timedelta(days=1)
    return {
        (role, scope): keys.make_key(curator, label=scope, scope=Scope(scope), expires_at=tomorrow)[
            1
        ]
        for (role, curator), scope in product(people.items(), SCOPES)
    }


def merged_and_perhaps_the_same():
    one, _, third = (make_speaker("Ada Byron", slug=f"ada-{n}") for n in range(3))
    merging.merge(third, one, by=None, why="one of that name")
    duplicates.find_duplicates()
    return {"merge": Merge.objects.get(), "duplicate": Duplicate.objects.first()}


def operations():
    """Name, method and path of every operation, in the document or not."""
    for path, of in SchemaGenerator().get_schema(public=True)["paths"].items():
        for method, operation in of.items():
            yield operation["operationId"], method, path
    for route, pattern in patterns():
        named = getattr(pattern.callback, "view_initkwargs", {}).get("operations") or {}
        for method, name in named.items():
            yield name, method.lower(), PARAMETER.sub(r"{\1}", route)


def rows_of_the_desk():
    """End of the address, method, and the least role that may, for every page."""
    rows = dict(DESK)
    for kind, rights in KINDS.items():
        start = f"{'auth' if kind == 'group' else 'quotesdb'}/{kind}/"
        rows[start + OLD_ADDRESS, "GET"] = ANY_STAFF
        for (end, method), what in PAGES.items():
            least = getattr(rights, what)
            if what not in ("redact", "undo") or least != NOBODY:
                rows[start + end, method] = least
        if kind in FINDERS:
            rows[f"{start}find/", "GET"] = rights.look
    return rows


class Table(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.people = make_people()
        cls.secrets = make_keys(cls.people)
        quote = make_a_reported_quote()
        article = submit().article
        cls.records = {
            "quote": quote,
            "article": article,
            "appearance": Appearance.objects.first(),
            "correction": Correction.objects.first(),
            "speaker": quote.speaker,
            "outlet": Outlet.objects.first(),
            "candidate": Candidate.objects.first(),
            "articletext": article.texts.first(),
            "brought": Brought.objects.create(importer="seeds", kind="quote", key="wall"),
            "curator": cls.people["outsider"],
            "webhook": Webhook.objects.create(
                label="a mirror", url="https://example.org/", curator=cls.people["superuser"]
            ),
            "group": Group.objects.first(),
            **merged_and_perhaps_the_same(),
            "apikey": ApiKey.objects.filter(curator=cls.people["reader"]).first(),
        }

    def signed_in(self, role):
        client = Client()
        if role != "stranger":
            client.force_login(self.people[role])
        return client

    def undone(self, client, method, address, **given):
        """What is answered, and whether rows were changed for it; then all is taken back."""
        reset_queries()
        with transaction.atomic():
            with CaptureQueriesContext(connection) as asked:
                answer = client.generic(method, address, content_type="application/json", **given)
            transaction.set_rollback(True)
        return answer, any(CHANGES.match(it["sql"]) for it in asked)


class ApiTests(Table):
    def test_every_operation_has_a_row_and_every_row_an_operation(self):
        self.assertEqual({name for name, _, _ in operations()}, set(API))

    def test_every_role_by_every_way(self):
        self.clients = {role: self.signed_in(role) for role in ROLES}
        for (name, method, path), role in product(operations(), ROLES):
            for way in ("session",) if role == "stranger" else WAYS:
                with self.subTest(name, role=role, way=way):
                    self.check(name, method, self.address(path), role, way)

    def check(self, name, method, address, role, way):
        client, headers = self.clients[role], {}
        if way != "session":
            client, headers = Client(), {"Authorization": f"Bearer {self.secrets[role, way]}"}
        answer, changed = self.undone(client, method.upper(), address, headers=headers)
        row = API[name]
        # Whoever asks by GET for what everybody may see is looked for in no session.
        in_no_session = way == "session" and method == "get" and not FOR_SOME.match(address)
        unknown = role == "stranger" or in_no_session
        known_as = "stranger" if unknown else role
        if may(known_as, row.role) and (way == "session" or reaches(way, row.scope)):
            self.assertNotIn(answer.status_code, (401, 403, 500), answer.content)
        else:
            self.assertEqual(answer.status_code, 401 if unknown else 403)
            self.assertFalse(changed)

    def address(self, path):
        noun = path.split("/")[3].removesuffix("s")
        record = self.records.get(noun)
        slug = slug_of(record, noun)
        number = getattr(record, "pk", 1)
        return path.format(id=number, slug=slug, name=slug or number, act="last")


def slug_of(record, noun):
    """What speakers and outlets are called in addresses; empty for others."""
    speaker = record.speaker if noun == "outlet" else record
    return speaker.slug if noun in ("speaker", "outlet") else ""


class DeskTests(Table):
    def test_every_page_has_a_row_and_every_row_a_page(self):
        pages = {
            route.removeprefix("/admin/") for route, _ in patterns() if route.startswith("/admin/")
        }
        rows = {end for end, _ in rows_of_the_desk()}
        # Nothing is linked to a correction, so nobody looks for one.
        self.assertEqual(pages - rows, {"quotesdb/correction/find/"})
        self.assertEqual(rows - pages, set())

    def test_every_role(self):
        rows = rows_of_the_desk()
        for role in ROLES:
            cookies = self.signed_in(role).cookies
            for (end, method), least in rows.items():
                with self.subTest(end, method=method, role=role):
                    client = Client()
                    client.cookies = cookies.copy()
                    self.check(client, method, end, may(role, least))

    def check(self, client, method, end, allowed):
        answer, changed = self.undone(client, method, self.address(end))
        refused = answer.status_code == 403 or "/login/" in answer.get("Location", "")
        self.assertLess(answer.status_code, 500)
        self.assertEqual(not refused, allowed, answer.status_code)
        self.assertFalse(changed and not allowed)

    def address(self, end):
        kind = (end.split("/") + [""])[1]
        number = getattr(self.records.get(kind), "pk", 1)
        known = {"object_id": number, "id": number, "number": number, "app_label": "quotesdb"}
        known |= {"candidate": self.records["candidate"].pk, "article": self.records["article"].pk}
        return f"/admin/{address_of(end, **known)}{self.question(end, kind)}"

    def question(self, end, kind):
        """What a page that finds records must be asked."""
        if not end.endswith(("find/", "autocomplete/")):
            return ""
        model, field = FINDERS.get(kind, FINDERS["quote"])
        return f"?app_label=quotesdb&model_name={model}&field_name={field}&term=a"


class OwnAndOthersTests(Table):
    """Keys are somebody's own: those of others are not there, but for who administers accounts."""

    def pages(self, key):
        start = f"/admin/quotesdb/apikey/{key.pk}"
        yield "GET", f"{start}/change/"
        yield "GET", f"{start}/history/"
        yield "POST", f"{start}/revoke/"

    def test_ones_own_are_shown_and_revoked(self):
        for role in IN_A_GROUP:
            client = self.signed_in(role)
            key = ApiKey.objects.filter(curator=self.people[role]).first()
            statuses = [self.undone(client, *page) for page in self.pages(key)]
            self.assertEqual([it.status_code for it, _ in statuses], [200, 200, 302])
            self.assertTrue(statuses[-1][1])

    def test_those_of_others_are_not_there(self):
        for role, owner in product(IN_A_GROUP[:-1], ("superuser", "editor", "reader")):
            client = self.signed_in(role)
            key = ApiKey.objects.filter(curator=self.people[owner]).first()
            for method, address in self.pages(key) if role != owner else ():
                with self.subTest(role, owner=owner, address=address):
                    answer, changed = self.undone(client, method, address)
                    self.assertNotIn(key.beginning, answer.content.decode())
                    self.assertIn(answer.status_code, (302, 403, 404))
                    self.assertFalse(changed)

    def test_a_list_shows_ones_own_alone(self):
        client = self.signed_in("editor")
        page = client.get("/admin/quotesdb/apikey/").content.decode()
        shown = set(re.findall(r"qdb_\S{8}", page))
        own = ApiKey.objects.filter(curator=self.people["editor"])
        self.assertEqual(shown, set(own.values_list("beginning", flat=True)))

    def test_administrators_see_and_revoke_all(self):
        client = self.signed_in("administrator")
        key = ApiKey.objects.filter(curator=self.people["editor"]).first()
        statuses = [self.undone(client, *page)[0].status_code for page in self.pages(key)]
        self.assertEqual(statuses, [200, 200, 302])


class OthersArticleTests(Table):
    """An article that somebody reviews is theirs until they leave it."""

    def test_nobody_else_decides_about_it_meanwhile(self):
        article, candidate = self.records["article"], self.records["candidate"]
        start = "/admin/quotesdb/candidate"
        hers, his = self.signed_in("curator"), self.signed_in("editor")
        taken = hers.post(f"{start}/article/{article.pk}/take/", "{}", "application/json")
        self.assertEqual(taken.status_code, 200)
        rejected = '{"rejection": "other", "version": 1}'
        answer = his.post(f"{start}/{candidate.pk}/reject/", rejected, "application/json")
        self.assertEqual(answer.status_code, 409)
        answer = hers.post(f"{start}/{candidate.pk}/reject/", rejected, "application/json")
        self.assertEqual(answer.status_code, 200)
