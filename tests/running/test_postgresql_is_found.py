import os
import sys
from pathlib import Path

import pytest

from tests.throwaway_postgresql import binaries
from tests.throwaway_postgresql.account import Account


def programs(folder: Path, version: str) -> Path:
    """A folder with an `initdb` and a `postgres` that know their version and nothing else."""
    folder.mkdir(parents=True)
    for name in ("initdb", "postgres"):
        program = folder / name
        program.write_text(f"#!/bin/sh\necho '{name} (PostgreSQL) {version}'\n")
        program.chmod(0o755)
    return folder


@pytest.fixture
def find(monkeypatch, tmp_path):
    """Look for PostgreSQL where each way leads to the folders given."""

    def find(**ways):
        found = {way: lambda folders=folders: iter(folders) for way, folders in ways.items()}
        monkeypatch.setattr(binaries, "WAYS", found)
        ourselves = Account(os.geteuid(), os.getegid())
        return binaries.find_binaries(ourselves, tmp_path / "scratch", list(found))

    return find


def test_what_is_installed_is_taken(find, tmp_path):
    here = programs(tmp_path / "bin", "15.18 (Debian 15.18-0+deb12u1)")
    assert find(installed=[here], wheel=[]) == here


def test_what_is_too_old_is_passed_over(find, tmp_path):
    old, new = programs(tmp_path / "14", "14.20"), programs(tmp_path / "17", "17.1")
    assert find(installed=[old, new]) == new


def test_half_a_postgresql_is_passed_over(find, tmp_path):
    half, whole = programs(tmp_path / "half", "16.1"), programs(tmp_path / "whole", "16.1")
    (half / "initdb").unlink()
    assert find(installed=[half, whole]) == whole


def test_the_next_way_is_tried_where_one_leads_nowhere(find, tmp_path):
    here = programs(tmp_path / "bin", "18.4")
    assert find(installed=[tmp_path / "nowhere"], wheel=[], apt=[here]) == here


def test_where_there_is_none_one_line_says_what_to_install(find):
    with pytest.raises(LookupError, match=r"^Found no PostgreSQL 15.*install.*[^\n]$"):
        find(installed=[], wheel=[], apt=[])


def test_programs_in_a_closed_environment_are_copied_with_their_libraries(
    find, tmp_path, monkeypatch
):
    environment = tmp_path / "venv"
    closed = programs(environment / "some_wheel" / "postgresql" / "bin", "18.4")
    (environment / "some_wheel.libs").mkdir()
    monkeypatch.setattr(sys, "prefix", str(environment))
    monkeypatch.setattr(binaries, "can_run", lambda account, folder: folder != closed)
    copy = find(wheel=[closed])
    assert copy == tmp_path / "scratch" / "some_wheel" / "postgresql" / "bin"
    assert (tmp_path / "scratch" / "some_wheel.libs").is_dir()
