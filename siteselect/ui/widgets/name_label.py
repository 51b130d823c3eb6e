"""A name that can be typed over where it stands."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedLayout, QWidget

from siteselect.language import say
from siteselect.ui.widgets.elided import ElidedLabel


class NameLabel(QWidget):
    """Shows a name; a double click or `rename` opens a field in its place.

    `edited` is emitted with the new name when a person has entered one.
    """

    edited = Signal(str)

    def __init__(self, name: str, *, capitals: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._capitals = capitals
        self.label = ElidedLabel(name.upper() if capitals else name)
        self.field = QLineEdit()
        self.field.setObjectName("name")
        self.field.setAccessibleName(say("Name of {name}", name=name))
        self.field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.field.editingFinished.connect(self._enter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.label)
        self._stack.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def name(self) -> str:
        """The name on show."""
        return self._name

    @property
    def renaming(self) -> bool:
        """Whether the field is open."""
        return self._stack.currentWidget() is self.field

    def show_name(self, name: str) -> None:
        """Show a name; no signal follows. A name being typed is left alone."""
        if name != self._name:
            self._name = name
            self.label.setText(name.upper() if self._capitals else name)
            self.field.setAccessibleName(say("Name of {name}", name=name))

    def rename(self) -> None:
        """Open the field with the name in it."""
        self.field.setText(self._name)
        self._stack.setCurrentWidget(self.field)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the field."""
        self.rename()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the name as it was on Escape."""
        if self.renaming and event.key() == Qt.Key.Key_Escape:
            self.field.setText(self._name)
            self._close()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Close the field when the name is switched off."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange and self.renaming:
            self._close()

    def _enter(self) -> None:
        if not self.renaming:
            return
        name = self.field.text().strip()
        self._close()
        if name != self._name:
            self.edited.emit(name)

    def _close(self) -> None:
        self._stack.setCurrentWidget(self.label)
        parent = self.parentWidget()
        if parent is not None and self.field.hasFocus():
            parent.setFocus(Qt.FocusReason.OtherFocusReason)
