"""docs/security.md has every item of the list, and each test that it names exists."""

import re

from django.conf import settings

PAGE = (settings.BASE_DIR / "docs" / "security.md").read_text()
ROWS = re.findall(r"^\| \*\*API(\d+)\*\*(.*)$", PAGE, re.MULTILINE)


def named_in(text):
    return re.findall(r"`(tests/[\w/]+\.py)`", text)


def test_every_item_is_there_with_a_test():
    assert [int(number) for number, _ in ROWS] == list(range(1, 11))
    assert all(named_in(row) for _, row in ROWS)


def test_each_test_that_is_named_exists():
    assert [it for it in named_in(PAGE) if not (settings.BASE_DIR / it).is_file()] == []


def test_each_test_of_security_is_named():
    here = {
        f"tests/security/{path.name}"
        for path in (settings.BASE_DIR / "tests/security").glob("test_*")
    }
    here.remove("tests/security/test_the_page_names_its_tests.py")
    assert here - set(named_in(PAGE)) == set()
