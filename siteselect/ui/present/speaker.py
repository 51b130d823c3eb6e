"""What the speaker sees on a screen of their own: notes, this scene and the next, the time."""

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import later, say, say_name
from siteselect.model.scene import Scene
from siteselect.ui.present.lettering import type_face
from siteselect.ui.present.stage import Slide
from siteselect.ui.present.words import spoken
from siteselect.ui.theme import Theme

HINT = later(
    "← → Space click: step · 3 Enter: go to 3 · W weights · R as saved · P pen · L laser · E erase"
    " · B black · D light or dark · M flight · Esc leave"
)


class Thumb(QWidget):
    """A picture in the shape of a screen, as large as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.image = QImage()
        self.words = ""
        """What stands there while there is no picture."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)

    def sizeHint(self) -> QSize:
        """Return a size in the shape of a screen."""
        return QSize(480, 270)

    def show_image(self, image: QImage | None, words: str = "") -> None:
        """Show a picture, or words."""
        self.image, self.words = image if image is not None else QImage(), words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in the middle."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = self.image.size() if not self.image.isNull() else QSize(16, 9)
        size = shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(0, (self.height() - size.height()) / 2, size.width(), size.height())
        if self.image.isNull():
            painter.fillRect(box, QColor(self.theme.chip))
            painter.setFont(type_face(14))
            painter.setPen(QColor(self.theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box.adjusted(16, 16, -16, -16), int(flags), self.words)
        else:
            painter.drawImage(box, self.image)
        painter.setPen(QColor(self.theme.line))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()


class SpeakerView(QWidget):
    """Notes, next scene, clock and elapsed time. Its keys are those of the audience's window."""

    def __init__(
        self, theme: Theme, hear: Callable[[QKeyEvent], bool], leave: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setObjectName("speaker")
        self.setWindowTitle(say("Speaker's view"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"#speaker {{ background: {theme.window}; }}")
        self._hear, self._leave = hear, leave
        self._began = time.monotonic()
        self.now, self.next = Thumb(theme), Thumb(theme)
        self.clock, self.elapsed, self.place = QLabel(), QLabel(), QLabel()
        self.headline, self.following = QLabel(), QLabel()
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setStyleSheet(f"color: {theme.amber};")
        self.notes = QPlainTextEdit(readOnly=True)
        self.notes.setAccessibleName(say("Notes"))
        self.notes.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.panel}; color: {theme.text};"
            f" border: 1px solid {theme.line}; border-radius: 8px; padding: 12px; }}"
        )
        self.notes.installEventFilter(self)
        self.hint = QLabel(say(HINT))
        self.hint.setObjectName("pale")
        self.hint.setWordWrap(True)
        for label in (self.headline, self.following):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self.show_time)
        self._tick.start()
        self.show_time()

    def show_slide(self, slide: Slide, following: Scene | None) -> None:
        """Show the words of a scene and of the one after it."""
        self.place.setText(say("Scene {place} of {count}", place=slide.place + 1,
                               count=slide.count))  # fmt: skip
        self.headline.setText(say_name(slide.scene.headline))
        self.notes.setPlainText(spoken(slide.scene))
        self.following.setText(
            say("Next: {headline}", headline=following.headline)
            if following is not None
            else say("This is the last scene.")
        )

    def tell(self, line: str) -> None:
        """Say something to the speaker alone."""
        self.told.setText(line)

    def show_time(self) -> None:
        """Show the time of day and how long the presentation has run."""
        now = datetime.now().astimezone()
        self.clock.setText(f"{now:%H:%M}")
        whole = int(time.monotonic() - self._began)
        self.elapsed.setText(f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a key on."""
        if not self._hear(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys step even while the notes have the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._hear(event)
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the presentation with this window."""
        super().closeEvent(event)
        self._leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let type grow with the screen."""
        super().resizeEvent(event)
        unit = max(self.height() / 720.0, 0.8)
        for label, pixels, bold in (
            (self.clock, 34, True), (self.elapsed, 34, True), (self.place, 16, False),
            (self.headline, 18, True), (self.following, 15, True), (self.told, 14, False),
            (self.hint, 12, False),
        ):  # fmt: skip
            label.setFont(type_face(round(pixels * unit), bold=bold))
        self.notes.setFont(type_face(round(21 * unit)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(28)
        head.addWidget(self.place)
        head.addStretch(1)
        head.addWidget(QLabel(say("elapsed")))
        head.addWidget(self.elapsed)
        head.addWidget(QLabel(say("time")))
        head.addWidget(self.clock)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (left, ((self.headline, 0), (self.now, 3), (self.following, 0), (self.next, 2))),
            (right, ((QLabel(say("Notes")), 0), (self.notes, 1), (self.told, 0))),
        ):
            column.setSpacing(10)
            for part, stretch in parts:
                column.addWidget(part, stretch)
        body = QGridLayout()
        body.setHorizontalSpacing(24)
        body.addLayout(left, 0, 0)
        body.addLayout(right, 0, 1)
        body.setColumnStretch(0, 5)
        body.setColumnStretch(1, 6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 20, 28, 16)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addLayout(body, 1)
        whole.addWidget(self.hint)
