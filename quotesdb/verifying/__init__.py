"""Whether all that must hold does, and all that follows from other rows is right; read only.

`docs/keeping.md` lists the checks. Each is a sentence, a way of finding what breaks it, and the
command that mends that.
"""

from .checks import CHECKS, verify
from .finding import Check, Wrong

__all__ = ["CHECKS", "Check", "Wrong", "verify"]
