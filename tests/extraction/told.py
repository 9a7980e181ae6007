"""What a reading says, short enough to be read in a test."""

from quotesdb.extraction.reading import read


def segments(text):
    """Of every finding the words themselves."""
    return [[it.text for it in finding.segments] for finding in read(text).findings]


def marked(text):
    """Of every finding in marks the words, as one string."""
    found = read(text).findings
    return [" / ".join(it.text for it in one.segments) for one in found if one.form != "indirect"]


def spoken(text):
    """Of every finding the words and the speaker's name."""
    return [
        (" / ".join(it.text for it in one.segments), one.speaker and one.speaker.name)
        for one in read(text).findings
    ]


def only(text, **known):
    """The one finding of a text."""
    (finding,) = read(text, **known).findings
    return finding


def hands(finding):
    """Through whom the words came, first the one who said them."""
    return [hop.speaker.name for hop in finding.chain]
