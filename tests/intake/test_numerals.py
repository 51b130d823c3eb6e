import pytest

from siteselect.intake.numerals import Numerals, is_ambiguous, numerals_of

DECIMALS = {
    "75.5": ("75.5", "75.5"),
    "75,5": ("75.5", "75.5"),
    "1 234,5": ("1234.5", "1234.5"),
    "1\u00a0234,5": ("1234.5", "1234.5"),
    "1\u202f234.5": ("1234.5", "1234.5"),
    "1'234.5": ("1234.5", "1234.5"),
    "1,234.5": ("1234.5", "1234.5"),
    "1.234,5": ("1234.5", "1234.5"),
    "1,234,567": ("1234567", "1234567"),
    "1.234.567": ("1234567", "1234567"),
    "1,500": ("1500", "1.500"),
    "1.500": ("1.500", "1500"),
    "0,500": ("0.500", "0.500"),
    "−5,5": ("-5.5", "-5.5"),
    "12": ("12", "12"),
    "1,2,3": ("1,2,3", "1,2,3"),
    "abc": ("abc", "abc"),
    "": ("", ""),
}


@pytest.mark.parametrize("text", DECIMALS)
def test_a_number_under_both_habits(text):
    point, comma = DECIMALS[text]
    assert Numerals(".", seen=True).plain(text) == point
    assert Numerals(",", seen=True).plain(text) == comma


def test_where_no_cell_shows_the_sign_a_comma_parts_decimals():
    assert Numerals().plain("1,500") == "1.500"


@pytest.mark.parametrize(
    ("cells", "decimal", "seen", "mixed"),
    [
        (["75.5", "A"], ".", True, False),
        (["75,5", "1 234"], ",", True, False),
        (["1,500"], ".", False, False),
        (["1,234,567"], ".", True, False),
        (["1.234.567"], ",", True, False),
        (["1.234,5"], ",", True, False),
        (["75,5", "76.5", "77,5"], ",", True, True),
        ([], ".", False, False),
    ],
)
def test_the_habit_of_a_table(cells, decimal, seen, mixed):
    assert numerals_of(cells) == Numerals(decimal, seen, mixed)


def test_what_could_be_either_is_known_to_be():
    assert is_ambiguous("1,500")
    assert is_ambiguous("12 1.500") is False or is_ambiguous("121.500")
    assert not is_ambiguous("0,500")
    assert not is_ambiguous("1,5")
