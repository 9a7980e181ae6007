"""Another machine, on this one, that is told of changes; and what it makes of what it hears."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from quotesdb.extraction.intake.outside import House
from quotesdb.models import Curator, Webhook
from quotesdb.webhooks import keeping
from quotesdb.webhooks.delivering import deliver


@dataclass
class Receiver:
    url: str
    house: House
    answers: list[int] = field(default_factory=list)
    """What it will answer, in turn; then always 204."""

    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    def tell(self):
        """A round of telling, with this machine as all there is outside."""
        return dict(deliver(self.house))


@contextmanager
def receiving():
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            receiver.heard.append((dict(self.headers), body))
            self.send_response(receiver.answers.pop(0) if receiver.answers else 204)
            self.end_headers()

        def log_message(self, *told):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port = server.server_port
    house = House(lambda host, port: ["127.0.0.1"], lambda it: True, frozenset((port,)))
    receiver = Receiver(f"http://mirror.example:{port}/hook?from=here", house)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def subscribe(receiver, **facts):
    webhook = Webhook(label="mirror", url=receiver.url, **facts)
    owner, _ = Curator.objects.get_or_create(username="ada")
    keeping.keep(webhook, owner)
    return webhook
