import pytest

from tests.export.making import EVIL, made_report
from tests.export.sheets import read, table


def test_cached_values_are_those_of_the_list():
    report = made_report()
    lines = table(read(report)["Ranking"], 6)
    assert [line["Site"] for line in lines] == ["Alpha", "Beta", EVIL, "Gone", "=1+1"]
    for row, line in zip(report.rows, lines, strict=True):
        assert line["Rank"] == row.rank
        assert line["Place"] == row.rank  # no equals here
        assert line["Verdict"] == row.verdict.value
        assert line["Known share"] == pytest.approx(row.coverage, abs=1e-12)
        for title, value in (("Score, 0–100", row.score), ("Least score", row.low),
                             ("Greatest score", row.high)):  # fmt: skip
            assert line[title] == (None if value is None else pytest.approx(100 * value, abs=1e-9))
    assert lines[3]["Longitude"] == -60
    assert "banned" in lines[4]["Reasons"]


def test_what_follows_the_weights_is_a_formula_that_finds_its_row_once_sorted():
    sheet = read(made_report(), values=False)["Ranking"]
    score, rank, place = sheet["F7"].value, sheet["B7"].value, sheet["C7"].value
    assert score == '=IF(AND($P7<2,SUM(Shares)>0),SUMPRODUCT(Shares,INDEX(Counted,$A7,0)),"")'
    assert rank == (
        "=IF(ISNUMBER($F7),1+SUMPRODUCT((Tiers=$P7)*(Scores>$F7+1E-10))"
        '+IF($P7=1,COUNTIF(Tiers,0),0),"")'
    )
    assert place == '=IF(ISNUMBER($B7),$B7+SUMPRODUCT((Ranks=$B7)*(Alphabet<$Q7)),"")'
    assert sheet["A7"].value == 1


def test_the_sheet_is_made_to_be_read():
    book = read(made_report(), values=False)
    sheet = book["Ranking"]
    assert sheet.freeze_panes == "E7"
    assert sheet.auto_filter.ref == "A6:M11"
    assert sheet.column_dimensions["P"].hidden
    names = book.defined_names
    assert names["Scores"].attr_text == "'Ranking'!$F$7:$F$11"
    assert names["SiteNames"].attr_text == "'Ranking'!$D$7:$D$11"
    rules = [rule.type for each in sheet.conditional_formatting for rule in each.rules]
    assert rules.count("dataBar") == 1
    assert rules.count("cellIs") == 4
