"""`docs/datasets.md` names every column of a table, every format and every option."""

import re
from pathlib import Path

from seeds.datasets.csv_rows import COLUMNS
from seeds.management.commands.import_dataset import READERS, Command

PAGE = (Path(__file__).parents[3] / "docs" / "datasets.md").read_text()
OF_DJANGO = {
    *("help", "version", "verbosity", "settings", "pythonpath", "traceback", "no-color"),
    *("force-color", "skip-checks"),
}


def test_every_column_is_described():
    table = PAGE.partition("\n## CSV")[2]
    described = re.findall(r"^\| ((?:`\w+`,? ?)+)\|", table, re.MULTILINE)
    assert sorted(re.findall(r"\w+", " ".join(described))) == sorted(COLUMNS)


def test_every_format_and_every_option_is_named():
    options = {
        option.removeprefix("--")
        for action in Command().create_parser("manage.py", "import_dataset")._actions
        for option in action.option_strings
        if option.startswith("--")
    }
    missing = [f"--{option}" for option in options - OF_DJANGO if f"--{option}" not in PAGE]
    assert missing == []
    assert [name for name in READERS if f"`{name}`" not in PAGE] == []
