"""Run the browser tests, and say loudly where there is no browser to run them in."""

import os
import subprocess
import sys

from tests.browser.chromium import WHAT_TO_INSTALL, find_or_install_chromium

NOT_RUN = f"""
***************************************************************************
The browser tests did NOT run: there is no Chromium here. To run them,
{WHAT_TO_INSTALL}
***************************************************************************"""


def main(arguments: list[str]) -> int:
    chromium = find_or_install_chromium()
    if chromium is None:
        print(NOT_RUN)
        return 1 if os.environ.get("CI") == "true" else 0
    pytest = [sys.executable, "-m", "pytest", "-m", "browser", *arguments]
    return subprocess.run(pytest, env={**os.environ, "CHROMIUM": chromium}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
