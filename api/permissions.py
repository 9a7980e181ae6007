"""Who may do what: by the reach of a key, and by what its owner, or who is signed in, may do.

Reading is everybody's. Whatever else there is stands in `NEEDED`, by the name that the OpenAPI
document gives the operation; what stands nowhere is nobody's.
"""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.permissions import SAFE_METHODS, BasePermission

from quotesdb.models import (
    ApiKey,
    Appearance,
    Article,
    Correction,
    Outlet,
    Quote,
    Speaker,
)
from quotesdb.redacting import REDACT
from quotesdb.vocabulary import Scope

NOBODY = (
    "This needs a key, in the header `Authorization: Bearer qdb_…`, or a browser that is signed in "
    "at the curators' desk. Keys are made there."
)
NOT_SO_FAR = (
    'This key reaches as far as "{scope}", and this needs "{needed}". '
    "A key's reach is for ever: make another at the curators' desk."
)
NOT_YOURS = '{name} may not do this: it needs the permission "{permission}"{held}.'
HELD = ", which {roles} have"


@dataclass(frozen=True, slots=True)
class Need:
    """What an operation asks of a key, and of whoever it belongs to."""

    scope: Scope = Scope.READ
    permission: str = ""
    """As Django names it: `quotesdb.add_quote`. Empty: nothing more than to be known."""

    by_everybody: bool = False


READING = Need(by_everybody=True)


def _of_records(model) -> dict[str, Need]:
    """To create, change and delete records of a model."""
    noun = model._meta.model_name
    verbs = {"create": "add", "partial_update": "change", "destroy": "delete", "undo": "change"}
    return {
        f"{noun}s_{action}": Need(Scope.CURATE, f"{model._meta.app_label}.{verb}_{noun}")
        for action, verb in verbs.items()
    } | {f"{noun}s_{action}": Need(Scope.CURATE, REDACT) for action in ("redaction", "redact")}


MERGING = Need(Scope.CURATE, "quotesdb.merge_records")


def _of_merging(*nouns) -> dict[str, Need]:
    """To look at a merge before, to merge, and to split."""
    actions = ("merge_preview", "merge", "split")
    return {f"{noun}_{action}": MERGING for noun in nouns for action in actions}


NEEDED: dict[str, Need] = {
    "lookup": READING,
    "bulk": Need(Scope.CURATE),
    "submissions_create": Need(Scope.PROPOSE, "quotesdb.add_candidate"),
    "candidates_list": Need(Scope.READ, "quotesdb.view_candidate"),
    "candidates_retrieve": Need(Scope.READ, "quotesdb.view_candidate"),
    "candidates_create": Need(Scope.PROPOSE, "quotesdb.add_candidate"),
    "candidates_destroy": Need(Scope.PROPOSE, "quotesdb.add_candidate"),
    "candidates_accept": Need(Scope.CURATE, "quotesdb.change_candidate"),
    "candidates_reject": Need(Scope.CURATE, "quotesdb.change_candidate"),
    "candidates_undo": Need(Scope.CURATE, "quotesdb.change_candidate"),
    **_of_records(Speaker),
    **_of_records(Outlet),
    **_of_records(Article),
    **_of_records(Quote),
    **_of_records(Appearance),
    **_of_records(Correction),
    **_of_merging("speakers", "outlets", "quotes"),
    **dict.fromkeys(("merges_list", "merges_retrieve"), Need(permission="quotesdb.view_merge")),
    "merges_undo": MERGING,
    **dict.fromkeys(
        ("duplicates_list", "duplicates_retrieve"), Need(permission="quotesdb.view_duplicate")
    ),
    "duplicates_decide": MERGING,
}
"""By operation. Asking by GET is everybody's unless it is named here."""


def needed_for(operation: str) -> Need:
    """What an operation of the OpenAPI document needs."""
    return NEEDED.get(operation, READING)


class WhoMay(BasePermission):
    """401 to nobody known, 403 to who may not, each with a sentence that says what is missing."""

    def has_permission(self, request, view):
        operation = operation_of(view, request)
        if operation is None:
            return True
        refuse(request, needed_for(operation) if _only_asks(request) else NEEDED[operation])
        return True


def operation_of(view, request) -> str | None:
    """What the OpenAPI document calls that which is asked for; None where there is no such thing.

    A view that is of no resource names its operations itself, by method, as `operations`.
    """
    if hasattr(view, "action_map"):
        return view.action and f"{view.basename}_{view.action}"
    if request.method.lower() not in view.http_method_names or not hasattr(
        view, request.method.lower()
    ):
        return None
    return getattr(view, "operations", {}).get(request.method, type(view).__name__.lower())


def _only_asks(request) -> bool:
    return request.method in SAFE_METHODS


def refuse(request, need: Need) -> None:
    """Let pass whoever has what is needed.

    Raises NotAuthenticated for nobody known, PermissionDenied for who may not.
    """
    if need.by_everybody:
        return
    if request.user is None:
        raise NotAuthenticated(NOBODY)
    key = request.auth
    if isinstance(key, ApiKey) and not key.may(need.scope):
        sentence = NOT_SO_FAR.format(scope=key.scope, needed=need.scope.value)
        raise PermissionDenied(sentence, "insufficient_scope")
    if need.permission and not request.user.has_perm(need.permission):
        raise PermissionDenied(not_theirs(request.user, need.permission))


def not_theirs(user, permission: str) -> str:
    """The sentence that says what is missing, and which roles have it."""
    name = permission.partition(".")[2]
    roles = Group.objects.filter(
        permissions__codename=name,
        permissions__content_type__app_label=permission.partition(".")[0],
    )
    named = " and ".join(roles.order_by("pk").values_list("name", flat=True))
    held = HELD.format(roles=named.lower()) if named else ""
    return NOT_YOURS.format(name=user, permission=name, held=held)
