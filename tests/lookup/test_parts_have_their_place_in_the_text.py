from quotesdb.lookup.items import Item
from quotesdb.lookup.splicing import place_of

TEXT = "🛶 “The ferry was sold,” Hill said, “and the old town,” she added, “stays dry.”"
SEGMENTS = ("The ferry was sold,", "and the old town,", "stays dry.")
PLACES = tuple((TEXT.index(words), TEXT.index(words) + len(words)) for words in SEGMENTS)


def test_every_character_of_the_joined_segments_is_found_again():
    item = Item(PLACES, SEGMENTS)
    between = {len(" ".join(SEGMENTS[:number])) for number in (1, 2)}
    for offset, character in enumerate(item.text):
        if offset not in between:
            assert TEXT[place_of(item, offset)] == character
