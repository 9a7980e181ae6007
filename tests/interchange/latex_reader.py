"""What LaTeX would print of an escaped text. It refuses all that LaTeX would not print as such."""

import re

NAMED = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
}
TOKEN = re.compile(
    r"\\(?P<name>[a-z]+)\{\}|\\(?P<sign>[$&#_%])|(?P<nothing>\{\})|(?P<plain>.)", re.S
)
ACTIVE = set("\\{}$&#_%~^`\n\r")
LIGATURES = re.compile(r"--|''|<<|>>|,,|!`|\?`")


def printed(escaped: str) -> str:
    """Raises KeyError or ValueError for what is not plain text."""
    if LIGATURES.search(escaped):
        raise ValueError(f"A ligature in {escaped!r}.")
    return "".join(map(_sign, TOKEN.finditer(escaped)))


def _sign(token):
    if token["name"]:
        return NAMED[token["name"]]
    plain = token["plain"] or ""
    if plain in ACTIVE and plain:
        raise ValueError(f"{plain!r} is not escaped.")
    return token["sign"] or plain
