import pytest

from tests.cli.running import failed, run


def test_the_break_evens_of_2026_01_12(capsys):
    ended = run(capsys, "breakeven", "--hashprice", "39.53", "--efficiency", "17,22,32")
    assert [line.split(" USD")[0] for line in ended.out.splitlines()] == [
        "17 J/TH: 96.9", "22 J/TH: 74.9", "32 J/TH: 51.5",
    ]  # fmt: skip


def test_cooling_pool_and_running_costs_lower_it(capsys):
    ended = run(
        capsys, "breakeven", "--hashprice", "39.53", "--efficiency", "17.5", "--pue", "1.08",
        "--pool-fee", "2%", "--opex", "10.5", "--json",
    )  # fmt: skip
    (row,) = ended.json
    assert row["j_per_th"] == 17.5
    assert row["usd_per_mwh"] == pytest.approx(39.53 * 0.98 / (17.5 * 24 * 1.08) * 1000 - 10.5)


@pytest.mark.parametrize("wrong", ["0", "-17", "many", "17,", ""])
def test_an_efficiency_that_is_none(capsys, wrong):
    told = failed(capsys, "breakeven", "--hashprice", "39.53", f"--efficiency={wrong}")
    assert "give J/TH above 0" in told


def test_a_pue_below_one(capsys):
    told = failed(capsys, "breakeven", "--hashprice", "39", "--efficiency", "17", "--pue", "0.5")
    assert "--pue 1 or more" in told
