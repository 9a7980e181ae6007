"""The rules by which two appearances are joined."""

from enum import StrEnum


class Rule(StrEnum):
    """Why two appearances have one origin. The first five declare, the others infer."""

    NAMED_OUTLET = "named_outlet"
    OWN_REPORT = "own_report"
    SAME_OUTLET = "same_outlet"
    SAME_ARTICLE = "same_article"
    RELIANCE = "reliance"
    INFERRED_HOP = "inferred_hop"
    INFERRED_RELIANCE = "inferred_reliance"
    HIDDEN_PARENT = "hidden_parent"
    SHARED_TEXT = "shared_text"
    SHARED_ERROR = "shared_error"


DECLARED = frozenset(
    {
        Rule.NAMED_OUTLET,
        Rule.OWN_REPORT,
        Rule.SAME_OUTLET,
        Rule.SAME_ARTICLE,
        Rule.RELIANCE,
    }
)

ALL = frozenset(Rule) - DECLARED
"""The rules that infer, any of which a caller may leave out."""
