"""The port to serve on, tried before anything else is done."""

import socket

HOST = "127.0.0.1"


class UnusablePort(Exception):
    """Why nothing can be served there, in a sentence."""


def usable_port(asked: str) -> int:
    """The number of a port that is free now.

    Raises UnusablePort.
    """
    if not (asked.isascii() and asked.isdigit() and 1 <= int(asked) <= 65535):
        raise UnusablePort(f"{asked!r} is not a port: give a number from 1 to 65535.")
    port = int(asked)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise UnusablePort(
                f"Port {port} is for administrators: give one from 1024 up, as in PORT=8000."
            ) from error
        except OSError as error:
            raise UnusablePort(
                f"Port {port} is in use by another program: give another, as in PORT={port + 1}."
            ) from error
    return port
