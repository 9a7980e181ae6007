"""How far long work is: a bar for whoever watches at a terminal; logs and tests have none."""

from shutil import get_terminal_size
from typing import Any

from django.core.management.base import OutputWrapper
from tqdm import tqdm

from quotesdb.ingest.bulk.many import end


class Line:
    """A command's output as one line that is rewritten.

    Django ends the line after whatever is written, and has mistakes in red.
    """

    def __init__(self, output: OutputWrapper):
        self.output = output

    def write(self, text: str) -> None:
        self.output.write(text, str, ending="")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.output, name)


def bar(
    output: OutputWrapper,
    unit: str,
    total: int | None = None,
    *,
    silent: bool = False,
    in_bytes: bool = False,
) -> "tqdm[Any]":
    """Drawn only where `output` is a terminal, and gone when it ends.

    Whatever else is written while it is drawn begins on its line: `clear()` it before.
    """
    return tqdm(
        total=total,
        unit=unit if in_bytes else f" {unit}",
        unit_scale=in_bytes,
        leave=False,
        # What is longer than the line could not be rewritten, and some terminals tell no size.
        ncols=get_terminal_size().columns - 1,
        file=Line(output),
        disable=True if silent else None,
    )


def end_of_many(output: OutputWrapper, *, silent: bool = False) -> None:
    """What comes after many portions, with a bar."""
    with bar(output, "quotes posted anew", silent=silent) as moving:
        end(moving.update)
