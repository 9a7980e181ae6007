"""JSON by orjson."""

import orjson
from rest_framework.renderers import BaseRenderer


class JSONRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data, accepted_media_type=None, renderer_context=None):
        """What is JSON already is left as it is."""
        if isinstance(data, bytes):
            return data
        return b"" if data is None else orjson.dumps(data)
