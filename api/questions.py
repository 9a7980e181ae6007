"""What the framework does for every request, without what comes to nothing where one only asks."""

from functools import cache

from api.authentication import shows_nothing


class Questions:
    """For viewsets of which most requests are questions of people who need not be known."""

    def initialize_request(self, request, *arguments, **named):
        asked = super().initialize_request(request, *arguments, **named)
        # Else each is looked for in vain first, every time.
        asked.META, asked.method, asked.path = request.META, request.method, request.path
        asked.path_info = request.path_info
        return asked

    def perform_authentication(self, request):
        if shows_nothing(request):
            request.user = request.auth = None
        else:
            super().perform_authentication(request)

    @property
    def allowed_methods(self):
        return _allowed(type(self), *self.action_map)


@cache
def _allowed(viewset, *at_this_address):
    """The methods that an address of a viewset answers to, of which it maps some to actions."""
    known = viewset.http_method_names
    return [it.upper() for it in known if it in at_this_address or hasattr(viewset, it)]
