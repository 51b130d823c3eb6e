import json

import pytest

from siteselect.export.csv_table import Form
from siteselect.export.csv_table import make as make_table
from siteselect.export.json_list import make as make_json
from siteselect.export.told_list import SHEETS, ToldList, from_json, from_sheets, from_table
from tests.export.making import made_report
from tests.export.sheets import read


def of_workbook(report, change=lambda _: None):
    book = read(report)
    change(book)

    def sheet(name):
        return [
            (number, ["" if cell is None else str(cell) for cell in line])
            for number, line in enumerate(book[name].iter_rows(values_only=True), 1)
        ]

    return from_sheets(*(sheet(book.sheetnames[place]) for place in SHEETS))


def test_three_forms_say_the_same():
    report = made_report()
    forms = [
        from_json(make_json(report).decode()),
        from_table(make_table(report).decode()),
        from_table(make_table(report, Form(True, ";", ",")).decode("utf-8")),
        of_workbook(report),
    ]
    for told in forms:
        alpha = told.sites["Alpha"]
        assert alpha["rank"] == 1
        assert alpha["score"] == pytest.approx(0.85625, abs=1e-12)
        assert (alpha["power_price.raw"], alpha["power_price.low"]) == (40, 35)
        assert alpha["power_price.value"] == pytest.approx(0.875)
        assert alpha["nobody.raw"] is None
        assert told.sites["Gone"]["lon"] == -60
        assert told.sites["Beta"]["verdict"] == "CONDITIONAL"
        assert told.weights == {"power_price": 30, "far": 10, "nobody": 5}
        assert told.parameters == {}
        assert told.word("method") == "weighted_sum"
        assert told.number("load_mw") == 50
        assert len(told.sites) == 5


def test_weights_changed_in_a_workbook_are_seen():
    def change(book):
        book["Weights"]["C6"] = 7

    told = of_workbook(made_report(), change)
    assert told.edited == {"power_price": (30, 7)}
    assert told.weights["power_price"] == 30
    edited = told.as_edited()
    assert edited.weights["power_price"] == 7
    assert edited.sites["Alpha"]["power_price.weight"] == 7
    assert edited.edited == {}


def test_settings_of_a_method_come_back():
    assert ToldList({"method_parameters.v": "0.3"}, {}).parameters == {"v": 0.3}


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"sites": 3}', '{"stamp": {}, "sites": [{}]}', "[" * 100_000]
)
def test_what_is_no_list_is_an_error_that_the_command_tells(text):
    with pytest.raises((ValueError, KeyError, TypeError, RecursionError)):
        from_json(text)


def test_a_site_told_twice_or_a_word_for_a_number_is_damage():
    plain = json.loads(make_json(made_report()))
    plain["sites"][1]["name"] = "Alpha"
    with pytest.raises(ValueError, match="Alpha stands in it twice"):
        from_json(json.dumps(plain))
    plain = json.loads(make_json(made_report()))
    plain["sites"][1]["score"] = True
    with pytest.raises(TypeError, match="True is no number"):
        from_json(json.dumps(plain))
    with pytest.raises(StopIteration):
        from_table("a,b\r\n1,2\r\n")
