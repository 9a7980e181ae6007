import pytest

from quotesdb.lines import reading
from quotesdb.models import Quote, Speaker
from tests.ingest.bulk.files import (
    ALL,
    APPEARANCE,
    ARTICLE,
    HEADER,
    OUTLET,
    QUOTE,
    SPEAKER,
    bring,
    compressed,
    packed,
    whole,
)

pytestmark = pytest.mark.django_db

NOTHING = "Nothing was saved."


def with_(line, **members):
    return {**line, **members}


UNREADABLE = {
    "no first line": (b"", "records.ndjson:1: The first line must say what this is"),
    "another format": (packed({"type": "notes"}), ":1: The first line must say what this is"),
    "another version": (
        packed({**HEADER, "version": 2}),
        ":1: It is of version 2; this reader knows version 1.",
    ),
    "a byte order mark": (
        b"\xef\xbb\xbf" + whole(SPEAKER),
        ":1: It begins with a byte order mark: save it as UTF-8 without one.",
    ),
    "no JSON": (whole(b'{"type": speaker}\n'), ":2: It is not JSON: "),
    "not UTF-8": (
        whole(b'{"type": "speaker\xe9"}\n'),
        ":2: It is not UTF-8, from byte 17 of the line on.",
    ),
    "an empty line": (whole(b"\n"), ":2: The line is empty."),
    "no object": (whole(b"[1]\n"), ":2: A line must be a JSON object."),
    "a member twice": (
        whole(b'{"type": "speaker", "name": "A", "name": "B"}\n'),
        ':2: "name" is given twice.',
    ),
    "an unknown type": (
        whole(with_(SPEAKER, type="speeker")),
        ':2: There is no type "speeker". Did you mean "speaker"?',
    ),
    "no last line": (
        packed(HEADER) + packed(SPEAKER),
        ':2: The file is cut off: it has no last line of the type "end".',
    ),
    "half a line": (whole(SPEAKER)[:-20], ":3: The line breaks off: the file is cut off."),
    "lines left out": (
        b"".join(whole(OUTLET, SPEAKER).splitlines(keepends=True)[::2][:1])
        + b"".join(whole(OUTLET, SPEAKER).splitlines(keepends=True)[2:]),
        ":3: The last line speaks of 3 lines before it, and there are 2.",
    ),
    "something changed": (
        whole(SPEAKER).replace(b"Grace Hill", b"Grace Hull"),
        ":3: The last line has another sha256 than the lines before it",
    ),
    "more after the end": (
        whole(SPEAKER) + packed(OUTLET),
        ':4: There is more after the line of the type "end".',
    ),
    "compressed and cut off": (
        compressed(whole(*ALL))[:-12],
        "The compressed file is cut off.",
    ),
    "compressed and spoilt": (
        compressed(whole(*ALL))[:40] + b"\xff" * 40,
        "It cannot be decompressed: ",
    ),
    "nested too deep": (whole(b'{"type":' + b"[" * 100_000 + b"\n"), ":2: It is not JSON: "),
}


