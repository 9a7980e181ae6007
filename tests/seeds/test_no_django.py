"""The reader knows files and records; Django comes after it."""

import subprocess
import sys

import pytest

PROGRAM = "import sys; import {module}; sys.exit('django' in sys.modules)"


@pytest.mark.parametrize("module", ["seeds.reader", "seeds.documents", "seeds.bodies"])
def test_is_imported_without_django(module):
    done = subprocess.run([sys.executable, "-c", PROGRAM.format(module=module)], check=False)
    assert done.returncode == 0
