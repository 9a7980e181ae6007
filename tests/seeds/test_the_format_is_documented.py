import json
import re
from pathlib import Path

import pytest

from seeds.schema import SCHEMA
from tests.seeds.written import mistakes, read

PAGE = (Path(__file__).parents[2] / "docs" / "seed-format.md").read_text()
EXAMPLE = PAGE.split("```yaml\n")[1].split("```")[0]
SHAPES = json.loads(SCHEMA.read_text())["$defs"]


def test_the_example_is_read(tmp_path):
    assert len(read(tmp_path, EXAMPLE).records) == 5


def test_the_mistakes_shown_are_the_ones_told(tmp_path):
    spoilt = EXAMPLE.replace("form: direct", "form: dirct").replace(
        "relation: told", "relashion: told"
    )
    told = [mistake.split(": ", 1)[1] for mistake in mistakes(tmp_path, spoilt)]
    assert told
    for sentence in told:
        assert f": {sentence}\n" in PAGE


@pytest.mark.parametrize(
    "field", sorted({field for shape in SHAPES.values() for field in shape.get("properties", ())})
)
def test_every_field_is_explained(field):
    assert f"`{field}`" in PAGE


@pytest.mark.parametrize("shape", [name for name in SHAPES if "required" in SHAPES[name]])
def test_what_must_be_given_is_in_bold(shape):
    for field in SHAPES[shape]["required"]:
        assert re.search(rf"\*\*`{field}`\*\*", PAGE)
