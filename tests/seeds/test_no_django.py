"""The reader knows files and records; Django comes after it."""

import subprocess
import sys

import pytest

DATASETS = [
    f"seeds.datasets.{name}"
    for name in ("quotebank", "quotebank_articles", "gqg", "claimreview", "csv_rows")
]
PROGRAM = "import sys; import {module}; sys.exit('django' in sys.modules)"


@pytest.mark.parametrize("module", ["seeds.reader", "seeds.documents", "seeds.bodies", *DATASETS])
def test_is_imported_without_django(module):
    done = subprocess.run([sys.executable, "-c", PROGRAM.format(module=module)], check=False)
    assert done.returncode == 0
