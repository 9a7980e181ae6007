"""The order of the house, as `pyproject.toml` states it under `tool.importlinter`."""

from importlinter.cli import lint_imports


def test_imports_run_one_way(monkeypatch, capsys, pytestconfig):
    monkeypatch.chdir(pytestconfig.rootpath)
    broken = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert not broken, capsys.readouterr().out
