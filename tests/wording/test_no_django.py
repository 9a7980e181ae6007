"""What compares words can be used from anywhere."""

import subprocess
import sys

PROGRAM = "import sys; import quotesdb.wording; sys.exit('django' in sys.modules)"


def test_is_imported_without_django():
    assert subprocess.run([sys.executable, "-c", PROGRAM], check=False).returncode == 0
