"""What the keyboard reaches in a window, and whether a person sees where it is."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

MARGIN = 3
"""Pixels around a control in which its focus may be drawn."""


def stops(root: QWidget) -> list[QWidget]:
    """Return each control in sight on which Tab should stop."""
    return [
        each
        for each in root.findChildren(QWidget)
        if each.isVisibleTo(root)
        and each.isEnabled()
        and each.window() is root.window()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not _is_inside(each)
    ]


def walk(root: QWidget, most: int = 400) -> list[QWidget]:
    """Return the controls in the order in which Tab leads through them, back to the first."""
    first = QApplication.focusWidget()
    order: list[QWidget] = []
    here = first
    while here is not None and len(order) < most:
        order.append(here)
        root.window().focusNextPrevChild(True)
        here = QApplication.focusWidget()
        if here is first or here in order:
            break
    return order


def unseen(root: QWidget, controls: list[QWidget]) -> list[str]:
    """Return the controls that look the same with the focus and without it."""
    told = []
    for each in controls:
        root.window().setFocus()
        _bring(each)
        before = _around(root, each)
        root.window().ring.walked()
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not each.hasFocus():
            continue
        if _around(root, each) == before:
            told.append(f"{type(each).__name__} {each.objectName()} {each.accessibleName()!r} "
                        f"in {type(each.parent()).__name__}")  # fmt: skip
    return told


def _bring(control: QWidget) -> None:
    """Bring a control in sight, as Tab does."""
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.widget() is not None:
            parent.ensureWidgetVisible(control)
        parent = parent.parentWidget()
    QApplication.processEvents()


def _around(root: QWidget, control: QWidget) -> QImage:
    corner = control.mapTo(root, QPoint(0, 0))
    room = QRect(corner, control.size()).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    return root.grab(room.intersected(root.rect())).toImage()


def _is_inside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()
