"""Text in, findings out: usable from anywhere."""

import subprocess
import sys

PROGRAM = """
import sys
from quotesdb.extraction.reading import read
read("Ann Lee said it fell.")
sys.exit("django" in sys.modules)
"""


def test_reading_imports_none_of_it():
    assert subprocess.run([sys.executable, "-c", PROGRAM], check=False).returncode == 0
