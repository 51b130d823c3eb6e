"""A server of tiles on this machine alone, that behaves as ill as it is told to."""

import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from siteselect.backdrops.provider import Provider
from tests.backdrops.tiles_made import png

TILE = png(rgb=(20, 120, 220))
MOST_SECONDS = 20.0


class Served:
    """What the server does, and what it was asked."""

    def __init__(self):
        self.behave = good
        self.asked = []
        self.over = threading.Event()
        """Set when the test is over: nothing waits for longer."""
        self.port = 0
        self.secure = False

    @property
    def place(self):
        return "127.0.0.1", self.port

    @property
    def paths(self):
        return [path for path, _ in self.asked]

    def provider(self, host="127.0.0.1"):
        way = "https" if self.secure else "http"
        template = f"{way}://{host}:{self.port}/{{z}}/{{x}}/{{y}}.png"
        return Provider("made", "Made server", template, "© Made", most=12)


@contextmanager
def serving(certificate=None):
    """Serve until the block ends; `certificate` is a file of key and certificate, for https."""
    served = Served()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = MOST_SECONDS

        def do_GET(self):
            served.asked.append((self.path, dict(self.headers)))
            try:
                served.behave(self, served)
            except (BrokenPipeError, ConnectionError, ssl.SSLError):
                self.close_connection = True

        def log_message(self, *_):
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_):
            pass

    server = Server(("127.0.0.1", 0), Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
        served.secure = True
    served.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield served
    finally:
        served.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def answer(line, status=200, data=TILE, **headers):
    line.send_response(status)
    for name, word in headers.items():
        line.send_header(name.replace("_", "-"), word)
    line.send_header("Content-Length", str(len(data)))
    line.end_headers()
    line.wfile.write(data)


def good(line, _):
    answer(line, Cache_Control="max-age=86400", ETag='"1"')


def status(number, **headers):
    return lambda line, _: answer(line, number, b"words", **headers)


def body(data, **headers):
    return lambda line, _: answer(line, 200, data, **headers)


def silent(line, served):
    """Take the question, and say nothing."""
    served.over.wait(MOST_SECONDS)
    line.close_connection = True


def dripping_head(line, served):
    """Send a head that never ends, a sign at a time."""
    line.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not served.over.wait(0.05):
        line.wfile.write(b"a")
        line.wfile.flush()
    line.close_connection = True


def dripping_body(line, served):
    """Send a tile that never ends, a sign at a time."""
    line.send_response(200)
    line.send_header("Content-Length", "100000")
    line.end_headers()
    while not served.over.wait(0.05):
        line.wfile.write(b"a")
        line.wfile.flush()
    line.close_connection = True


def endless(line, served):
    """Send as fast as can be, without an end; bounded here, should nobody stop it."""
    line.send_response(200)
    line.send_header("Connection", "close")
    line.end_headers()
    for _ in range(256):
        if served.over.is_set():
            break
        line.wfile.write(b"\x89PNG\r\n\x1a\n" * 8192)
    line.close_connection = True


def claims_too_much(line, served):
    line.send_response(200)
    line.send_header("Content-Length", str(10**12))
    line.end_headers()
    served.over.wait(MOST_SECONDS)
    line.close_connection = True


def cut_off(line, _):
    """Promise a whole tile, and hang up in the middle."""
    line.send_response(200)
    line.send_header("Content-Length", str(len(TILE)))
    line.end_headers()
    line.wfile.write(TILE[: len(TILE) // 2])
    line.close_connection = True


def hangs_up(line, _):
    line.close_connection = True
    line.connection.close()


def no_http(line, _):
    line.wfile.write(b"\x00\x01SSH-2.0-nonsense\r\n\r\n" * 20)
    line.close_connection = True


def to(address):
    """Send whoever asks to an address."""
    return lambda line, _: answer(line, 302, b"", Location=address)


def in_a_circle(line, _):
    answer(line, 302, b"", Location=f"{urlsplit(line.path).path}?again")


def once_removed(line, served):
    """Send to another path of the same server, and serve there."""
    if line.path.startswith("/moved"):
        good(line, served)
    else:
        answer(line, 301, b"", Location="/moved" + line.path)


def unchanged(line, served):
    """Say that a tile is still as it was, to whoever has it."""
    if line.headers.get("If-None-Match") == '"1"':
        line.send_response(304)
        line.send_header("Cache-Control", "max-age=86400")
        line.end_headers()
    else:
        answer(line, ETag='"1"', Cache_Control="max-age=3600")


def sets_cookies(line, _):
    answer(line, Set_Cookie="who=you; Path=/", Cache_Control="max-age=86400")


def after(count, first, then):
    """Behave one way for so many questions, and then another."""

    def behave(line, served):
        (first if len(served.asked) <= count else then)(line, served)

    return behave
