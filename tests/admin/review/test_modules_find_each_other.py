"""Collected, a module is served under a hashed name, and so must the ones be that it imports."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

IMPORT = re.compile(r"""from\s*["']([^"']+)["'];""")
FOLDER = Path(__file__).resolve().parents[3] / "quotesdb/static/quotesdb/review"
MODULES = sorted(FOLDER.glob("*.js"))


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    root = tmp_path_factory.mktemp("static")
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "quotesdb.static_files.HashedModules"},
    }
    with override_settings(STATIC_ROOT=root, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
    return root / "quotesdb" / "review"


def test_every_import_leads_to_a_collected_file(collected):
    modules = list(collected.glob("*.js"))
    assert len(modules) == len(MODULES)
    for module in modules:
        for name in IMPORT.findall(module.read_text()):
            assert (module.parent / name).is_file(), f"{module.name} imports {name}"


def test_imports_are_of_our_own_modules_only():
    for module in MODULES:
        for name in IMPORT.findall(module.read_text()):
            assert (module.parent / name).is_file(), f"{module.name} imports {name}"


def test_none_is_longer_than_300_lines():
    assert {one.name for one in MODULES if len(one.read_text().splitlines()) > 300} == set()


@pytest.mark.parametrize("name", ["innerHTML", "insertAdjacentHTML", "eval(", "document.write"])
def test_words_of_an_article_never_become_markup(name):
    assert [one.name for one in MODULES if name in one.read_text()] == []