@pytest.mark.parametrize("data, sentence", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_file_of_records(tmp_path, data, sentence):
    said = bring(tmp_path, data)
    assert sentence in said
    assert said.endswith(NOTHING)
    assert not Speaker.objects.exists()


def test_a_line_without_an_end(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LONGEST_LINE", 10_000)
    said = bring(tmp_path, compressed(packed(HEADER) + b" " * 1_000_000))
    assert "records.ndjson:2: A line has more than 10,000 bytes." in said


WRONG = {
    "an unknown member": (
        [with_(SPEAKER, nmae="x")],
        '2: speaker grace-hill: There is no member "nmae" here. Did you mean "name"?',
    ),
    "a member missing": ([{"type": "quote", "key": "q"}], "2: quote q: text is missing."),
    "a member of another sort": (
        [with_(QUOTE, text=5, speaker=None)],
        "2: quote q1: text must be text.",
    ),
    "no day": (
        [with_(QUOTE, said_from="2023-13-01", speaker=None)],
        '2: quote q1: said_from must be a day such as "2023-12-24", or null.',
    ),
    "a constraint": (
        [with_(QUOTE, text=" \n", speaker=None)],
        "2: quote q1: A quote needs at least one word.",
    ),
    "a key that is none": (
        [with_(QUOTE, key="-q", speaker=None)],
        "2: quote -q: A key starts with a letter or digit and has only letters, digits and",
    ),
    "a word outside its list": (
        [OUTLET, SPEAKER, ARTICLE, QUOTE, with_(APPEARANCE, form="sung")],
        "6: appearance p1: Form must be direct, indirect or mixed.",
    ),
    "too long": (
        [with_(SPEAKER, name="x" * 301)],
        "2: speaker grace-hill: Ensure this value has at most 300 characters (it has 301).",
    ),
    "a letter that cannot be kept": (
        [with_(SPEAKER, name="a\0b")],
        "2: speaker grace-hill: Name has a character that cannot be kept (U+0000).",
    ),
    "a key that cannot be kept": (
        [with_(QUOTE, key="q\0", speaker=None)],
        "2: quote q\0: Key has a character that cannot be kept (U+0000).",
    ),
    "an address that cannot be kept": (
        [with_(ARTICLE, url="https://news.example/\0", outlet=None)],
        "2: article a1: Address has a character that cannot be kept (U+0000).",
    ),
    "a name that nobody can have": (
        [with_(QUOTE, speaker={"slug": "a\0"})],
        '2: quote q1: speaker "a\0" is neither in the database nor in an earlier line.',
    ),
    "a text with a letter that cannot be kept": (
        [
            with_(ARTICLE, outlet=None),
            {
                "type": "text",
                "article": {"key": "a1"},
                "version": 1,
                "retrieved_at": "2024-01-01T00:00:00Z",
                "body": "a\0",
            },
        ],
        "3: text of article a1: Body has a character that cannot be kept (U+0000).",
    ),
    "a text of no version": (
        [
            with_(ARTICLE, outlet=None),
            {
                "type": "text",
                "article": {"key": "a1"},
                "version": 0,
                "retrieved_at": "2024-01-01T00:00:00Z",
                "body": "Text.",
            },
        ],
        "3: text of article a1: Versions of a text start at 1.",
    ),
    "nobody of that name": (
        [QUOTE],
        '2: quote q1: speaker "grace-hill" is neither in the database nor in an earlier line.',
    ),
    "a speaker for an outlet": (
        [SPEAKER, with_(ARTICLE, outlet={"slug": "grace-hill"})],
        '3: article a1: "grace-hill" is a speaker, but not an outlet.',
    ),
    "an address twice": (
        [
            with_(ARTICLE, outlet=None, url="https://news.example/1"),
            with_(ARTICLE, key="a2", outlet=None, url="https://news.example/1"),
        ],
        "3: article a2: Another article has this address.",
    ),
    "given twice and not alike": (
        [SPEAKER, with_(SPEAKER, name="Grace B. Hill")],
        "3: speaker grace-hill: This record is given twice, and not alike.",
    ),
    "no segment": (
        [OUTLET, SPEAKER, ARTICLE, QUOTE, with_(APPEARANCE, segments=[])],
        "6: appearance p1: An appearance needs at least one segment: the words as they are printed",
    ),
    "a gap in the chain": (
        [
            OUTLET,
            SPEAKER,
            ARTICLE,
            QUOTE,
            with_(APPEARANCE, chain=[{"position": 1, "speaker": {"slug": "grace-hill"}}]),
        ],
        "6: appearance p1: Positions start at 0 and go up by one.",
    ),
    "its own article on the chain": (
        [
            OUTLET,
            SPEAKER,
            ARTICLE,
            QUOTE,
            with_(
                APPEARANCE,
                chain=[
                    {"position": 0, "speaker": {"slug": "grace-hill"}, "article": {"key": "a1"}}
                ],
            ),
        ],
        "6: appearance p1: chain.0: An article cannot stand for a hop of its own chain",
    ),
    "nested in another article": (
        [
            OUTLET,
            SPEAKER,
            ARTICLE,
            with_(ARTICLE, key="a2"),
            QUOTE,
            APPEARANCE,
            with_(APPEARANCE, key="p2", article={"key": "a2"}, nested_in={"key": "p1"}),
        ],
        "8: appearance p2: A quote can be nested only in an appearance in the same article.",
    ),
    "an outlet that is told as a speaker": (
        [with_(SPEAKER, kind="outlet")],
        '2: speaker grace-hill: A speaker of the kind "outlet" needs an outlet\'s profile',
    ),
    "an alias twice": (
        [with_(SPEAKER, aliases=["Grace", "Grace"])],
        "2: speaker grace-hill: aliases.1: This speaker has this alias already.",
    ),
    "a correction without a source": (
        [
            with_(QUOTE, speaker=None),
            {
                "type": "correction",
                "key": "c",
                "kind": "retracted",
                "reason": "No.",
                "quote": {"key": "q1"},
            },
        ],
        "3: correction c: A correction needs a source",
    ),
}


@pytest.mark.parametrize("lines, sentence", WRONG.values(), ids=WRONG)
def test_what_cannot_be_a_record(tmp_path, lines, sentence):
    said = bring(tmp_path, whole(*lines))
    assert f"records.ndjson:{sentence}" in said
    assert said.endswith(NOTHING)
    assert not Speaker.objects.exists()
    assert not Quote.objects.exists()
