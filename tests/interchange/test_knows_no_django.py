"""Facts in, documents out: usable from anywhere."""

import pkgutil
import subprocess
import sys

import quotesdb.interchange

MODULES = [
    module.name
    for module in pkgutil.walk_packages(quotesdb.interchange.__path__, "quotesdb.interchange.")
]
PROGRAM = "import sys; import {}; sys.exit('django' in sys.modules)"


def test_not_one_of_its_modules_imports_it():
    program = PROGRAM.format(", ".join(MODULES))
    done = subprocess.run([sys.executable, "-c", program], check=False)
    assert len(MODULES) > 8
    assert done.returncode == 0
