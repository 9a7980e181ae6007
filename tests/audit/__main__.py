"""Known holes in what we install, and suspicious code of our own: `make audit`."""

import sys

from tests.audit import code, dependencies


def main() -> int:
    outcomes = [code.audit(), dependencies.audit()]
    for outcome in outcomes:
        print("\n".join(outcome.lines))
    return 0 if all(outcome.passed for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
