"""What OPTIONS is answered with: what a resource is called, and which types it reads and gives."""

from rest_framework.metadata import SimpleMetadata


class Metadata(SimpleMetadata):
    def determine_actions(self, request, view):
        """Nothing: what may be written is told by the OpenAPI document."""
        return {}
