import pytest

from siteselect.ui.theme import CONTRAST, DARK, FUELS, GROUPS, LIGHT, THEMES, contrast


def test_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # the known near miss


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["panel", "window", "chip"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "warn", "amber"])
def test_every_word_can_be_read(theme, ground, ink):
    wanted = 4.5
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= wanted


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_words_on_the_accent_can_be_read(theme):
    assert contrast(theme.on_accent, theme.accent) >= 4.5


def test_themes_differ_and_colours_are_whole():
    assert LIGHT.window != DARK.window
    assert all(len(colour) == 7 for colour in (*FUELS.values(), *GROUPS))


@pytest.mark.parametrize("colour", GROUPS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_bars_of_every_group_stand_out_from_the_panel(colour, theme):
    assert contrast(colour, theme.panel) >= 3.0


@pytest.mark.parametrize("ground", ["panel", "window", "chip"])
@pytest.mark.parametrize("ink", ["text", "muted", "accent", "warn", "amber"])
def test_high_contrast_is_high(ground, ink):
    assert contrast(getattr(CONTRAST, ink), getattr(CONTRAST, ground)) >= 7.0


def test_high_contrast_draws_its_lines_so_that_they_are_seen():
    assert contrast(CONTRAST.line, CONTRAST.panel) >= 3.0
    assert contrast(CONTRAST.border, CONTRAST.land) >= 7.0
