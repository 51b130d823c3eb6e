import json
from dataclasses import replace

import pytest

from siteselect.export._xlsx_tables import stamp_lines
from tests.export.making import made_money, made_report
from tests.export.sheets import read, table


def test_gates_with_value_margin_verdict_and_reason():
    sheet = read(made_report())["Gates"]
    assert sheet["A2"].value == "Mining lawful: at least 2 status; conditional within 1 beyond"
    rows = {line[0]: line for line in sheet.iter_rows(min_row=5, values_only=True)}
    assert rows["Beta"][2:6] == ("CONDITIONAL", 1, -1, "CONDITIONAL")
    assert "licence" in rows["Beta"][6]
    assert rows["Gone"][3:6] == (None, None, "UNKNOWN")


def test_a_list_without_gates_says_so():
    bare = made_report()
    rows = tuple(replace(row, gates=()) for row in bare.rows)
    sheet = read(replace(bare, gates=(), rows=rows))["Gates"]
    assert sheet["A2"].value == "No gate is switched on."


def test_money_with_ends_never_and_why_unknown():
    sheet = read(replace(made_report(), money=made_money()))["Money"]
    assert sheet["A2"].value == "Known for 1 of 5 sites."
    rows = {line["Site"]: line for line in table(sheet, 5)}
    assert rows["Alpha"]["Net present value, USD"] == 1000.0
    assert rows["Beta"]["Net present value, USD"] is None
    assert rows["Beta"]["Why unknown"] == "No price."
    assert rows["Alpha"]["Payback, months"] == "never"
    assert [cell.value for cell in sheet[6]][2:5] == [1000, 900, 1200]


def test_assumptions_hold_method_policy_values_and_money():
    sheet = read(replace(made_report(), money=made_money()))["Assumptions"]
    words = [str(cell) for line in sheet.values for cell in line if cell is not None]
    for text in (
        "Weighted sum",
        "An unknown value counts as the worst.",
        "2021-06-02",
        "Decay",
        "lower is better: 35 USD/MWh counts 100, 75 USD/MWh counts 0",
        "assumption",
    ):
        assert text in words


def test_sources_bear_licence_and_address():
    report = made_report()
    lines = table(read(report)["Sources"], 4)
    assert [line["Source"] for line in lines] == [each.title for each in report.sources]
    assert lines[0]["Licence"] == report.sources[0].licence


def test_the_stamp_is_flat_and_whole():
    report = made_report()
    lines = dict(stamp_lines(report))
    assert lines["weights.power_price"] == 30
    assert lines["gates.0"].startswith("legal_status: at least 2")
    assert lines["pack_digest"] == report.pack.digest
    plain = json.loads(json.dumps(report.stamp.as_dict()))
    assert {key.split(".")[0] for key in lines} >= {key for key, value in plain.items() if value}
    told = {line["Key"]: line["Value"] for line in table(read(report)["Stamp"], 4)}
    assert told["shares.far"] == pytest.approx(0.25)
    assert told["title"] == report.title
