from dataclasses import replace

import pytest

from quotesdb.extraction.intake.addresses import is_public
from quotesdb.extraction.intake.fetching import House, Refused, fetch
from tests.extraction.local_web import QUICK, redirect, serving, text


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.1.2.3",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "no address",
    ],
)
def test_no_address_that_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_others_are(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://harbour.example/",
        "file:///etc/passwd",
        "gopher://harbour.example/",
        "//harbour.example/",
        "harbour.example",
        "http://",
        "http://[::1",
        "http://harbour.example:99999/",
        "http://harbour.example:22/",
        "http://ann@harbour.example/",
        "http://harbour.example/a b",
        "http://harbour.example/a\r\nX: y",
        "http://..example/",
    ],
)
def test_no_address_of_another_sort(url):
    nowhere = House(look_up=lambda host, port: pytest.fail("it was looked up"))
    with pytest.raises(Refused):
        fetch(url, QUICK, nowhere)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])
def test_not_by_any_of_its_names(host):
    with pytest.raises(Refused, match="public internet|no host"):
        fetch(f"http://{host}/", QUICK)


def test_no_host_of_which_one_address_lies_inside():
    both = House(look_up=lambda host, port: ["93.184.215.14", "10.0.0.1"])
    with pytest.raises(Refused, match="public internet"):
        fetch("http://harbour.example/", QUICK, both)


def test_not_through_a_redirect():
    reached = []

    def answer(handler):
        reached.append(handler.path)
        redirect(handler, f"http://inside.example:{handler.server.server_port}/secret")

    with serving(answer) as (address, house):
        places = {"harbour.example": "127.0.0.1", "inside.example": "127.0.0.2"}
        split = replace(
            house,
            look_up=lambda host, port: [places[host]],
            is_outside=lambda it: it == "127.0.0.1",
        )
        with pytest.raises(Refused, match="inside.example does not lie on the public"):
            fetch(address, QUICK, split)
    assert reached == ["/"]


def test_the_host_is_looked_up_once_so_that_a_second_answer_changes_nothing():
    asked = []

    def look_up(host, port):
        asked.append(host)
        return ["127.0.0.1"]

    with serving(text) as (address, house):
        fetch(address, QUICK, replace(house, look_up=look_up))
    assert asked == ["harbour.example"]


def test_nor_where_the_connection_itself_leads_inside():
    checks = iter([True, False])
    with serving(text) as (address, house):
        turning = replace(house, is_outside=lambda it: next(checks))
        with pytest.raises(Refused, match="connection leads to no public address"):
            fetch(address, QUICK, turning)
