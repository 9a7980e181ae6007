"""The review desk: its pages, and the small JSON endpoints that the review page asks."""
