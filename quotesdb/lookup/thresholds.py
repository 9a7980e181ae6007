"""The numbers that decide, in one place. `docs/lookup.md` says how they were found."""

MOST_CHARACTERS = 64_000
"""Of a text that is looked up."""

MOST_ITEMS = 250
"""Looked up of one text; what comes after them is answered as not looked up."""

LONGEST_WHOLE = 1_000
"""Characters of a text without quotation marks that is looked up as one; longer: by paragraph."""

LEAST_TOLD = 0.4
"""The similarity from which quotes are listed beside words that are not found."""

NEAREST = 6
"""Wordings of the index that an item is compared with."""

CLOSE, FAR = 60.0, 20.0
"""Wordings so near by the index are compared in any case; those so far, never."""

LEAST_WORDS = 3
"""Words in marks of which there are fewer are taken for a name or scare quotes."""

LEAST_VARIANT = 5.5
LEAST_COVERAGE, COVERAGE_OF_NOTHING, COVERAGE_PER_WORD = 0.75, 0.95, 0.01
LEAST_CORE, CORE_OF_NOTHING, CORE_PER_WORD = 0.6, 1.0, 0.02
"""What a variant must share with a wording, and how alike they must be: the less is shared, the
more. The measures are those of `quotesdb.wording`."""

LEAST_SHARED, NEARLY_ALL, NEARLY_NOTHING_ELSE = 4.0, 0.97, 0.95
"""Less is enough where coverage and core say that next to nothing differs."""

LEAST_EXCERPT = 2.0
"""What a piece must weigh (`quotesdb.wording`: 1 a word, 0.25 a small one) to be from a quote."""

LEAST_HELD, LEAST_HELD_SIMILARITY = 3.0, 0.4
"""What a held wording must weigh to be recognised inside of longer words, and how like all of them
it must be."""

TELLING = 3.0
"""Pieces that weigh less are told with a warning: many may have said so few words."""

TIE = 0.02
"""Similarities that differ by no more are equally near."""

NEARLY_WHOLE = 0.8
"""The similarity from which a piece is most of one wording, and so nearer to it than to others."""

LEAST_PART, LEAST_PART_WORDS = 3.0, 4
"""What each part of spliced words must have in a row."""

SPLICED_COVERAGE = 0.8
"""How much of spliced words their parts must account for."""

SPLICED_GAIN = 0.15
"""And how much more than the one nearest wording does."""

MOST_PARTS = 6
SURE = 0.5
"""How sure the reader must be of whom a text names, before a difference is told."""
