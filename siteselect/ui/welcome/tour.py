"""The tour: one step at a time, pointed at in the real window, which can be tried meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from siteselect.language import say
from siteselect.ui.welcome.steps import STEPS, Step
from siteselect.ui.welcome.veil import Veil, button

WIDE = 340
Show = Callable[[str], QWidget | None]
"""Brings a part of the window in sight and returns it."""


class StepCard(QFrame):
    """What a step says, how far the tour is, and the ways on.

    `wished` is emitted with 1 for the next step, -1 for the one before, 0 to leave.
    """

    wished = Signal(int)

    def __init__(self, step: Step, place: int, count: int) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(WIDE)
        title = QLabel(say(step.title))
        title.setObjectName("title")
        words = QLabel(say(step.words))
        for label in (title, words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        far = QLabel(say("{place} of {count}", place=place + 1, count=count))
        far.setObjectName("muted")
        hint = QLabel(say("Try it now: this part is at work."))
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        self.skip = button(say("Skip the tour"))
        self.skip.setObjectName("link")
        self.back = button(say("Back"))
        last = place == count - 1
        self.next = button(say("Done") if last else say("Next"), "primary")
        for each, way in ((self.skip, 0), (self.back, -1), (self.next, 1)):
            each.clicked.connect(lambda _=False, way=way: self.wished.emit(way))
        self.setAccessibleName(say(step.title))
        self.setAccessibleDescription(say(step.words))
        self.next.setAccessibleDescription(f"{say(step.title)}. {say(step.words)}")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(far, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(words)
        layout.addWidget(hint)
        layout.addSpacing(4)
        layout.addLayout(foot)
        self.back.setVisible(place > 0)  # within the card: by itself it would be a window
        self.skip.setVisible(not last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with the arrows too."""
        ways = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_PageUp: -1,
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        self.wished.emit(way)


class Tour(QObject):
    """Leads through the steps over a veil.

    `ended` is emitted when the person has seen the last step, or has had enough.
    """

    ended = Signal()

    def __init__(self, veil: Veil, show: Show) -> None:
        super().__init__(veil)
        self._veil, self._show = veil, show
        self.place = 0
        veil.left.connect(self.ended)

    @property
    def card(self) -> StepCard | None:
        """The step on show."""
        card = self._veil.card
        return card if isinstance(card, StepCard) else None

    def go(self, place: int) -> None:
        """Show a step; beyond the last one the tour ends."""
        if place >= len(STEPS):
            self.ended.emit()
            return
        self.place = max(place, 0)
        step = STEPS[self.place]
        card = StepCard(step, self.place, len(STEPS))
        card.wished.connect(self._wish)
        self._veil.show_card(card, self._show(step.part))
        QTimer.singleShot(0, self._veil, self._veil.settle)  # a part that came needs its place
        card.next.setFocus()

    def _wish(self, way: int) -> None:
        if way:
            self.go(self.place + way)
        else:
            self.ended.emit()
