"""The table of cases, and what it holds, recorded."""

from pathlib import Path

import yaml

from quotesdb.models import Hop
from tests.factory import make_appearance, make_outlet, make_quote, make_speaker

TABLE = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))
CASES = {case["case"]: case for case in TABLE["cases"]}


def record_what_is_held():
    """Records all speakers, quotes and printings of the table; gives the quotes by name."""
    speakers = {name: _speaker(**told) for name, told in TABLE["speakers"].items()}
    quotes = {
        name: make_quote(told["text"], key=name, speaker=speakers.get(told.get("speaker")))
        for name, told in TABLE["quotes"].items()
    }
    for told in TABLE["printings"]:
        hop = Hop(speaker=speakers[told["named"]])
        make_appearance(quotes[told["quote"]], segments=[told["wording"]], chain=[hop])
    return quotes


def _speaker(name, kind="person", **told):
    return make_outlet(name).speaker if kind == "outlet" else make_speaker(name, kind=kind, **told)
