import pytest

from tests.cli.running import failed, run

NETWORK = ("hashprice", "--difficulty", "148.26e12", "--subsidy", "3.125")


@pytest.mark.parametrize("fees", ["0.54%", "0.0054"])
def test_the_hash_price_of_2026_01_12(capsys, fees):
    ended = run(capsys, *NETWORK, "--fees", fees, "--price", "91132")
    assert ended.code == 0
    assert ended.out == "0.00042630 BTC/PH/day\n38.85 USD/PH/day\n"


def test_as_json_and_without_a_price(capsys):
    found = run(capsys, *NETWORK, "--fees", "0.0054", "--json").json
    assert round(found["btc_per_ph_day"], 7) == 0.0004263
    assert found["usd_per_ph_day"] is None
    assert run(capsys, *NETWORK).out.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*NETWORK, "--fees", "much"), "--fees is 'much'"),
        ((*NETWORK, "--fees", "-1%"), "--fees is '-1%'"),
        ((*NETWORK, "--price", "-5"), "--price is -5"),
        (("hashprice", "--difficulty", "0", "--subsidy", "3"), "--difficulty is 0"),
        (("hashprice", "--difficulty", "1e12", "--subsidy", "nan"), "--subsidy is nan"),
    ],
)
def test_what_cannot_be_is_one_sentence(capsys, words, told):
    assert told in failed(capsys, *words)


def test_a_missing_option_is_bad_usage(capsys):
    assert run(capsys, "hashprice", "--difficulty", "1e12").code == 2
