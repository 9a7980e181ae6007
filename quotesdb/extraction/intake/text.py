"""From bytes to text, never by guessing: a wrong letter in a quote is a false quote."""

import codecs
import re

from quotesdb.extraction.intake.document import Unreadable

MARKS_OF_ORDER = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def decoded(data: bytes, encoding: str = "") -> str:
    """The text, in the encoding that is stated or that the first bytes tell, else UTF-8."""
    told = next((name for mark, name in MARKS_OF_ORDER if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding or told)
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} is not {encoding or told}; state the encoding"
        raise Unreadable(reason) from error
    except (LookupError, ValueError) as error:
        raise Unreadable(f"no encoding is called {ascii(encoding)[1:-1]}") from error
    if half := HALF_A_PAIR.search(text):
        raise Unreadable(f"in {encoding} it holds U+{ord(half[0]):04X}, which is no character")
    return text.replace("\r\n", "\n").replace("\0", "\ufffd")
