"""From bytes to text, never by guessing: a wrong letter in a quote is a false quote."""

import codecs

from quotesdb.extraction.intake.document import Unreadable

MARKS_OF_ORDER = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, encoding: str = "") -> str:
    """The text, in the encoding that is stated or that the first bytes tell, else UTF-8."""
    told = next((name for mark, name in MARKS_OF_ORDER if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding or told)
    except LookupError as error:
        raise Unreadable(f"no encoding is called {encoding}") from error
    except UnicodeDecodeError as error:
        reason = f"byte {error.start} is not {encoding or told}; state the encoding"
        raise Unreadable(reason) from error
    return text.replace("\r\n", "\n").replace("\0", "\ufffd")
