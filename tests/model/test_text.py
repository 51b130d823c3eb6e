import pytest

from siteselect.model.text import plain_text


@pytest.mark.parametrize(
    "text", ["", "Павлодар", "乌鲁木齐", "a\u200bb", "two\nlines\twide", "é", "🏭", "\u00a0"]
)
def test_text_of_any_script_stays_as_it_is(text):
    assert plain_text(text) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\x1b[31m", "001B"),
        ("a\0", "0000"),
        ("\ud800x", "D800"),
        ("\u202egpj", "202E"),
        ("\x85", "0085"),
    ],
)
def test_what_steers_a_screen_or_fits_no_file_is_named(text, code):
    with pytest.raises(ValueError, match=rf"U\+{code}"):
        plain_text(text)
