"""One item of a bulk: what would be a request of its own."""

import re
from urllib.parse import urlsplit

from django.http import Http404
from rest_framework.exceptions import ParseError, ValidationError

from api.bodies import members_of
from api.conditions import Condition
from api.parameters import word_of
from api.permissions import NEEDED, refuse
from quotesdb import curation

MEMBERS = ("method", "path", "body", "if_match")
ACTIONS = {"POST": "create", "PATCH": "partial_update", "DELETE": "destroy"}
PATH = re.compile(r"(?:/api/v1/)?([a-z]+)/(?:([^/]+)/)?")

NO_OBJECT = "The body must be an object."
NOWHERE = (
    'There is nothing to write at "{path}": a path is that of a list, such as "quotes/", or of a '
    'record, such as "quotes/12/".'
)
NOT_THERE = "{method} goes to the address of {where}."


class Item:
    def __init__(self, said, request, resources):
        self.said, self.request, self.resources = said, request, resources
        told = said.get("path") if isinstance(said, dict) else ""
        self.path = told if isinstance(told, str) else ""

    def write(self, deed):
        """Do it, and say what came of it. Runs inside an act.

        Raises what a request of its own would be answered with.
        """
        members_of(self.said, MEMBERS)
        method = word_of(self.said, "method", ACTIONS)
        view, name = self._meant(method)
        refuse(self.request, NEEDED[f"{view.basename}_{ACTIONS[method]}"])
        match method:
            case "POST":
                return self._told(view, view.created(self._body(), deed), 201)
            case "PATCH":
                body, record = self._body(), self._seen(view, name)
                view.changed(record, body, deed)
                return self._told(view, record, 200)
        curation.discard([self._seen(view, name)], **deed)
        return {"status": 204}

    def _meant(self, method):
        """The viewset, and what the address calls the record; of a list nothing."""
        split = urlsplit(self.path)
        found = None if split.query else PATH.fullmatch(split.path)
        resource, name = found.groups() if found else (None, None)
        viewset = self.resources.get(resource)
        if viewset is None or (name and not re.fullmatch(viewset.lookup_value_regex, name)):
            raise Http404(NOWHERE.format(path=self.path))
        if (method == "POST") == bool(name):
            where = "a list" if method == "POST" else "one record"
            raise ValidationError({"path": [NOT_THERE.format(method=method, where=where)]})
        return viewset(basename=resource, request=self.request), name

    def _body(self):
        body = self.said.get("body", {})
        if not isinstance(body, dict):
            raise ParseError(NO_OBJECT)
        return body

    def _seen(self, view, name):
        """The record, if whoever writes has seen what stands."""
        condition = Condition.of(_tag_in(self.said.get("if_match")))
        record = view.held(name)
        condition.check(record)
        return record

    def _told(self, view, record, status):
        location = self.request.build_absolute_uri(view.address_of(record))
        return {"status": status, "location": location, "version": record.version}


def _tag_in(said):
    """A tag, or a mere version, as `If-Match` has it."""
    match said:
        case bool():
            raise ValidationError({"if_match": ["Must be a tag, a version or *."]})
        case int():
            return f'"{said}"'
        case str() | None:
            return said
    raise ValidationError({"if_match": ["Must be a tag, a version or *."]})
