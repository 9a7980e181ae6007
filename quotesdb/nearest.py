"""Naming what somebody probably meant."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str], before: Sequence[str] = ()) -> str:
    """A sentence that names the nearest known name, or all of them where none is near."""
    known = sorted(known)
    near = get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    if near:
        return f' Did you mean "{".".join([*before, near[0]])}"?'
    return f" Known are: {', '.join(known)}."
