"""The review page by hand: what a curator does there, with every key and click counted."""

import time
from collections import Counter

from quotesdb.models import Taking

DESK = "/admin/quotesdb/candidate/"
QUIET = "() => document.querySelector('[data-panel]')?.getAttribute('aria-busy') === 'false'"


class Hands:
    """A curator's hands on the page. They count; typed letters are keys, marking is one click."""

    def __init__(self, page):
        self.page = page
        self.count = Counter()
        page.emulate_media(reduced_motion="reduce")

    @property
    def total(self):
        return sum(self.count.values())

    def press(self, key):
        self.count["keys"] += 1
        self.page.keyboard.press(key)
        self.settle()

    def type(self, words):
        self.count["keys"] += len(words)
        self.page.keyboard.type(words)

    def click(self, found, **how):
        self.count["clicks"] += 1
        found.click(**how)
        self.settle()

    def mark(self, start, end, *, added=False):
        """Drag over the article's characters from `start` to `end`."""
        self.count["clicks"] += 1
        (x, y), (to_x, to_y) = self.page.evaluate(PLACES_OF, [start, end])
        if added:
            self.page.keyboard.down("Control")
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move((x + to_x) / 2, (y + to_y) / 2)
        self.page.mouse.move(to_x, to_y)
        self.page.mouse.up()
        if added:
            self.page.keyboard.up("Control")
        self.settle()

    def settle(self):
        """Wait as a curator's eye would: until the page has answered."""
        self.page.wait_for_function(QUIET)


PLACES_OF = """
([start, end]) => {
    const at = (place) => {
        const runs = [...document.querySelectorAll("[data-article] [data-start]")];
        const run = runs.findLast((one) => Number(one.dataset.start) <= place);
        const points = Array.from(run.textContent).slice(0, place - Number(run.dataset.start));
        return [run.firstChild, points.join("").length];
    };
    const range = document.createRange();
    range.setStart(...at(start));
    range.setEnd(...at(end - 1));
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    const box = (place, side) => {
        const [node, offset] = at(place);
        const letter = document.createRange();
        letter.setStart(node, offset);
        letter.setEnd(node, Math.min(offset + 1, node.data.length));
        const rect = letter.getBoundingClientRect();
        return [rect[side] + (side === "left" ? 0.5 : -0.5), (rect.top + rect.bottom) / 2];
    };
    return [box(start, "left"), box(end - 1, "right")];
}
"""


def paste(page, home, text, **known):
    """Paste an article on its page, and be led to its review."""
    page.goto(f"{home}{DESK}add/")
    page.get_by_label("Text:").fill(text)
    for label, value in known.items():
        page.get_by_label(f"{label}:").fill(value)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_function(QUIET)


def words_in_focus(page):
    return page.locator("[data-panel] blockquote").inner_text()


def leave(page, patience=50):
    """Close the page and wait until it has let go of its article: the last that it asks for."""
    page.goto("about:blank")
    while patience and Taking.objects.filter(by__username="ada").exists():
        patience -= 1
        time.sleep(0.1)
