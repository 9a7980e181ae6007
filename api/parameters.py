"""Refusing what nobody reads: a misspelt filter must not return everything."""

from collections.abc import Iterable

from api.nearest import did_you_mean
from api.problems import UnknownParameter


def refuse_unknown(params, known: Iterable[str]) -> None:
    """Check the parameters of a request.

    Raises UnknownParameter, naming the nearest known one; also for a parameter that is given twice
    or without a value, for either would be a silent guess.
    """
    known = sorted(known)
    faults = {}
    for name, values in params.lists():
        if name not in known:
            faults[name] = [f'Unknown parameter "{name}".{did_you_mean(name, known)}']
        elif len(values) > 1:
            faults[name] = [f'"{name}" is given {len(values)} times; give it once.']
        elif not values[0].strip():
            faults[name] = [f'"{name}" has no value; give it one or leave it out.']
        elif "\x00" in values[0]:
            faults[name] = [f'"{name}" has a NUL character in it.']
    if faults:
        raise UnknownParameter(faults)
