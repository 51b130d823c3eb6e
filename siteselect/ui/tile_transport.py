"""The one way out: a tile asked of a server over https, bounded in time, bytes and turns.

No cookie, no password, no referrer goes out; a redirection is followed to the same server alone,
and never to another way than https.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import metadata

from PySide6.QtCore import QObject, QTimer, QUrl, qVersion
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkProxyFactory,
    QNetworkReply,
    QNetworkRequest,
    QSslConfiguration,
)

from siteselect.backdrops.tiles import MOST_BYTES

DEADLINE_MS = 20_000
"""For one tile, however slowly it drips."""
SILENCE_MS = 10_000
"""Without a single byte."""
MOST_TURNS = 3
_MOST_HEADERS, _LONGEST_HEADER = 60, 1024
_ACCEPT = b"image/webp,image/png,image/jpeg"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one question."""

    status: int
    """Of the last answer; 0 where there was none."""
    headers: dict[str, str] = field(default_factory=dict)
    data: bytes = b""
    fault: str = ""
    """Why it cannot be used, in short; empty where it was read to its end."""
    strays: bool = False
    """Whether it wanted to send us to another server, or another way than https."""


Done = Callable[[Answer], object]


class Transport(QObject):
    """Asks for tiles.

    `plain` are hosts and ports that may be asked without https, and `trust` another set of
    certificates: both are for servers of tests, on this machine.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        plain: frozenset[tuple[str, int]] = frozenset(),
        trust: QSslConfiguration | None = None,
        deadline_ms: int = DEADLINE_MS,
    ) -> None:
        super().__init__(parent)
        self._plain, self._trust, self._deadline_ms = plain, trust, deadline_ms
        self._manager: QNetworkAccessManager | None = None
        self._under_way: set[_Question] = set()

    @property
    def opened(self) -> bool:
        """Whether anything was ever asked."""
        return self._manager is not None

    def get(self, address: str, headers: dict[str, str], done: Done) -> None:
        """Ask for a tile; `done` is told once, in a later turn of the event loop."""
        url = QUrl(address)
        if not self.allows(url, url):
            answer = Answer(0, fault="the address is not https", strays=True)
            QTimer.singleShot(0, self, lambda: done(answer))
            return
        if self._manager is None:
            QNetworkProxyFactory.setUseSystemConfiguration(True)
            self._manager = QNetworkAccessManager(self)
        question = _Question(self, self._manager, url, headers, done)
        self._under_way.add(question)
        question.ask(url)

    def allows(self, url: QUrl, first: QUrl) -> bool:
        """Return whether an address may be asked, when `first` was."""
        place = (url.host(), url.port(443 if url.scheme() == "https" else 80))
        same = place == (first.host(), first.port(443 if first.scheme() == "https" else 80))
        secure = url.scheme() == "https" or (url.scheme() == "http" and place in self._plain)
        return url.isValid() and bool(url.host()) and not url.userInfo() and secure and same

    def request(self, url: QUrl, headers: dict[str, str]) -> QNetworkRequest:
        """Return the question for an address, with nothing of the person in it."""
        made = QNetworkRequest(url)
        known = QNetworkRequest.Attribute
        policy = QNetworkRequest.RedirectPolicy.ManualRedirectPolicy
        made.setAttribute(known.RedirectPolicyAttribute, policy)
        made.setAttribute(
            known.CacheLoadControlAttribute, QNetworkRequest.CacheLoadControl.AlwaysNetwork
        )
        made.setAttribute(known.CacheSaveControlAttribute, False)
        for each in (
            known.CookieLoadControlAttribute,
            known.CookieSaveControlAttribute,
            known.AuthenticationReuseAttribute,
        ):
            made.setAttribute(each, QNetworkRequest.LoadControl.Manual)
        made.setTransferTimeout(min(SILENCE_MS, self._deadline_ms))
        if self._trust is not None:
            made.setSslConfiguration(self._trust)
        made.setRawHeader(b"User-Agent", user_agent().encode("ascii", "replace"))
        made.setRawHeader(b"Accept", _ACCEPT)
        made.setRawHeader(b"Accept-Encoding", b"identity")
        for name, word in headers.items():
            made.setRawHeader(name.encode(), word.encode("ascii", "ignore"))
        return made

    def ended(self, question: "_Question", answer: Answer, done: Done) -> None:
        """Hand over what became of a question, once."""
        if question in self._under_way:
            self._under_way.remove(question)
            done(answer)

    @property
    def deadline_ms(self) -> int:
        """Milliseconds for one tile."""
        return self._deadline_ms

    def close(self) -> None:
        """Ask nothing more, and hear no more answers."""
        questions, self._under_way = self._under_way, set()
        for each in questions:
            each.drop()
        if self._manager is not None:
            self._manager.deleteLater()
            self._manager = None


class _Question:
    """One tile under way."""

    def __init__(
        self,
        owner: Transport,
        manager: QNetworkAccessManager,
        first: QUrl,
        headers: dict[str, str],
        done: Done,
    ) -> None:
        self._owner, self._manager, self._first = owner, manager, first
        self._headers, self._done = headers, done
        self._turns, self._fault = 0, ""
        self._data = bytearray()
        self._reply: QNetworkReply | None = None
        self._deadline = QTimer(owner, singleShot=True, interval=owner.deadline_ms)
        self._deadline.timeout.connect(lambda: self._stop("it took too long"))
        self._deadline.start()

    def ask(self, url: QUrl) -> None:
        """Ask at one address."""
        self._data.clear()
        reply = self._manager.get(self._owner.request(url, self._headers))
        self._reply = reply
        reply.setReadBufferSize(MOST_BYTES + 1)
        reply.metaDataChanged.connect(self._look)
        reply.readyRead.connect(self._read)
        reply.finished.connect(self._finish)

    def drop(self) -> None:
        """Let go of the question; nobody is told."""
        self._deadline.stop()
        self._deadline.deleteLater()
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.finished.disconnect(self._finish)
            reply.abort()
            reply.deleteLater()

    def _look(self) -> None:
        """Stop where the head tells of more bytes than a tile has."""
        if self._reply is None:
            return
        length = self._reply.header(QNetworkRequest.KnownHeaders.ContentLengthHeader)
        if isinstance(length, int) and length > MOST_BYTES:
            self._stop(f"it has {length} bytes")

    def _read(self) -> None:
        if self._reply is None:
            return
        self._data += self._reply.readAll().data()
        if len(self._data) > MOST_BYTES:
            self._stop("it has no end")

    def _stop(self, why: str) -> None:
        if self._reply is not None and not self._fault:
            self._fault = why
            self._reply.abort()

    def _finish(self) -> None:
        reply = self._reply
        if reply is None:
            return
        if not self._fault:
            self._read()
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        number = status if isinstance(status, int) else 0
        if number in (301, 302, 303, 307, 308) and not self._fault:
            self._turn(reply, number)
            return
        broken = reply.error() != QNetworkReply.NetworkError.NoError and (number < 400)
        fault = self._fault or (reply.errorString() if broken else "")
        self._end(reply, Answer(number, _headers(reply), bytes(self._data), fault))

    def _turn(self, reply: QNetworkReply, status: int) -> None:
        """Follow a redirection to the same server, a few times."""
        target = reply.attribute(QNetworkRequest.Attribute.RedirectionTargetAttribute)
        url = reply.url().resolved(target) if isinstance(target, QUrl) else QUrl()
        self._turns += 1
        if not self._owner.allows(url, self._first):
            told = f"it sends us to {url.scheme()}://{url.host()}"[:120]
            self._end(reply, Answer(status, fault=told, strays=True))
            return
        if self._turns > MOST_TURNS:
            self._end(reply, Answer(status, fault="it sends us in a circle"))
            return
        reply.deleteLater()
        self.ask(url)

    def _end(self, reply: QNetworkReply, answer: Answer) -> None:
        self._reply = None
        self._deadline.stop()
        self._deadline.deleteLater()
        reply.deleteLater()
        self._owner.ended(self, answer, self._done)


def user_agent() -> str:
    """Return by which name the program is known to servers."""
    try:
        version = metadata.version("siteselect")
    except metadata.PackageNotFoundError:
        version = "0"
    return f"siteselect/{version} (desktop map; Qt/{qVersion()})"


def _headers(reply: QNetworkReply) -> dict[str, str]:
    """Return the headers of an answer, their names in small letters, as far as they are short."""
    found: dict[str, str] = {}
    for name, word in reply.rawHeaderPairs()[:_MOST_HEADERS]:
        plain = bytes(name.data()).decode("ascii", "replace").lower()
        found[plain] = bytes(word.data())[:_LONGEST_HEADER].decode("latin-1")
    return found
