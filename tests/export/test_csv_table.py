import csv
import io
from dataclasses import replace

import pytest

from siteselect.errors import ExportError
from siteselect.export.csv_table import Form, exporter, guarded, make
from tests.export.making import EVIL, made_report


def rows(report):
    return list(csv.DictReader(io.StringIO(make(report).decode())))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "＋1", "－1", "＠a",
             " =1", "\u00a0=1", "\ufeff=1"]
)  # fmt: skip
def test_what_a_spreadsheet_could_run_is_made_text(text):
    assert guarded(text).startswith("'")
    assert not set(guarded(text)) & set("\t\r\n\0")


@pytest.mark.parametrize("text", ["Alpha", "a=b", "5 - 3", "Қостанай", "阿拉木图", ""])
def test_plain_text_is_left_alone(text):
    assert guarded(text) == text


def test_one_row_a_site_and_numbers_stay_numbers():
    alpha, beta, evil, gone, failed = rows(made_report())
    assert alpha["rank"] == "1"
    assert float(alpha["score"]) == pytest.approx(0.85625)
    assert float(alpha["power_price [USD/MWh]"]) == 40.0
    assert alpha["power_price low"] == "35.0"
    assert alpha["power_price weight"] == "30.0"
    assert alpha["power_price source"] == "row T1 · 2021"
    assert float(gone["lon"]) == -60.0
    assert beta["verdict"] == "CONDITIONAL"
    assert evil["name"] == EVIL
    assert evil["power_price [USD/MWh]"] == ""
    assert failed["name"] == "'=1+1"
    assert failed["power_price source"] == "'@row"
    assert (failed["rank"], failed["score"]) == ("", "")
    assert "banned" in failed["reasons"]


def test_every_row_bears_the_stamp():
    report = made_report()
    for row in rows(report):
        assert row["as_of"] == "2021-06-02"
        assert row["pack"] == "toy@1"
        assert row["pack_digest"] == report.pack.digest
        assert row["method"] == "weighted_sum"


def test_same_input_same_bytes_and_lines_are_whole_rows():
    assert make(made_report()) == make(made_report())
    assert len(make(made_report()).decode().strip().splitlines()) == 6


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_another_spreadsheet_gets_the_same_list(separator):
    report = made_report()
    data = exporter(Form(bom=True, separator=separator, decimal=",")).make(report)
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=separator))
    plain = rows(report)
    for line, other in zip(read, plain, strict=True):
        assert line["name"] == other["name"]
        for key in ("score", "lon", "power_price [USD/MWh]", "far value", "load_mw"):
            assert line[key] == other[key].replace(".", ",")
    assert read[3]["lon"] == "-60,0"
    assert read[0]["rank"] == "1"


@pytest.mark.parametrize(
    ("separator", "decimal", "told"),
    [(",", ",", "part the cells by a semicolon"), ("x", ".", "cannot be parted by 'x'"),
     (";", "'", "with a point or a comma")],
)  # fmt: skip
def test_a_form_that_nobody_could_read_back_is_refused(separator, decimal, told):
    with pytest.raises(ExportError, match=told):
        Form(separator=separator, decimal=decimal)


def test_settings_of_the_method_stand_in_the_stamp():
    assert rows(made_report())[0]["method_parameters"] == ""
    report = made_report()
    stamp = replace(report.stamp, method_parameters={"v": 0.3})
    assert rows(replace(report, stamp=stamp))[0]["method_parameters"] == "v=0.3"
