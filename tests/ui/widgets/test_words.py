import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from siteselect.ui.widgets.words import Words

LONG = "Some words\nthat want several lines where there is little room: 中文, Привет, 1,234.5 km"
OVER = QPointF(4, 4)


def _words(qtbot: QtBot, text: str = LONG) -> Words:
    words = Words()
    qtbot.addWidget(words)
    words.put(text)
    words.resize(150, 200)
    words.show()
    return words


def _marked_by(words: QLabel) -> bool:
    return bool(words.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)


def test_words_can_be_marked_while_the_pointer_is_over_them(qtbot: QtBot) -> None:
    words = _words(qtbot)
    assert not _marked_by(words)
    QApplication.sendEvent(words, QEnterEvent(OVER, OVER, OVER))
    assert _marked_by(words)
    QApplication.sendEvent(words, QEvent(QEvent.Type.Leave))
    assert not _marked_by(words)


def test_what_is_marked_stays_marked_when_the_pointer_leaves(qtbot: QtBot) -> None:
    words = _words(qtbot)
    QApplication.sendEvent(words, QEnterEvent(OVER, OVER, OVER))
    words.setSelection(0, 4)
    QApplication.sendEvent(words, QEvent(QEvent.Type.Leave))
    assert words.selectedText() == "Some"


@pytest.mark.parametrize("width", range(60, 400, 20))
def test_nothing_moves_when_the_pointer_comes(qtbot: QtBot, width: int) -> None:
    words = _words(qtbot)
    plain = words.heightForWidth(width), words.sizeHint()
    QApplication.sendEvent(words, QEnterEvent(OVER, OVER, OVER))
    assert (words.heightForWidth(width), words.sizeHint()) == plain


def test_markup_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    assert _words(qtbot, "<b>x</b>").textFormat() is Qt.TextFormat.PlainText
