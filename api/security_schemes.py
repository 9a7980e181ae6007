"""How the OpenAPI document tells of keys and of signed-in browsers."""

from drf_spectacular.extensions import OpenApiAuthenticationExtension


class Key(OpenApiAuthenticationExtension):
    """A key, as `api.authentication.KeyAuthentication` takes it."""

    target_class = "api.authentication.KeyAuthentication"
    name = "key"

    def get_security_definition(self, auto_schema):
        return {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "qdb_…",
            "description": "A key made at the curators' desk. Reading needs none.",
        }


class Browser(OpenApiAuthenticationExtension):
    """A session of the desk, as `api.authentication.BrowserAuthentication` takes it."""

    target_class = "api.authentication.BrowserAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema):
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": "sessionid",
            "description": "A browser that is signed in at the desk.",
        }
