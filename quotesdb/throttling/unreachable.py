"""Why nothing could be counted."""


class Unreachable(Exception):
    """The place where counts are kept cannot be asked now."""
