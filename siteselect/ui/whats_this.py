"""What's this: texts laid on the parts of the window, and the ways to read them."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QWhatsThisClickedEvent
from PySide6.QtWidgets import QApplication, QWhatsThis, QWidget

from siteselect.language import say
from siteselect.ui.manual import page_named
from siteselect.ui.messages import Messages
from siteselect.ui.whats_this_words import COMMANDS, PARTS, Told

SCHEME = "manual:"


class WhatsThis(QObject):
    """Lays the texts when somebody asks; opens the manual when a link in one is clicked."""

    def __init__(self, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._messages, self._window = messages, window
        window.installEventFilter(self)

    def ask(self) -> None:
        """Let the next click tell what it meets; asked again, tell of what holds the focus."""
        explain(self._window)
        here = QApplication.focusWidget()
        if QWhatsThis.inWhatsThisMode() and here is not None:
            QWhatsThis.leaveWhatsThisMode()
            at = here.mapToGlobal(here.rect().center())
            QWhatsThis.showText(at, text_about(here), here)
            return
        QWhatsThis.enterWhatsThisMode()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the page of a link."""
        if isinstance(event, QWhatsThisClickedEvent):
            self.open_page(event.href())
            return True
        return super().eventFilter(watched, event)

    def open_page(self, link: str) -> None:
        """Open a page of the manual, or tell that this copy has none."""
        QWhatsThis.hideText()
        path = page_named(link.removeprefix(SCHEME))
        if path is None or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._messages.notice(
                say("The manual is not part of this copy. In a source checkout, `make docs` "
                    "makes it.")
            )  # fmt: skip


def explain(root: QWidget) -> None:
    """Lay its text on every part below `root`; controls in a part take the part's."""
    for each in (root, *root.findChildren(QWidget)):
        if each.whatsThis():
            continue
        told = PARTS.get(type(each).__name__)
        if told is not None:
            each.setWhatsThis(rich(told))


def explain_commands(actions: Mapping[str, QAction]) -> None:
    """Lay its text on every command, wherever it stands."""
    for key, action in actions.items():
        told = COMMANDS.get(key)
        if told is not None:
            action.setWhatsThis(rich(told))


def text_about(widget: QWidget) -> str:
    """Return the text of a control: its own, or that of the part in which it lies."""
    here: QWidget | None = widget
    while here is not None:
        if here.whatsThis():
            return here.whatsThis()
        here = here.parentWidget()
    return ""


def rich(told: Told) -> str:
    """Return a text with its link, as Qt shows it."""
    link = f"<a href='{SCHEME}{told.page}'>{escape(say('More in the manual'))}</a>"
    return f"<p>{escape(say(told.words))}</p><p>{link}</p>"
