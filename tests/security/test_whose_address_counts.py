import pytest
from django.test import RequestFactory

from quotesdb.client_address import client_address


def come_from(nearest, forwarded=None):
    given = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return client_address(RequestFactory().get("/", REMOTE_ADDR=nearest, **given))


@pytest.fixture
def proxies(settings):
    def set_number(number):
        settings.TRUSTED_PROXIES = number

    return set_number


def test_without_proxies_nobody_is_believed_about_an_address(proxies):
    proxies(0)
    assert come_from("192.0.2.1", "198.51.100.7") == "192.0.2.1"


def test_behind_one_proxy_it_is_what_the_proxy_saw(proxies):
    proxies(1)
    assert come_from("10.0.0.1", "198.51.100.7") == "198.51.100.7"


@pytest.mark.parametrize("invented", ["203.0.113.5", "203.0.113.5, 203.0.113.6", "nonsense,,"])
def test_what_is_written_before_changes_nothing(proxies, invented):
    proxies(1)
    assert come_from("10.0.0.1", f"{invented}, 198.51.100.7") == "198.51.100.7"


def test_behind_two_proxies_it_is_what_the_outer_one_saw(proxies):
    proxies(2)
    assert come_from("10.0.0.1", "203.0.113.5, 198.51.100.7, 10.0.0.2") == "198.51.100.7"


def test_whoever_came_past_a_proxy_is_counted_by_what_there_is(proxies):
    proxies(2)
    assert come_from("198.51.100.7") == "198.51.100.7"


def test_no_address_at_all_is_counted_as_the_proxy(proxies):
    proxies(1)
    assert come_from("10.0.0.1", "unknown") == "10.0.0.1"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("198.51.100.7:4711", "198.51.100.7"),
        ("[2001:db8::1]:4711", "2001:db8::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
    ],
)
def test_ports_and_wrapped_addresses_are_taken_off(proxies, written, read):
    proxies(1)
    assert come_from("10.0.0.1", written) == read


def test_all_addresses_of_one_network_are_one(proxies):
    proxies(0)
    assert come_from("2001:db8::1") == come_from("2001:db8::ffff:1") != come_from("2001:db8:0:1::1")
