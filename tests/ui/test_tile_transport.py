import datetime as dt
import ipaddress

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QSslCertificate, QSslConfiguration

from siteselect.ui.tile_transport import MOST_TURNS, Transport, user_agent
from tests.ui import tile_server
from tests.ui.tile_server import TILE, serving


@pytest.fixture
def served():
    with serving() as made:
        yield made


@pytest.fixture
def ask(qtbot, qapp, served):
    """Ask the server for a tile, and wait for what becomes of it."""
    made = []

    def asked(address=None, deadline_ms=4000, headers=None, **more):
        more.setdefault("plain", frozenset({served.place}))
        transport = Transport(qapp, deadline_ms=deadline_ms, **more)
        made.append(transport)
        answers = []
        if address is None:
            address = f"http://127.0.0.1:{served.port}/3/5/2.png"
        transport.get(address, headers or {}, answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=8000)
        return answers[0]

    yield asked
    for each in made:
        each.close()
        each.deleteLater()


def test_a_good_tile_comes_whole(ask):
    answer = ask()
    assert (answer.status, answer.data, answer.fault) == (200, TILE, "")
    assert answer.headers["etag"] == '"1"'


def test_the_question_names_the_program_and_nothing_of_the_person(ask, served):
    served.behave = tile_server.sets_cookies
    ask()
    ask()
    for _, headers in served.asked:
        assert headers["User-Agent"] == user_agent()
        assert "siteselect/" in headers["User-Agent"]
        assert not {"Cookie", "Authorization", "Referer", "From"} & set(headers)


@pytest.mark.parametrize("number", [204, 400, 403, 404, 410, 429, 500, 503])
def test_each_refusal_of_a_server_is_told_as_it_is(ask, served, number):
    served.behave = tile_server.status(number, Retry_After="7")
    answer = ask()
    assert answer.status == number
    assert answer.headers["retry-after"] == "7"
    assert not answer.strays


@pytest.mark.parametrize("name", ["silent", "dripping_head", "dripping_body"])
def test_a_server_that_never_ends_is_left_at_the_deadline(ask, served, name):
    served.behave = getattr(tile_server, name)
    answer = ask(deadline_ms=400)
    assert answer.fault


@pytest.mark.parametrize("name", ["endless", "claims_too_much"])
def test_a_tile_without_measure_is_dropped(ask, served, name):
    served.behave = getattr(tile_server, name)
    answer = ask()
    assert "bytes" in answer.fault or "no end" in answer.fault
    assert len(answer.data) < 12 * 2**20


@pytest.mark.parametrize("name", ["cut_off", "hangs_up", "no_http"])
def test_a_broken_answer_is_a_fault(ask, served, name):
    served.behave = getattr(tile_server, name)
    assert ask().fault


def test_a_server_that_is_not_there(ask, served):
    with serving() as gone:
        place = gone.place
    answer = ask(f"http://{place[0]}:{place[1]}/1/2/3", plain=frozenset({place}))
    assert answer.status == 0
    assert answer.fault


def test_another_path_of_the_same_server_is_followed(ask, served):
    served.behave = tile_server.once_removed
    assert ask().data == TILE
    assert served.paths == ["/3/5/2.png", "/moved/3/5/2.png"]


def test_a_circle_ends(ask, served):
    served.behave = tile_server.in_a_circle
    assert "circle" in ask().fault
    assert len(served.asked) == MOST_TURNS + 1


@pytest.mark.parametrize(
    "target",
    [
        "http://localhost:{port}/3/5/2.png",
        "http://127.0.0.1:1/3/5/2.png",
        "http://example.org/tile.png",
        "https://example.org/tile.png",
        "file:///etc/passwd",
        "ftp://127.0.0.1/tile.png",
        "data:image/png;base64,AAAA",
        "http://me:secret@127.0.0.1:{port}/3/5/2.png",
        "",
        "http://",
    ],
)
def test_no_redirection_leads_away(ask, served, target):
    served.behave = tile_server.to(target.format(port=served.port))
    answer = ask()
    assert answer.data == b""
    assert answer.strays or answer.fault
    assert len(served.asked) <= MOST_TURNS + 1


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:{port}/1/2/3", "file:///etc/passwd", "ftp://x/1", "", "https://"]
)
def test_what_is_not_https_is_never_asked(ask, served, address):
    answer = ask(address.format(port=served.port), plain=frozenset())
    assert answer.strays
    assert served.asked == []


def test_nothing_is_opened_before_something_is_asked(qapp):
    transport = Transport()
    assert not transport.opened
    transport.close()


def test_what_is_under_way_at_the_end_is_dropped(qtbot, qapp, served):
    served.behave = tile_server.silent
    transport, answers = Transport(qapp, plain=frozenset({served.place})), []
    transport.get(f"http://127.0.0.1:{served.port}/1/2/3", {}, answers.append)
    qtbot.waitUntil(lambda: bool(served.asked), timeout=5000)
    transport.close()
    served.over.set()
    qtbot.wait(50)
    assert answers == []
    transport.deleteLater()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A key and a certificate that vouches for itself: 127.0.0.1 for one day."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
    now = dt.datetime.now(dt.UTC)
    day = dt.timedelta(days=1)
    known = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(known, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("key") / "both.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def secure(certificate):
    with serving(certificate) as made:
        yield made


@pytest.fixture
def trust(certificate):
    made = QSslConfiguration.defaultConfiguration()
    made.setCaCertificates(QSslCertificate.fromPath(str(certificate)))
    return made


def test_https_is_spoken(ask, secure, trust):
    answer = ask(f"https://127.0.0.1:{secure.port}/3/5/2.png", trust=trust, plain=frozenset())
    assert (answer.status, answer.data) == (200, TILE)


def test_a_server_for_which_nobody_vouches_is_not_believed(ask, secure):
    answer = ask(f"https://127.0.0.1:{secure.port}/3/5/2.png", plain=frozenset())
    assert answer.status == 0
    assert answer.fault
    assert secure.asked == []


def test_a_redirection_from_https_to_http_is_not_followed(ask, secure, served, trust):
    secure.behave = tile_server.to(f"http://127.0.0.1:{served.port}/3/5/2.png")
    answer = ask(f"https://127.0.0.1:{secure.port}/3/5/2.png", trust=trust, plain=frozenset())
    assert answer.strays
    assert served.asked == []


def test_the_same_place_is_the_same_way_host_and_port(qapp):
    transport = Transport()
    first = QUrl("https://tiles.example.org/1/2/3")
    for good in ("https://tiles.example.org/other", "https://tiles.example.org:443/x"):
        assert transport.allows(QUrl(good), first)
    for bad in (
        "https://example.org/",
        "https://tiles.example.org:8443/",
        "http://tiles.example.org",
    ):
        assert not transport.allows(QUrl(bad), first)
    transport.close()
