"""Seed files that a test writes, and what the reader says of them."""

from seeds.reader import BadSeeds, read_seeds

HEAD = "format: quotesdb-seeds\nversion: 1\n"

GOOD = (
    HEAD
    + """\
speakers:
  - slug: grace-hill
    name: Grace Hill
    kind: person
outlets:
  - slug: harbour-post
    name: Harbour Post
quotes:
  - key: rivers
    text: Rivers do not negotiate.
    said_from: 2024-03-01
article:
  key: post-1
  language: en
  relies_on:
    - outlet: harbour-post
  appearances:
    - quote: rivers
      form: direct
      segments:
        - Rivers do not negotiate,
      chain:
        - speaker: grace-hill
          relation: told
"""
)


def line_of(text, part):
    """The number of the line in which `part` stands first."""
    return text[: text.index(part)].count("\n") + 1


def read(folder, text, name="seeds.yaml"):
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_seeds([file])


def mistakes(folder, text, name="seeds.yaml"):
    """What is wrong with a file: `12: form must be …`; nothing where it is good."""
    try:
        read(folder, text, name)
    except BadSeeds as bad:
        assert {mistake.file for mistake in bad.mistakes} == {folder / name}
        return [f"{mistake.line}: {mistake.sentence}" for mistake in bad.mistakes]
    return []


def changed(old, new, text=GOOD):
    """The good file with one thing put in another's place, and the line of it."""
    assert text.count(old) == 1
    return text.replace(old, new), line_of(text, old)
