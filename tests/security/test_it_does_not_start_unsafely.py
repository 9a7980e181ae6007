"""Unsafe settings are refused at the start, each in a sentence; the usual ones need nothing."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from quotesdb.safe_start import Start, outside_hosts, refuse_dangers

SECRET = "Nv3-tW8_qL0zR5yB7cJ2mK9xD4fG6hP1sA-uE_oI8wT3vQ5nM7bX"
SAFE = {
    "debug": False,
    "secret_key": SECRET,
    "hosts": ["quotes.example.org"],
    "https": True,
    "database_host": "db.internal",
}
PRODUCTION = {
    "DATABASE_URL": "postgresql://quotesdb:x@db.internal:5432/quotesdb",
    "SECRET_KEY": SECRET,
    "ALLOWED_HOSTS": "quotes.example.org",
    "CSRF_TRUSTED_ORIGINS": "https://quotes.example.org",
    "TRUSTED_PROXIES": "1",
    "HSTS_PRELOAD": "true",
}
READ_BY_SETTINGS = (
    *PRODUCTION,
    *("DEBUG", "HTTPS", "HSTS_SECONDS", "HSTS_SUBDOMAINS", "REDIS_URL", "VAR_DIR"),
)


def dangers(**given):
    return list(Start(**{**SAFE, **given}).dangers())


def test_what_is_documented_for_production_is_safe():
    assert dangers() == []


def test_on_ones_own_machine_nothing_need_be_set():
    assert dangers(hosts=["localhost", "127.0.0.1", "[::1]"], https=False, database_host="") == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"secret_key": "short"}, "SECRET_KEY can be guessed"),
        ({"secret_key": "ab" * 40}, "SECRET_KEY can be guessed"),
        ({"secret_key": f"django-insecure-{SECRET}"}, "that Django made for developing"),
        ({"hosts": []}, "ALLOWED_HOSTS is empty"),
        ({"hosts": ["*"]}, 'a "*"'),
        ({"hosts": ["*.example.org"]}, 'a "*"'),
        ({"https": False}, "HTTPS is off"),
        ({"https": False, "hosts": ["localhost", ".example.org"]}, "HTTPS is off"),
        ({"debug": True}, "DEBUG is on, and ALLOWED_HOSTS names quotes.example.org"),
        ({"debug": True, "hosts": ["localhost"]}, "DEBUG is on with a database on db.internal"),
        ({"trusted_origins": ["http://quotes.example.org"]}, "begins with https://"),
    ],
)
def test_each_danger_is_told(given, told):
    assert any(told in sentence for sentence in dangers(**given))


def test_all_dangers_are_told_at_once():
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY.*ALLOWED_HOSTS"):
        refuse_dangers(Start(**{**SAFE, "secret_key": "short", "hosts": ["*"]}))


def test_a_driver_that_is_missing_is_told(monkeypatch):
    monkeypatch.setattr("quotesdb.safe_start.find_spec", lambda name: None)
    assert dangers(redis_url="redis://cache/0") == [
        "REDIS_URL is set, but there is no driver for it: pip install redis."
    ]


def test_developing_on_ones_own_machine_is_safe():
    own = ["localhost", "quotes.localhost"]
    assert dangers(debug=True, hosts=own, https=False, secret_key="x", database_host="") == []
    assert outside_hosts(own) == []


def manage(tmp_path, *command, **given):
    environment = {key: os.environ[key] for key in os.environ if key not in READ_BY_SETTINGS}
    environment |= {"VAR_DIR": str(tmp_path), **given}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_deployment_check_is_clean_for_the_documented_production(tmp_path):
    ended = manage(tmp_path, "check", "--deploy", "--fail-level", "INFO", **PRODUCTION)
    assert (ended.returncode, "no issues (0 silenced)" in ended.stdout) == (0, True), ended


def test_the_documentation_names_just_these_variables():
    text = (settings.BASE_DIR / "docs" / "security.md").read_text()
    (block,) = text.split("```sh\n")[1:2]
    shown = {
        line.partition("=")[0] for line in block.partition("```")[0].splitlines() if "=" in line
    }
    assert shown == set(PRODUCTION)


@pytest.mark.parametrize(
    "unsafe",
    [{"SECRET_KEY": ""}, {"SECRET_KEY": "short"}, {"ALLOWED_HOSTS": "*"}, {"HTTPS": "false"}],
)
def test_nothing_starts_unsafely(tmp_path, unsafe):
    ended = manage(tmp_path, "check", **{**PRODUCTION, **unsafe})
    assert ended.returncode != 0
    assert "ImproperlyConfigured" in ended.stderr


def test_from_nothing_it_starts_on_ones_own_machine(tmp_path):
    ended = manage(tmp_path, "check")
    assert ended.returncode == 0, ended.stderr
    secret = tmp_path / "secret-key"
    assert secret.stat().st_mode & 0o077 == 0
    assert len(secret.read_text()) > 50


def test_cookies_go_over_tls_only_as_soon_as_others_are_served(tmp_path):
    shown = ("diffsettings", "--output", "unified")
    told = manage(tmp_path, *shown, **PRODUCTION).stdout
    for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"):
        assert f"+ {name} = True" in told
    assert "SECURE_PROXY_SSL_HEADER" in told
