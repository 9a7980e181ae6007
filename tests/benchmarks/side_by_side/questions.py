"""What is asked of every peer, and with what."""

from dataclasses import dataclass

Given = dict[str, str]
"""The values that one asking has: one line of the parameters that were drawn."""


@dataclass(frozen=True, slots=True)
class Question:
    """`drawn`: the name of its parameters, which several questions may share."""

    name: str
    title: str
    drawn: str
    revalidates: bool = False


QUESTIONS = {
    it.name: it
    for it in (
        Question("detail", "a quote with all appearances and chains", "quotes"),
        Question("by_speaker", "quotes of a speaker, newest first", "speakers"),
        Question("deep_page", "a page about the thousandth, by cursor", "pages"),
        Question("by_outlet_and_dates", "quotes that an outlet printed, by when said", "windows"),
        Question("search", "two words, ranked, marked", "words"),
        Question("facets_of_a_speaker", "by whom a speaker is printed most", "speakers"),
        Question("facets_of_all", "who is quoted most", "nothing"),
        Question("unchanged", "a quote that one has already (304)", "quotes", revalidates=True),
    )
}
