"""Words as they were printed: made comparable, compared, and watched for alterations.

Text in, facts out; nothing here knows Django. `docs/wording.md` explains it.
"""

from .alerting import Alert, Difference, DirectWording, alert
from .comparison import Comparison, Kind, compare, is_same_quote
from .normalising import Normalised, normalise
from .operations import Op, Operation
from .tokens import Token, TokenKind

__all__ = [
    "Alert",
    "Comparison",
    "Difference",
    "DirectWording",
    "Kind",
    "Normalised",
    "Op",
    "Operation",
    "Token",
    "TokenKind",
    "alert",
    "compare",
    "is_same_quote",
    "normalise",
]
