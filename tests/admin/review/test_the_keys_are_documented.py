import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
KEYS = ROOT / "quotesdb/static/quotesdb/review/keys.js"
GUIDE = ROOT / "docs/reviewing.md"
NAMES = {"Control": "Ctrl", "Escape": "Esc", "Right": "→", "Left": "←", "Up": "↑", "Down": "↓"}


def keys():
    """All keys that the page listens to: `["j", "ArrowDown"]` in its list."""
    listed = re.findall(r"keys: \[(.*?)\]", KEYS.read_text())
    return {key for one in listed for key in re.findall(r'"(.+?)"', one)}


def parts(key):
    """A key as the guide writes it: each part in a box of its own."""
    return {NAMES.get(part, part) for part in key.replace("Arrow", "").split("+")}


def test_every_key_of_the_review_page_is_in_the_guide():
    found = keys()
    assert {"Enter", "n", "?", "Shift+ArrowRight"} <= found
    boxes = set(re.findall(r"`([^`]+)`", GUIDE.read_text()))
    assert {key for key in found if not parts(key) <= boxes} == set()
