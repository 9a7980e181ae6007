"""How many keys and clicks the review of articles takes: figures for `docs/reviewing.md`.

    python -m tests.benchmarks.measure_review FOLDER EXPECTED [--shots FOLDER]

Drives the real pages in Chromium, in a database of its own: pastes each document named in
EXPECTED (the format of `evaluate_reader`), and records what is expected of it. Typed letters are
keys, and marking words is one click. What is proposed beyond that is rejected, and counted apart.
"""

import argparse
import json
import os
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

VAR = tempfile.TemporaryDirectory()
os.environ |= {
    "VAR_DIR": VAR.name,
    "DATABASE_URL": "",
    "DJANGO_SETTINGS_MODULE": "quotesdb.settings",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
}

import django  # noqa: E402

django.setup()


from quotesdb.extraction.scoring.appearances import same  # noqa: E402
from quotesdb.models import Appearance, Quote  # noqa: E402
from tests.benchmarks.pages_in_chromium import server, signed_in  # noqa: E402
from tests.benchmarks.what_is_expected import (  # noqa: E402
    as_expected,
    is_chain,
    is_of,
    kind_of,
    near,
    overlap,
)
from tests.browser.reviewing import DESK, Hands, paste, words_in_focus  # noqa: E402

ENOUGH_TYPED = 5
"""Letters after which a curator looks at what was found."""

PATIENCE = 350
OPTIONS = ".finder-options [role=option]"


@dataclass
class Tally:
    """What one sort of candidates took."""

    touches: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        number, total = len(self.touches), sum(self.touches)
        mean = f"{total / number:.1f}" if number else "–"
        return f"{number:>4} candidates{total:>6} keys and clicks{mean:>7} each"


