import os
import shutil

import pytest
from django.contrib.staticfiles.finders import get_finder

from quotesdb.management.static_files import are_collected, collect


@pytest.fixture(autouse=True)
def one_file(settings, tmp_path):
    """A site with a single static file."""
    source = tmp_path / "source"
    source.mkdir()
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "static"
    get_finder.cache_clear()
    yield write(source / "page.css", "a {}")
    get_finder.cache_clear()


def write(path, text):
    path.write_text(text)
    return path


def test_at_first_they_are_not():
    assert not are_collected()


def test_collected_they_are_served_from_there(settings):
    collect()
    assert (settings.STATIC_ROOT / "page.css").exists()
    assert are_collected()


def test_changed_they_are_to_be_collected_again(one_file):
    collect()
    write(one_file, "b {}")
    os.utime(one_file, (one_file.stat().st_atime, one_file.stat().st_mtime + 1))
    assert not are_collected()


def test_removed_by_hand_they_are_to_be_collected_again(settings):
    collect()
    shutil.rmtree(settings.STATIC_ROOT)
    assert not are_collected()


def test_the_note_of_what_was_collected_is_not_served(settings):
    collect()
    assert [path.name for path in settings.STATIC_ROOT.iterdir()] == ["page.css"]
