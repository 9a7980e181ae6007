"""A bar that rewrites itself for a person watching; silent in logs and tests."""

from typing import Any

from django.core.management.base import OutputWrapper
from tqdm import tqdm


class Line:
    """A command's output without the end of line that Django adds to whatever is written."""

    def __init__(self, output: OutputWrapper):
        self.output = output

    def write(self, text: str) -> None:
        self.output.write(text, str, ending="")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.output, name)


def bar(total: int, output: OutputWrapper, *, silent: bool) -> "tqdm[Any]":
    """Drawn only where `output` is a terminal, and gone when it ends."""
    return tqdm(
        total=total,
        unit="record",
        leave=False,
        file=Line(output),
        disable=True if silent else None,
    )
