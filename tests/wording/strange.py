"""Texts nobody would print, for claims that hold for any text."""

from hypothesis import strategies as st

PRINTED = """
cease-fire ceasefire cease fire won't he's d'ont ’s … ... [ ] [...] [the talk[s] [t]he twenty five
1,000 U.S. № ½ ﬁ ö İ ß 港 각 🙂 & % $5 - — centre travelled organisation no
one per cent . , “ ”
"""
OTHER_ALPHABETS = ["с", "сор", "pаper", "слово", "νεφος"]
PIECES = PRINTED.split() + [
    "o\u0308",
    "\u00ad",
    "\u200b",
    "\u00a0",
    "カ\u3099",
    "\u1112\u1161",
    "\n",
    " ",
    "\ud800",
    "\x00",
]

# Alphabets that have letters like the Latin ones come in whole words only: what a heap of such
# letters was meant to be nobody can tell.
LOOK_ALIKES = "".join(map(chr, range(0x370, 0x590)))
characters = st.characters(exclude_characters=LOOK_ALIKES)
texts = st.one_of(
    st.text(characters, max_size=60),
    st.lists(st.sampled_from([*PIECES, *OTHER_ALPHABETS]), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
)
SENTENCE = "the river will rise again and no bridge of ours shall stand … [sic] [we] it"
WORDS = SENTENCE.split()
sentences = st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)
wordings = st.one_of(sentences, texts, st.lists(sentences, min_size=1, max_size=3))
