"""What is the matter with the project at hand, in a line beneath the top bar, and what to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

Way = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


@dataclass(frozen=True, eq=False, slots=True)
class State:
    """A sentence that holds until it is mended, and the ways out of it."""

    sentence: str
    ways: tuple[Way, ...]


class StateBar(QWidget):
    """Shows the last told of all states that hold; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stateBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._states: dict[str, State] = {}
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 12, 6)
        self._row.setSpacing(8)
        self._row.addWidget(self._label, 1)
        self.buttons: list[QPushButton] = []
        self.hide()

    @property
    def text(self) -> str:
        """The sentence on show; empty when there is none."""
        return self._label.text()

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the states that hold, the one on show last."""
        return tuple(self._states)

    def tell(self, key: str, sentence: str, ways: Sequence[Way] = ()) -> None:
        """Show a state, in place of what was told under its key."""
        self._states.pop(key, None)
        self._states[key] = State(sentence, tuple(ways))
        self._show()

    def clear(self, *keys: str) -> None:
        """Forget the states of these keys, or all of them."""
        for key in keys or tuple(self._states):
            self._states.pop(key, None)
        self._show()

    def _show(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        if not self._states:
            self._label.clear()
            self.hide()
            return
        state = list(self._states.values())[-1]
        self._label.setText(state.sentence)
        self._label.setAccessibleName(state.sentence)
        for words, act in state.ways:
            button = QPushButton(words)
            button.clicked.connect(lambda _=False, act=act: act())
            self._row.addWidget(button)
            self.buttons.append(button)
        self.show()
