import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics, QPalette, QRawFont
from PySide6.QtWidgets import QApplication

from siteselect.resources import resource
from siteselect.ui.dress import (
    FACES,
    FAMILY,
    chosen_theme,
    load_fonts,
    palette,
    put_on,
    style_sheet,
)
from siteselect.ui.theme import CONTRAST, DARK, LIGHT, THEMES

LETTERS = "AЯяЁёҚқҒғӘәӨөҮүҰұҺһІіҢң₸₽¥€\u20c0—–·≥×→▾"


@pytest.mark.parametrize("face", FACES)
def test_the_shipped_faces_hold_kazakh_and_kyrgyz(qapp, face):
    raw = QRawFont(str(resource("fonts", face)), 13.0)
    assert raw.isValid()
    assert [each for each in LETTERS if 0 in raw.glyphIndexesForString(each)] == []


def test_the_programs_font_is_its_own_with_figures_of_one_width(qapp):
    before = QApplication.font()
    load_fonts()
    try:
        assert FAMILY in QFontDatabase.families()
        metrics = QFontMetrics(QApplication.font())
        widths = {metrics.horizontalAdvance(figure * 10) for figure in "0123456789"}
        assert len(widths) == 1
    finally:
        QApplication.setFont(before)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_style_sheet_has_every_token_filled(qapp, theme):
    text = style_sheet(theme)
    assert "$" not in text
    assert theme.accent in text


def test_a_theme_is_put_on_and_taken_off(qapp):
    put_on(DARK)
    assert QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    put_on(LIGHT)
    assert QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.window
    assert palette(LIGHT) != palette(DARK)


def test_a_name_chooses_a_theme_and_any_other_follows_the_system(qapp):
    assert chosen_theme("dark") is DARK
    assert chosen_theme("system") in {LIGHT, DARK}


def test_high_contrast_is_chosen_by_name_and_by_the_system(qapp, monkeypatch):
    assert chosen_theme("contrast") is CONTRAST

    class Access:
        def contrastPreference(self):
            return Qt.ContrastPreference.HighContrast

    class Hints:
        def accessibility(self):
            return Access()

    monkeypatch.setattr(QApplication, "styleHints", Hints)
    assert chosen_theme("system") is CONTRAST
