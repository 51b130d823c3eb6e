"""The binding is sound: PySide6 6.12.0 on Python 3.11 loses references to None."""

import sys

from PySide6.QtWidgets import QWidget


def test_qt_calls_keep_none_alive(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert sys.getrefcount(None) > before - 100
