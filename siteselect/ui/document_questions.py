"""The questions that are asked before anything of the user's would be lost."""

from enum import Enum

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from siteselect.language import say

Role = QMessageBox.ButtonRole


class Answer(Enum):
    """What a person wants done with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Changed(Enum):
    """What a person wants done when the file on disk is not what was read."""

    OVERWRITE = "overwrite"
    COPY = "copy"
    RELOAD = "reload"
    CANCEL = "cancel"


class Held(Enum):
    """What a person wants done with a project that is open elsewhere."""

    READ = "read"
    SEIZE = "seize"
    CANCEL = "cancel"


def ask_unsaved(title: str, window: QWidget) -> Answer:
    """Ask what to do with unsaved changes."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(say("Unsaved changes"))
    box.setText(say("Save the changes to {title}?", title=title))
    box.setInformativeText(say("They are lost if you do not save them."))
    kind = QMessageBox.StandardButton
    box.setStandardButtons(kind.Save | kind.Discard | kind.Cancel)
    box.setDefaultButton(kind.Save)
    _plain(box)
    answers = {kind.Save: Answer.SAVE, kind.Discard: Answer.DISCARD}
    return answers.get(kind(box.exec()), Answer.CANCEL)


def ask_changed(name: str, window: QWidget) -> Changed:
    """Ask what to do with a file that somebody else has changed."""
    box = _box(window, say("Changed on disk"))
    answers: dict[QPushButton | None, Changed] = {}
    box.setText(say("{name} was changed on disk since it was opened.", name=name))
    box.setInformativeText(
        say(
            "Overwrite replaces what is there now; it stays as a backup. A copy keeps both. "
            "Reload takes what is there and drops your changes."
        )
    )
    copy = box.addButton(say("Save a copy…"), Role.AcceptRole)
    answers[copy] = Changed.COPY
    answers[box.addButton(say("Overwrite"), Role.DestructiveRole)] = Changed.OVERWRITE
    answers[box.addButton(say("Reload"), Role.ResetRole)] = Changed.RELOAD
    return answers.get(_asked(box, copy), Changed.CANCEL)


def ask_reload(name: str, window: QWidget) -> bool:
    """Ask whether unsaved changes give way to what is on disk."""
    box = _box(window, say("Reload"))
    box.setText(say("Reload {name} and drop your changes?", name=name))
    box.setInformativeText(say("What you changed since the last save cannot be brought back."))
    reload = box.addButton(say("Reload"), Role.DestructiveRole)
    keep = box.addButton(QMessageBox.StandardButton.Cancel)
    return _asked(box, keep) is reload


def ask_held(name: str, holder: str, window: QWidget) -> Held:
    """Ask what to do with a project that somebody else works on."""
    box = _box(window, say("Open elsewhere"))
    answers: dict[QPushButton | None, Held] = {}
    box.setText(say("{name} is open already: {holder}.", name=name, holder=holder))
    box.setInformativeText(
        say(
            "Two who save one file undo each other's work. Open it to read, or take it over if "
            "you know that nobody works on it any more."
        )
    )
    read = box.addButton(say("Open to read"), Role.AcceptRole)
    answers[read] = Held.READ
    answers[box.addButton(say("Take over"), Role.DestructiveRole)] = Held.SEIZE
    return answers.get(_asked(box, read), Held.CANCEL)


def _box(window: QWidget, title: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title)
    return box


def _asked(box: QMessageBox, first: QPushButton) -> QPushButton | None:
    """Show the box with `first` as its default; return the button pressed, None after Escape."""
    cancel = box.button(QMessageBox.StandardButton.Cancel) or box.addButton(
        QMessageBox.StandardButton.Cancel
    )
    box.setEscapeButton(cancel)
    box.setDefaultButton(first)
    _plain(box)
    box.exec()
    pressed = box.clickedButton()
    return pressed if isinstance(pressed, QPushButton) and pressed is not cancel else None


def _plain(box: QMessageBox) -> None:
    """Give the buttons the look of our own dialogs: no pictures, the first one in colour."""
    for button in box.buttons():
        button.setIcon(QIcon())
    first = box.defaultButton()
    if first is not None:
        first.setObjectName("primary")
        first.style().unpolish(first)
        first.style().polish(first)
