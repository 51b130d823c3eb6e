import pytest

from siteselect.errors import IntakeError
from siteselect.intake.choices import Choices
from siteselect.intake.draft import currency_in, draft_of
from siteselect.intake.fields import PAIR
from siteselect.intake.source import pasted

BOUNDS = (46.0, 34.0, 97.0, 56.0)


def draft(text, choices=None):
    return draft_of(pasted(text), choices, BOUNDS)


def told(made):
    return " ".join(each.text for each in made.findings)


def test_a_clean_table_leaves_nothing_open():
    made = draft("name,lon,lat,mood\nA,75.3,51.7,good\n")
    assert made.fields == {"name": 0, "lon": 1, "lat": 2}
    assert (made.separator, made.encoding, made.numerals.decimal) == (",", "utf-8", ".")
    assert (made.findings, made.fault, made.guessed, made.has_header) == ((), "", False, True)
    assert made.heading(3) == "mood"


def test_a_table_without_headings_is_guessed_and_says_so():
    made = draft("A;75,3;51,7\nB;76,9;52,0\n")
    assert made.fields == {"name": 0, "lon": 1, "lat": 2}
    assert made.header == ("1", "2", "3")
    assert made.guessed
    assert not made.has_header
    assert len(made.rows) == 2


def test_choices_beat_what_was_found():
    text = "a,b,c\nA,51.7,75.3\n"
    made = draft(text, Choices(columns=(("name", "a"), ("lat", "2"), ("lon", "C"))))
    assert made.fields == {"name": 0, "lat": 1, "lon": 2}
    assert draft("name|lon\nA|1,5\n", Choices(separator="|", decimal=".")).numerals.decimal == "."
    assert not draft("name,lon,lat\n", Choices(header=False)).has_header
    left_out = draft("name,lon,lat,price\n", Choices(columns=(("price", ""),)))
    assert "price" not in left_out.fields


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (Choices(columns=(("lon", "z"),)), "has no column called z. It has: name, x, q."),
        (Choices(columns=(("age", "x"),)), "There is no field called age"),
        (None, "lacks the column lat"),
    ],
)
def test_a_fault_is_a_sentence_and_the_draft_stands(choices, words):
    made = draft("name,x,q\nA,75.3,hm\n", choices)
    assert words in made.fault
    assert made.header == ("name", "x", "q")


def test_doubts_are_told():
    assert "mixed" in told(draft('name,lon,lat\nA,75.32,51.71\nB,"76,9",52.04\n'))
    assert 'Two columns are called "mood"' in told(
        draft("name,lon,lat,mood,mood\nA,75.3,51.7,1,2\n")
    )
    assert "Signs that nobody sees" in told(draft("name,lon,lat\nA\u200b,75.3,51.7\n"))
    assert "Some signs were lost" in told(draft("name,lon,lat\nA\ufffd,75.3,51.7\n"))


def test_one_cell_may_hold_both_coordinates():
    assert draft("name;coordinates\nA;51.7, 75.3\n").fields == {"name": 0, PAIR: 1}
    assert draft("name;where\nA;51.7, 75.3\nB;52.0, 76.9\n").fields == {"name": 0, PAIR: 1}


def test_what_is_too_large_or_empty_is_refused():
    with pytest.raises(IntakeError, match="200 columns"):
        draft("name" + ",x" * 300 + "\n")
    with pytest.raises(IntakeError, match="20000 rows"):
        draft("name,lon,lat\n" + "A,1,2\n" * 20_002)
    with pytest.raises(IntakeError, match="is empty"):
        draft(",,\n,,\n")


def test_the_heading_of_prices_tells_their_money():
    assert currency_in("Price (₸/kWh)").currency == "KZT"
