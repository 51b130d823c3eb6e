from PySide6.QtGui import QColor

from siteselect.model.gate import Verdict
from siteselect.ui.theme import DARK, LIGHT
from siteselect.ui.widgets.verdict_bar import VerdictBar, counted


def test_counts_are_words_and_nothing_stands_for_nought():
    verdicts = [Verdict.PASS] * 3 + [Verdict.FAIL] * 2 + [Verdict.UNKNOWN]
    assert counted(verdicts) == "3 pass · 1 unknown · 2 fail"
    assert counted([]) == "no sites"


def test_the_bar_is_cut_by_share(qtbot):
    bar = VerdictBar(LIGHT)
    qtbot.addWidget(bar)
    bar.resize(100, 5)
    bar.show_verdicts([Verdict.PASS] * 3 + [Verdict.FAIL])
    picture = bar.grab().toImage()
    assert QColor(picture.pixel(40, 2)).name().upper() == LIGHT.accent
    assert QColor(picture.pixel(90, 2)).name().upper() == LIGHT.warn
    bar.apply_theme(DARK)
    assert QColor(bar.grab().toImage().pixel(40, 2)).name().upper() == DARK.accent
