r"""Any text as LaTeX that prints it, inside a BibTeX field.

BibTeX counts braces whether or not a backslash stands before them: `\{` alone would swallow the
rest of the file, so braces are written by name.
"""

import re
import unicodedata

BY_NAME = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
}
LIGATURES = re.compile(r"(?<=([-'<>,]))(?=\1)")
"""Between two that TeX would draw as one other sign, such as a dash for two hyphens."""


def latex(text: str) -> str:
    r"""The text, escaped; all white space becomes one space, for TeX sees no other."""
    printable = "".join(" " if _unprintable(sign) else sign for sign in text)
    escaped = "".join(BY_NAME.get(sign, sign) for sign in " ".join(printable.split()))
    return LIGATURES.sub("{}", escaped)


def braced(text: str) -> str:
    return f"{{{text}}}"


def _unprintable(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")
