import pytest

from tests.export.making import EVIL, made_report
from tests.export.sheets import read, table


def test_weights_are_for_a_reader_to_change_and_shares_follow():
    book = read(made_report(), values=False)
    sheet = book["Weights"]
    assert [sheet.cell(row, 3).value for row in (6, 7, 8)] == [30, 10, 5]
    assert sheet["E6"].value == (
        "=IF(SUMPRODUCT(Weights,Counts)>0,C6*D6/SUMPRODUCT(Weights,Counts),0)"
    )
    assert book.defined_names["Weights"].attr_text == "'Weights'!$C$6:$C$8"
    held = read(made_report())["Weights"]
    assert [held.cell(row, 5).value for row in (6, 7, 8)] == [0.75, 0.25, 0]
    assert [held.cell(row, 4).value for row in (6, 7, 8)] == [1, 1, 0]  # the last known to nobody
    assert (held["C9"].value, held["E9"].value) == (45, pytest.approx(1))
    rule = sheet.data_validations.dataValidation[0]
    assert (str(rule.sqref), rule.operator, rule.formula1) == ("C6:C8", "greaterThanOrEqual", "0")


def test_what_is_switched_off_is_said():
    assert read(made_report())["Weights"]["A3"].value == (
        "Switched off, and so not here: Mining lawful."
    )


def test_the_first_sites_are_looked_up_by_place():
    book = read(made_report(), values=False)
    sheet = book["Weights"]
    assert sheet["M6"].value == '=IFERROR(INDEX(SiteNames,MATCH($K6,Places,0)),"")'
    assert sheet["P6"].value == (
        "=IFERROR(INDEX(Shares,1,2)*INDEX(Counted,$L6,2)+INDEX(Shares,1,3)*INDEX(Counted,$L6,3),0)"
    )
    first = table(read(made_report())["Weights"], 5)[:3]
    assert [line["Site"] for line in first] == ["Alpha", "Beta", EVIL]
    for line in first:
        assert line["Score"] == pytest.approx(line["Power"] + line["Logistics"])


def test_values_of_another_method_have_no_parts():
    sheet = read(made_report(method="topsis"))["Weights"]
    assert sheet["N6"].value is not None
    assert sheet["O5"].value is None
    assert len(read(made_report(method="topsis"), values=False)["Weights"]._charts) == 1
