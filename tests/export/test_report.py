from tests.export.making import made_report


def test_the_stamp_as_plain_values_keeps_its_order():
    plain = made_report().stamp.as_dict()
    assert list(plain)[:8] == [
        "program", "version", "pack", "pack_digest", "as_of", "load_mw", "scenario", "method",
    ]  # fmt: skip
    assert plain["weights"]["far"] == 10.0


def test_criteria_are_told_in_words():
    first = made_report().criteria[0]
    assert (first.key, first.title, first.unit, first.group) == (
        "power_price", "All-in price", "USD/MWh", "Power",
    )  # fmt: skip
    assert first.objective == "lower is better"
    assert first.value == "35 USD/MWh counts 100, 75 USD/MWh counts 0"
