"""Refusing what nobody reads: a misspelt filter must not return everything."""

from collections.abc import Iterable

from rest_framework.exceptions import ErrorDetail, ValidationError

from quotesdb.nearest import did_you_mean


def refuse_unknown(params, known: Iterable[str]) -> None:
    """Check the parameters of a request.

    Raises ValidationError, naming the nearest known one; also for a parameter that is given twice
    or without a value, for either would be a silent guess.
    """
    if not params:
        return
    known = sorted(known)
    faults = {name: _fault(name, values, known) for name, values in params.lists()}
    if any(faults.values()):
        raise ValidationError({name: [fault] for name, fault in faults.items() if fault})


def whole_number(params, name: str, most: int, default: int) -> int:
    """A number from 1 to `most`.

    Raises ValidationError where it is none.
    """
    if name not in params:
        return default
    text = params[name]
    if not (text.isascii() and text.isdigit() and len(text) < 10 and 1 <= int(text) <= most):
        raise ValidationError({name: [f"Must be a whole number from 1 to {most}."]})
    return int(text)


def true_or_false(params, name: str) -> bool:
    """Whether it is `true`; `false` where it is not given.

    Raises ValidationError where it is neither.
    """
    if name not in params:
        return False
    word = params[name]
    if word not in ("true", "false"):
        raise ValidationError({name: ["Must be true or false."]})
    return word == "true"


def word_of(params, name: str, known: Iterable[str], default: str | None = None) -> str:
    """One of these words.

    Raises ValidationError, naming the nearest, where it is none of them.
    """
    word = params.get(name, default)
    if word not in (*known,):
        raise ValidationError({name: [f"{word!r} is not known.{did_you_mean(str(word), known)}"]})
    return word


def _fault(name: str, values: list[str], known: list[str]) -> ErrorDetail | None:
    if name not in known:
        sentence = f'Unknown parameter "{name}".{did_you_mean(name, known)}'
        return ErrorDetail(sentence, "unknown_parameter")
    if len(values) > 1:
        return ErrorDetail(f'"{name}" is given {len(values)} times; give it once.', "repeated")
    if not values[0].strip():
        return ErrorDetail(f'"{name}" has no value; give it one or leave it out.', "no_value")
    if "\x00" in values[0]:
        return ErrorDetail(f'"{name}" has a NUL character in it.', "nul_character")
    return None
