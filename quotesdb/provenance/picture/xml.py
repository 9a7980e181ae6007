"""Writing XML by hand, so that nothing in a name can break it."""

import re
from xml.sax.saxutils import escape

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow, not even as an entity."""


def text(content: str) -> str:
    return escape(FORBIDDEN.sub("\ufffd", content), {'"': "&quot;", "'": "&apos;"})


def element(name: str, *children: str, **attributes: str | float) -> str:
    """An element with children that are XML already. `class_` and `stroke_width` lose their `_`."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def _value(value: str | float) -> str:
    return text(value) if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """A tenth is fine enough for the eye."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
