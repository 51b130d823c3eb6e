import pytest

from siteselect.language import say, say_as, say_count, say_name, speaking
from siteselect.pseudo import LONGER, PSEUDO, longer


@pytest.mark.parametrize(
    "text", ["Candidate sites, score", "The facts of this day agree.", "Power stations", "Grid"]
)
def test_a_text_is_at_least_so_much_longer(text):
    assert len(longer(text)) >= round(LONGER * len(text))


def test_fields_with_their_formats_are_filled():
    with speaking(PSEUDO):
        assert say("{name} pays {price:.2f}", name="Mine", price=3.14159).startswith("[Mine ")
        assert "3.14" in say("{name} pays {price:.2f}", name="Mine", price=3.14159)
        assert "5" in say_count("{count} site", "{count} sites", 5)
        assert say_as("verb", "Open") == longer("Open")


def test_braces_keys_and_markup_stay():
    assert longer("{{x}}").format_map({}).startswith("[{x}")
    assert "&Ó" in longer("&Open")
    assert "<b>" in longer("<b>leads</b>")
    assert longer(" ") == " "


def test_names_that_a_catalogue_holds_are_told_longer_and_others_stay():
    with speaking(PSEUDO):
        assert say_name("Kazakhstan") == longer("Kazakhstan")
        assert say_name("A plot of mine") == "A plot of mine"
        assert say_as("where", "Place") == longer("Place")
