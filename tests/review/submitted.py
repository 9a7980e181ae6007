"""An article with two quotes in it, submitted and read."""

from quotesdb.extraction.reading import read
from quotesdb.ingest.proposing import propose
from quotesdb.ingest.submitting import Submission
from quotesdb.models import Candidate

BODY = (
    "The harbour of Eastmouth will close for the winter, the mayor said on Monday.\n\n"
    "“We will open again when the ice has gone,” Mayor Grace Hill told the Harbour Post.\n\n"
    "“Nobody has asked the fishermen,” said Tom Reed, who owns two boats.\n"
)


def submit(body=BODY, **known):
    return propose(Submission(body, **known), read(body), reader="english")


def candidate(words):
    """The candidate with these words."""
    for one in Candidate.objects.select_related("text"):
        start, end = one.segments[0]
        if one.text.body[start:end].startswith(words):
            return one
    raise LookupError(words)
