from siteselect.intake.choices import Choices
from siteselect.intake.source import pasted
from siteselect.intake.trial import key_of, tried
from tests.intake.test_offers import REGION


def trial(text, choices=None):
    return tried(pasted(text), choices or Choices(), REGION, ())


def test_a_clear_table_needs_no_look():
    made = trial("name,lon,lat\nA,75,51\n")
    assert made.is_clear
    assert [site.name for site in made.sites] == ["A"]
    assert (made.fault, made.left_out) == ("", {})


def test_what_was_guessed_or_mostly_left_out_is_looked_at():
    assert not trial("A;75,3;51,7\nB;76,9;52,0\n").is_clear
    made = trial("name,lon,lat\nA,75,51\nB,,\nC,,\n")
    assert not made.is_clear
    assert set(made.left_out) == {3, 4}
    assert not trial("name,lon,lat\n").is_clear


def test_a_fault_is_part_of_the_answer():
    made = trial("name,lon\nA,75\n")
    assert "lacks the column lat" in made.fault
    assert made.draft is not None
    assert not made.is_clear
    assert made.report.taken == 0
    made = trial("name,lon,lat\nA,75,51\n", Choices(encoding="klingon"))
    assert "no encoding called klingon" in made.fault
    assert made.draft is None


def test_tables_with_the_same_headings_are_known_again():
    one, other = trial("Name;lon;lat\nA;75;51\n"), trial("name,LON,lat\nB,76,52\n")
    assert key_of(one.draft) == key_of(other.draft)
    assert key_of(one.draft) != key_of(trial("name,lon,lat,x\n").draft)
