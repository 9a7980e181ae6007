"""What curators answer for: read as it stands, as it stood, and with what became of it."""

from api.resources.as_of import SeenAsOf
from api.resources.history import Remembered
from api.views import ResourceViewSet


class CuratedViewSet(Remembered, SeenAsOf, ResourceViewSet):
    """Reading of one resource of which the records have a history."""
