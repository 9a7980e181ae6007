"""What the framework does for every request, without what comes to nothing where one only asks."""

from api.authentication import shows_nothing

FOUND_IN_VAIN = ("META", "method", "path", "path_info")
"""What a view's request looks for in itself, before it looks in the request that came in."""


class Questions:
    """For views of which most requests are questions of people who need not be known."""

    def initialize_request(self, request, *arguments, **named):
        asked = super().initialize_request(request, *arguments, **named)
        for name in FOUND_IN_VAIN:
            setattr(asked, name, getattr(request, name))
        return asked

    def perform_authentication(self, request):
        if shows_nothing(request):
            request.user = request.auth = None
        else:
            super().perform_authentication(request)
