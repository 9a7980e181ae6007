"""The production server, as a process of its own."""

import signal
import subprocess
import sys

from django.conf import settings

from quotesdb.counting_together import begin_counting_anew
from quotesdb.management.port import HOST

WORKERS = 2
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def serve_until_told(port: int) -> int:
    """Run Granian until Ctrl-C, or until it ends by itself; its exit code.

    It has its own session because Ctrl-C goes to all of a terminal's processes, and a worker that
    hears twice that it should stop, from there and from Granian, may never stop.
    """
    for number in ENDINGS:
        signal.signal(number, signal.default_int_handler)
    begin_counting_anew(settings.VAR_DIR / "metrics")
    server = subprocess.Popen(  # noqa: S603
        granian(port), cwd=settings.BASE_DIR, stdin=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return server.wait()
    except KeyboardInterrupt:
        for number in ENDINGS:
            signal.signal(number, signal.SIG_IGN)
        server.terminate()
        return server.wait()


def granian(port: int) -> list[str]:
    """One blocking thread a worker: more only multiply the connections to the database."""
    options = {
        "--interface": "wsgi",
        "--host": HOST,
        "--port": str(port),
        "--workers": str(WORKERS),
        "--workers-kill-timeout": "5",
        "--blocking-threads": "1",
        "--log-level": "warning",
    }
    named = [part for option in options.items() for part in option]
    return [sys.executable, "-m", "granian", "quotesdb.wsgi:application", *named]
