"""A web server of our own on this machine, which the tests take for the public internet."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from quotesdb.extraction.intake.fetching import House, Limits

QUICK = Limits(seconds=5, size=10_000, redirects=2)


@contextmanager
def serving(answer):
    """Its address, and a house that lets requests out to it alone, by any name."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *told):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    port = server.server_port
    outside = House(lambda host, port: ["127.0.0.1"], lambda it: True, frozenset((port,)))
    try:
        yield f"http://harbour.example:{port}", outside
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def text(handler, body=b"The pier fell.", kind="text/plain; charset=utf-8", **headers):
    handler.send_response(200)
    handler.send_header("Content-Type", kind)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def redirect(handler, to):
    handler.send_response(302)
    handler.send_header("Location", to)
    handler.end_headers()
