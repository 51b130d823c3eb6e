"""What went wrong, told to a person: a bar for what they can mend, a report for the rest."""

import importlib.metadata
import logging
import platform
import sys
import traceback
from collections.abc import Callable
from enum import Enum
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from siteselect.errors import SiteSelectError
from siteselect.language import say

logger = logging.getLogger(__name__)

WIDEST, MARGIN, FOOT = 760, 12, 22
"""Pixels: how wide the bar may be, its distance from the edge, the height of the status line."""
QUIET_MS = 6000
"""How long a notice stays; a fault stays until it is closed or mended."""


class Tone(Enum):
    """How a message is coloured."""

    NOTICE = "notice"
    FAULT = "fault"


class MessageBar(QWidget):
    """One sentence that lies over the foot of its parent, with a way to copy and to close it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.told_more = ""
        """The details of what is on show; empty when there are none."""
        self.details = QToolButton()
        self.details.setText(say("Details"))
        self.details.setAccessibleName(say("Details of the message"))
        self.details.clicked.connect(self._show_details)
        self.details.hide()
        copy = QToolButton()
        copy.setText(say("Copy"))
        copy.setAccessibleName(say("Copy the message"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        close = QToolButton()
        close.setText(say("Close"))
        close.setAccessibleName(say("Close the message"))
        close.clicked.connect(self.clear)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 8, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._label, 1)
        for button in (self.details, copy, close):
            self._row.addWidget(button)
        if parent is not None:
            parent.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._timer.timeout.connect(self.clear)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence on show; empty when the bar is closed."""
        return self._label.text()

    def tell(self, sentence: str, tone: Tone = Tone.NOTICE, details: str = "") -> None:
        """Show a sentence, and on request the details; a notice leaves by itself."""
        self.told_more = details
        self.details.setVisible(bool(details))
        self._label.setText(sentence)
        self._label.setAccessibleName(sentence)
        self.setProperty("tone", tone.value)
        for part in (self, *self.findChildren(QWidget)):
            part.style().unpolish(part)
            part.style().polish(part)
        self.show()
        self.raise_()
        self._settle()
        if tone is Tone.NOTICE:
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window as it changes its size."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Lie over the foot of the parent, as wide as the sentence needs."""
        parent = self.parentWidget()
        if parent is None:
            return
        wide = min(WIDEST, parent.width() - 2 * MARGIN)
        high = self._row.heightForWidth(wide)
        left = (parent.width() - wide) // 2
        self.setGeometry(left, parent.height() - high - 2 * MARGIN - FOOT, wide, high)

    def _show_details(self) -> None:
        report = FaultReport(self.told_more, self.window(), sentence=self.text)
        report.open()

    def clear(self) -> None:
        """Close the bar."""
        self._timer.stop()
        self._label.clear()
        self.hide()


class FaultReport(QDialog):
    """A fault: what happened and in which versions, in a form that can be copied and sent."""

    def __init__(self, report: str, parent: QWidget | None = None, *, sentence: str = "") -> None:
        """`sentence` is what was told already, when a person asks for the details of that."""
        super().__init__(parent)
        self.setWindowTitle(say("Details") if sentence else say("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 420)
        heading = QLabel(say("Details") if sentence else say("Something went wrong in siteselect"))
        heading.setObjectName("title")
        about = QLabel(sentence or say(
            "The program goes on, and your study is as it was before the last "
            "step. The text below helps to mend the fault; it names no file of "
            "yours but the open one."
        ))  # fmt: skip
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        text = QPlainTextEdit(report, readOnly=True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setAccessibleName(say("Report of the fault"))
        copy = QPushButton(say("Copy the report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        close = QPushButton(say("Go on"))
        close.setObjectName("primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for part in (heading, about, text):
            layout.addWidget(part)
        layout.addLayout(buttons)


def fault_report(fault: BaseException) -> str:
    """Return the fault with its trail and the versions that it happened in."""
    trail = "".join(traceback.format_exception(fault))
    qt = qVersion()
    try:
        version = importlib.metadata.version("siteselect")
    except importlib.metadata.PackageNotFoundError:
        version = say("from a checkout")
    return say(
        "siteselect {version}, Python {python_version}, Qt {qt}, {platform}\n\n{trail}",
        version=version,
        qt=qt,
        python_version=platform.python_version(),
        platform=platform.platform(),
        trail=trail,
    )


class Messages:
    """Decides how a fault is told: a sentence in the bar, or a report."""

    def __init__(self, bar: MessageBar, window: QWidget) -> None:
        self._bar = bar
        self._window = window
        self.reports: list[FaultReport] = []
        self._quietly: Callable[[str], object] | None = None
        self._held: list[BaseException] = []

    def move_to(self, bar: MessageBar) -> None:
        """Tell in another bar from now on; what the old one said goes with it."""
        text, tone = self._bar.text, self._bar.property("tone")
        more = self._bar.told_more
        self._bar.clear()
        self._bar.deleteLater()
        self._bar = bar
        if text:
            bar.tell(text, Tone(tone), more)

    def hold(self, tell: Callable[[str], object]) -> None:
        """Let `tell` say sentences, and keep reports back: an audience looks on."""
        self._quietly = tell

    def release(self) -> None:
        """Tell as ever; the last report that was kept back opens now."""
        self._quietly = None
        held, self._held = self._held, []
        for fault in held[-1:]:
            self.fault(fault)

    def notice(self, sentence: str) -> None:
        """Tell what was done."""
        if self._quietly is not None:
            self._quietly(sentence)
            return
        self._bar.tell(sentence)

    def quiet(self) -> None:
        """Take back a notice that has said enough; a fault stays."""
        if self._bar.property("tone") == Tone.NOTICE.value:
            self._bar.clear()

    def fault(self, fault: BaseException) -> None:
        """Tell what went wrong; the window goes on."""
        if self._quietly is not None:
            if isinstance(fault, SiteSelectError):
                self._quietly(str(fault))
            else:
                logger.error("A fault of the program, told after the presentation", exc_info=fault)
                self._held.append(fault)
            return
        if isinstance(fault, SiteSelectError):
            logger.info("Told in the bar", exc_info=fault)
            self._bar.tell(str(fault), Tone.FAULT, fault_report(fault))
            return
        logger.error("A fault of the program", exc_info=fault)
        if self.reports:  # one report at a time: a fault in a paint event comes again and again
            return
        report = FaultReport(fault_report(fault), self._window)
        self.reports.append(report)
        report.finished.connect(self.reports.clear)
        report.open()

    def mended(self) -> None:
        """Close the bar when it tells of a fault that is no more."""
        if self._bar.property("tone") == Tone.FAULT.value:
            self._bar.clear()


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def install_hook(messages: Messages) -> Hook:
    """Send faults that nobody caught to `messages`; return the hook that was there before."""
    before: Hook = sys.excepthook

    def hook(kind: type[BaseException], fault: BaseException, trail: TracebackType | None) -> None:
        if issubclass(kind, (KeyboardInterrupt, SystemExit)):
            before(kind, fault, trail)
            return
        messages.fault(fault)

    sys.excepthook = hook
    return before
