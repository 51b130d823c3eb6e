import pytest

from siteselect.criteria._reckoning import TITLES
from siteselect.model.figures import FIGURES
from tests.cli.running import failed, run


@pytest.fixture
def told(capsys):
    return run(capsys, "finance", "--as-of", "2021-06-02", "--json").json


def test_every_site_with_every_figure_known_or_with_its_reason(told):
    assert told["stamp"]["pack"].startswith("central-asia@")
    assert len(told["sites"]) == 42
    for site in told["sites"]:
        assert list(site["figures"]) == list(TITLES)
        for each in site["figures"].values():
            assert (each["value"] is None) == ("why" in each)


def test_what_it_was_reckoned_with(told):
    assert told["network"]["btc_usd"]["value"] == 35801.68
    assert told["network"]["btc_usd"]["source"].startswith("N-2021-06")
    assert told["hashprice_usd_per_ph_day"] == pytest.approx(232.18, abs=0.01)
    assert told["fleet"]["machines"][0]["model"] == "Antminer S19 Pro"
    assert [each["key"] for each in told["assumptions"]] == list(FIGURES)
    assert all(each["source"] for each in told["assumptions"])
    assert any("No fleet was chosen" in each for each in told["remarks"])


def test_an_unlawful_site_earns_nothing_and_says_which_rule(told):
    bishkek = next(each for each in told["sites"] if each["name"] == "Bishkek")
    npv = bishkek["figures"]["npv"]
    assert npv["value"] is None
    assert "R21" in npv["why"]
    assert bishkek["figures"]["at_risk"]["value"] > 0


def test_the_table_the_reasons_and_the_cash_of_one_site(capsys):
    ended = run(capsys, "finance", "--as-of", "2023-11-15", "--site", "Kostanay")
    assert ended.code == 0
    line = next(each for each in ended.out.splitlines() if each.startswith("Kostanay"))
    assert "74.5" in line
    assert "Mining is not lawful on this day" in ended.out
    assert "Cash of Kostanay by month, million USD. 0: -" in ended.out
    assert "never" in ended.out


def test_a_figure_set_by_hand_changes_the_worth_and_bears_its_source(capsys):
    words = ("finance", "--as-of", "2023-11-15", "--json", "--site", "Kostanay")
    plain = run(capsys, *words).json
    other = run(capsys, *words, "--set", "decay=0.03", "--set", "months=24").json
    worth = [
        next(each for each in found["sites"] if each["name"] == "Kostanay")["figures"]["npv"]
        for found in (plain, other)
    ]
    assert worth[1]["value"] < worth[0]["value"]
    assert len(plain["cash"]["usd"]) == 49
    assert len(other["cash"]["usd"]) == 25
    decay = next(each for each in other["assumptions"] if each["key"] == "decay")
    assert (decay["value"], decay["chosen"]) == (0.03, True)
    assert decay["source"] == "given on the command line"


def test_never_is_told_in_words(capsys):
    found = run(capsys, "finance", "--as-of", "2023-11-15", "--json").json
    balkhash = next(each for each in found["sites"] if each["name"] == "Balkhash")
    payback = balkhash["figures"]["payback"]
    assert payback["never"]
    assert payback["why"] == "It does not pay back within 48 months."


def test_a_day_long_ago_has_its_own_machine(capsys):
    ended = run(capsys, "finance", "--as-of", "2019-06-01")
    assert ended.code == 0
    assert "Antminer S17" in ended.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--set", "decay"), "--set decay is not understood"),
        (("--set", "luck=1"), "no figure called luck"),
        (("--set", "pool_fee=2"), "Fee of the pool is 2"),
        (("--site", "Nowhere"), "no site called Nowhere"),
    ],
)
def test_what_cannot_be_is_one_sentence(capsys, words, told):
    assert told in failed(capsys, "finance", "--as-of", "2021-06-02", *words)


def test_a_figure_of_one_land_alone(capsys):
    def npv(found, name):
        return next(each for each in found["sites"] if each["name"] == name)["figures"]["npv"]

    plain = run(capsys, "finance", "--json").json
    taxed = run(capsys, "finance", "--json", "--set", "KZ.profit_tax=0.2").json
    assert npv(taxed, "Karaganda")["value"] < npv(plain, "Karaganda")["value"]
    assert npv(taxed, "Rockdale (Texas)") == npv(plain, "Rockdale (Texas)")
    told = failed(capsys, "finance", "--set", "XX.profit_tax=0.2")
    assert "the pack has no land XX" in told
    assert "not one of a land" in failed(capsys, "finance", "--set", "KZ.decay=0.2")
