"""A real server on the loopback that stands in for one of the outside world, and does what a test tells it."""

import contextlib
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Upstream(ThreadingHTTPServer):
    """``answer(handler)`` writes what comes back; ``asked`` holds path and headers of each request."""

    daemon_threads = True

    def __init__(self, answer):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer, self.asked, self.stopping = answer, [], threading.Event()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.address}"

    def handle_error(self, request, client_address):
        """A client that hangs up in the middle is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answer(self)

    do_HEAD = do_GET

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def upstream(answer):
    server = Upstream(answer)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()


def saying(status=200, body=b"", **headers):
    """An answer of one piece; ``Content_Type="text/plain"`` and so on."""

    def answer(handler):
        handler.send_response(status)
        for name, value in {"Content_Length": len(body), **headers}.items():
            if value is not None:
                handler.send_header(name.replace("_", "-"), str(value))
        handler.end_headers()
        if handler.command == "GET":
            handler.wfile.write(body)

    return answer


def trickling(data: bytes, seconds: float, times: int):
    """The raw bytes of an answer, one every ``seconds``; complete after ``times`` of them and the rest."""

    def answer(handler):
        for number in range(times):
            if handler.server.stopping.wait(seconds):
                return
            handler.wfile.write(data[number : number + 1])
        handler.wfile.write(data[times:])

    return answer


def silent(handler):
    """Takes the request and says nothing."""
    handler.server.stopping.wait(20)


def closed_port() -> int:
    """A port of the loopback on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
