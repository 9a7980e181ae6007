"""Files of records, as somebody might hand them in."""

import gzip
import io
import json
from hashlib import sha256

from django.core.management import CommandError, call_command

HEADER = {"type": "quotesdb-records", "version": 1}

SPEAKER = {"type": "speaker", "slug": "grace-hill", "name": "Grace Hill", "kind": "person"}
OUTLET = {"type": "outlet", "slug": "harbour-post", "name": "The Harbour Post"}
ARTICLE = {"type": "article", "key": "a1", "outlet": {"slug": "harbour-post"}}
QUOTE = {"type": "quote", "key": "q1", "text": "We are ready.", "speaker": {"slug": "grace-hill"}}
APPEARANCE = {
    "type": "appearance",
    "key": "p1",
    "quote": {"key": "q1"},
    "article": {"key": "a1"},
    "form": "direct",
    "segments": [{"exact": "We are ready."}],
    "chain": [{"position": 0, "speaker": {"slug": "grace-hill"}}],
}
ALL = (OUTLET, SPEAKER, ARTICLE, QUOTE, APPEARANCE)


def packed(line):
    return line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n"


def whole(*lines):
    """The bytes of a file with these lines, its first and its last."""
    body = [packed(line) for line in lines]
    end = {"type": "end", "lines": len(body) + 1, "sha256": sha256(b"".join(body)).hexdigest()}
    return b"".join([packed(HEADER), *body, packed(end)])


def bring(folder, data, **options):
    """What the command says about a file with these bytes, and whether it was refused."""
    file = folder / "records.ndjson"
    file.write_bytes(data)
    said = io.StringIO()
    try:
        call_command("import_records", str(file), stdout=said, stderr=said, **options)
    except CommandError as error:
        return str(error).replace(f"{folder}/", "")
    return said.getvalue()


def compressed(data):
    return gzip.compress(data)
