import socket

import pytest

from quotesdb.management.port import HOST, UnusablePort, usable_port


def a_free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def test_a_free_port_is_usable():
    port = a_free_port()
    assert usable_port(str(port)) == port


def test_a_port_in_use_is_refused_and_another_named():
    with socket.create_server((HOST, 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UnusablePort, match=f"Port {port} is in use .* PORT={port + 1}"):
            usable_port(str(port))


@pytest.mark.parametrize("asked", ["", "http", "-1", "0", "65536", "8000.0", "٨٠٨٠"])
def test_what_is_no_port_is_refused(asked):
    with pytest.raises(UnusablePort, match="give a number from 1 to 65535"):
        usable_port(asked)