class Careful:
    """A curator who records what is expected of one article after another, and counts."""

    def __init__(self, page, home, shots):
        self.page, self.home, self.shots = page, home, shots
        self.hands = Hands(page)
        self.tallies: dict[str, Tally] = defaultdict(Tally)
        self.quotes: dict[str, int] = {}
        self.matches: list[dict] = []
        self.told: list[str] = []
        page.on("response", self.heard)

    def review(self, name, body, document):
        paste(self.page, self.home, body, Title=name)
        self.body, wanted = body, list(document["quotes"])
        self.told.append(name)
        while self.is_waiting():
            self.wait_for_the_proposal()
            meant = next((it for it in wanted if overlap(it, self.proposal["record"])), None)
            if meant is None:
                self.count("rejected", self.reject, None)
                continue
            wanted.remove(meant)
            wrong = [what for what, is_right in self.judged(meant) if not is_right]
            self.count("corrected" if wrong else "right as it stood", self.accept, meant, wrong)
        for missed in wanted:
            self.count("missed by the reader", self.add, missed)
        self.picture(name)

    def judged(self, meant):
        """What is right of a proposal as it stands."""
        record = self.proposal["record"]
        names = [hop["speaker"]["name"] for hop in record["chain"]]
        speaker = record["speaker"]["name"] if record["speaker"] else ""
        yield "words", near(meant["spans"], record["segments"], self.body)
        yield "form", meant["form"] == record["form"]
        yield "speaker", same(meant["speaker"], speaker)
        yield "chain", is_chain(meant["chain"], names)

    def count(self, kind, deed, meant, wrong=()):
        before = self.hands.total
        words = meant["family"] if meant else words_in_focus(self.page)[:50]
        deed(meant, wrong)
        touches = self.hands.total - before
        self.tallies[kind].touches.append(touches)
        self.told.append(f"  {kind:22}{touches:>4}  {words}  {', '.join(wrong)}")

    # What a curator does.

    def accept(self, meant, wrong):
        if "words" in wrong:
            self.mark(meant)
        self.reach_form(meant["form"])
        if {"speaker", "chain"} & set(wrong):
            self.mend_chain(meant)
        self.take_the_same_source(meant)
        self.decide(meant)

    def add(self, meant, _wrong):
        self.hands.press("a")
        self.mark(meant)
        self.page.wait_for_timeout(PATIENCE)
        self.reach_form(meant["form"])
        self.mend_chain(meant)
        self.decide(meant)

    def reject(self, _meant, _wrong):
        self.hands.press("r")
        self.hands.press("3")

    def mark(self, meant):
        for number, (start, end) in enumerate(meant["spans"]):
            self.hands.mark(start, end, added=number > 0)

    def reach_form(self, form):
        while self.form() != form:
            self.hands.press("f")

    def mend_chain(self, meant):
        """Who said it first: the chain follows. Then what is too much, other, or lacking."""
        wanted = meant["chain"]
        if not same(meant["speaker"], self.speaker()[0]):
            self.hands.press("e")
            self.choose(meant["speaker"])
        while len(self.chain()) > len(wanted):
            pairs = list(zip(wanted, self.chain(), strict=False))
            wrong = [at for at, (name, held) in enumerate(pairs) if not same(name, held)]
            place = wrong[0] if wrong else len(self.chain()) - 1
            self.hands.click(self.page.get_by_label(f"Remove hop {place}"))
        for place, name in enumerate(wanted):
            if place >= len(self.chain()):
                self.hands.press("c")
                self.choose(name)
            elif not same(name, self.chain()[place]):
                self.hands.click(self.page.get_by_label(f"Change the speaker of hop {place}"))
                self.choose(name)

    def choose(self, name):
        """One that the article names already, else marked in the article, else typed."""
        if self.take_of_held(name):
            return
        start = self.body.find(name)
        if start >= 0:
            self.hands.mark(start, start + len(name))
            if self.take_of_held(name):
                return
        else:
            for typed, letter in enumerate(name, start=1):
                self.hands.type(letter)
                if typed in (ENOUGH_TYPED, len(name)) and self.take_of_held(name):
                    return
        new = f"New {kind_of(name)}"
        self.pick(next(at for at, it in enumerate(self.options()) if it.startswith(new)))

    def options(self):
        self.page.wait_for_timeout(PATIENCE)
        return self.page.locator(OPTIONS).all_inner_texts()

    def take_of_held(self, name):
        held = [at for at, it in enumerate(self.options()) if is_of(name, it)]
        if held:
            self.pick(held[0])
        return bool(held)

    def pick(self, number):
        marked = self.page.locator(OPTIONS).evaluate_all(
            "all => all.findIndex((one) => one.getAttribute('aria-selected') === 'true')"
        )
        for _ in range(abs(number - marked)):
            self.hands.press("ArrowDown" if number > marked else "ArrowUp")
        self.hands.press("Enter")

    def take_the_same_source(self, meant):
        """An unnamed source of a quote that is held is the same one: the curator says so."""
        quote = self.quotes.get(meant["family"])
        known = next((it for it in self.matches if it["quote"] == quote), None)
        speaker = self.proposal["record"]["speaker"]
        if not known or not speaker or self.speaker()[1]:
            return
        offered = self.proposal["meant"][speaker["proposed_as"]]["offered"]
        numbers = [it["number"] for it in offered]
        if known["speaker_number"] in numbers:
            for _ in range(numbers.index(known["speaker_number"]) + 1):
                self.hands.press("s")

    def decide(self, meant):
        """As the page proposes, if that is the quote; else as the quote that it is."""
        quote = self.quotes.get(meant["family"])
        numbers = [it["quote"] for it in self.matches]
        likely = numbers[0] if numbers and self.matches[0]["is_same"] else None
        if quote == likely:
            self.hands.press("Enter")
        elif quote in numbers:
            self.hands.press(str(numbers.index(quote) + 1))
        elif quote is None:
            self.hands.press("n")
        else:
            self.hands.press("m")
            self.hands.type(str(quote))
            self.options()
            self.hands.press("Enter")
            self.hands.press("Enter")
            self.told.append("  the quote was looked for:")
        if refused := self.page.locator("[data-refused]").inner_text():
            raise SystemExit("\n".join([*self.told, f"{meant['family']}: {refused}"]))
        if quote is None:
            said = self.page.locator("[data-said]").inner_text()
            self.quotes[meant["family"]] = int(said.rstrip(".").split()[-1])

    # What a curator sees.

    def heard(self, response):
        """What the page was told last: of a candidate, or of words that were marked."""
        if DESK in response.url and response.ok and "json" in response.header_value("content-type"):
            told = response.json()
            if "record" in told:
                self.proposal = told
            if "matches" in told:
                self.matches = told["matches"]

    def wait_for_the_proposal(self):
        """What is heard comes a moment after what is seen."""
        seen = words_in_focus(self.page)
        while self.words_of(self.proposal["record"]["segments"]) != seen:
            self.page.wait_for_timeout(20)

    def words_of(self, segments):
        return " … ".join(self.body[start:end].strip() for start, end in segments)

    def is_waiting(self):
        return self.page.locator("[data-panel] .finished").count() == 0

    def form(self):
        return self.page.get_by_label("Form").input_value()

    def speaker(self):
        """The name, and whether it is of one who is held."""
        names = self.page.locator(".who-line strong").all_inner_texts()
        return (names or [""])[0], self.page.locator(".who-line .tag.held").count() > 0

    def chain(self):
        hops = self.page.locator(".chain .hop-who").all()
        return [(it.locator("strong").all_inner_texts() or [""])[0] for it in hops]

    def picture(self, name):
        if self.shots:
            self.page.screenshot(path=self.shots / f"{Path(name).stem}.png", full_page=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("expected", type=Path)
    parser.add_argument("--shots", type=Path, help="keep a picture of each reviewed article here")
    options = parser.parse_args()
    documents = json.loads(options.expected.read_text())["documents"]
    with server() as home, signed_in(home) as page:
        curator = Careful(page, home, options.shots)
        for document in documents:
            name = document["document"]
            curator.review(name, (options.folder / name).read_text(), document)
    sys.stdout.write("\n".join(curator.told) + "\n\n")
    for kind, tally in sorted(curator.tallies.items(), key=lambda it: -len(it[1].touches)):
        sys.stdout.write(f"{kind:22}{tally}\n")
    right = sum(map(as_expected, documents))
    sys.stdout.write(
        f"recorded as expected: {right} of {sum(len(it['quotes']) for it in documents)} "
        f"(held: {Appearance.objects.count()}), of {Quote.objects.count()} quotes\n"
    )


if __name__ == "__main__":
    main()
