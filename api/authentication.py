"""Who asks: a program with a key, a person whose browser is signed in, or nobody."""

from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied

from quotesdb import keys
from quotesdb.middleware import only_reads

SCHEME = "Bearer"
REFUSED = (
    "This key opens nothing: it is mistyped, expired or revoked. "
    "A working one is made at the curators' desk."
)

UNPROVEN = (
    "A browser that writes sends the CSRF token too, in the header X-CSRFToken: {reason} "
    "Nothing was saved."
)


def shows_nothing(request):
    """Whether nothing would be looked at to find out who asks."""
    return "HTTP_AUTHORIZATION" not in request.META and only_reads(request)


class KeyAuthentication(BaseAuthentication):
    """A key in `Authorization: Bearer qdb_…` (RFC 6750); never in an address, which is logged."""

    def authenticate(self, request):
        scheme, _, secret = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != SCHEME.lower():
            return None
        key = keys.working_key(secret.strip())
        if key is None:
            raise AuthenticationFailed(REFUSED)
        keys.note_use(key)
        return key.curator, key

    def authenticate_header(self, request):
        return f'{SCHEME} realm="QuotesDB"'


class BrowserAuthentication(SessionAuthentication):
    """A browser that is signed in at the desk; what it sends must bear the CSRF token.

    It is asked for where something is written, and for what only some may read. All other reading
    is everybody's, and an answer that did not look at the session may be kept by caches for all.
    """

    def authenticate(self, request):
        return None if only_reads(request) else super().authenticate(request)

    def enforce_csrf(self, request):
        try:
            super().enforce_csrf(request)
        except PermissionDenied as error:
            reason = str(error.detail).removeprefix("CSRF Failed: ")
            raise PermissionDenied(UNPROVEN.format(reason=reason), "csrf") from error
