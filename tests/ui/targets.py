"""What a hand must hit: controls of a window in sight, and those that are too small for it."""

from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

LEAST = 24
"""Pixels that a target measures at least, each way."""


def small_targets(root: QWidget) -> list[str]:
    """Return the controls in sight below `root` that are lower or narrower than `LEAST`."""
    return sorted(
        f"{type(each).__name__} {each.objectName()} {_words(each)!r} in"
        f" {type(each.parentWidget()).__name__}: {each.width()} x {each.height()}"
        for kind in (QAbstractButton, QComboBox, QLineEdit)
        for each in root.findChildren(kind)
        if each.isVisible()
        and each.isEnabled()
        and min(each.width(), each.height()) < LEAST
        and not isinstance(each.parentWidget(), (QLineEdit, QAbstractSpinBox))  # within a target
    )


def _words(control: QWidget) -> str:
    text = control.text() if isinstance(control, QAbstractButton) else ""
    return text or control.accessibleName()
