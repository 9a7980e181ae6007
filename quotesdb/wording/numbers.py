"""Numbers below a hundred in figures, for one paper spells out what another prints in figures."""

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
FIGURES = {word: str(value) for value, word in enumerate(UNITS)} | {
    word: str(10 * value) for value, word in enumerate(TENS, start=2)
}


def figures(word: str) -> str:
    """A word for a number in figures, figures without commas, any other word as it is."""
    return plain(word) if word[0].isdecimal() else FIGURES.get(word, word)


def plain(printed: str) -> str:
    """1,234,567 without its commas; 1,5 stays, for in other languages it is one and a half."""
    groups = printed.split(",")
    if len(groups) > 1 and all(len(group.split(".")[0]) == 3 for group in groups[1:]):
        return "".join(groups)
    return printed


def together(tens: str, unit: str) -> str | None:
    """ "twenty" and "five" are 25."""
    if tens in TENS and unit in UNITS[1:10]:
        return str(int(FIGURES[tens]) + int(FIGURES[unit]))
    return None
