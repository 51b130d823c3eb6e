import re
from dataclasses import replace
from html import escape, unescape

import pytest

from siteselect.errors import ExportError
from siteselect.export.checklist import checklist
from siteselect.export.dossier import exporter, make
from tests.export.making import EVIL, made_money, made_report


def words(data):
    return unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", data.decode(), flags=re.DOTALL))


@pytest.mark.parametrize("name", ["Alpha", "Beta", EVIL, "Gone", "=1+1"])
def test_all_that_is_open_and_all_that_is_known_stands_there(name):
    report = replace(made_report(), money=made_money())
    row = next(row for row in report.rows if row.name == name)
    told = " ".join(words(make(report, name)).split())
    for each in checklist(report, row):
        for text in (each.what, each.known, each.settles, each.matters):
            assert " ".join(text.split()) in told
    for cell in row.cells:
        assert cell.source in told
    for source in report.sources:
        assert source.title in told
        assert source.licence in told
    assert report.stamp.pack_digest in told
    assert report.stamp.disclaimer in told


def test_money_is_told_with_its_interval_and_its_assumptions():
    report = replace(made_report(), money=made_money())
    told = " ".join(words(make(report, "Alpha")).split())
    assert "Net present value 1 000 USD 900 to 1 200 USD" in told
    assert "Payback never within the months reckoned" in told
    assert "1 figure behind it is an assumption without a source" in told
    assert "What it would cost" not in words(make(made_report(), "Alpha"))


def test_nothing_of_a_persons_text_is_a_tag():
    data = make(made_report(), EVIL).decode()
    assert "<script" not in data
    assert escape(EVIL, quote=False).split('"')[0] in data


def test_a_site_is_found_without_its_capitals_and_another_is_named():
    report = made_report()
    assert make(report, " alpha ") == make(report, "Alpha")
    with pytest.raises(ExportError, match=r"no site called lph. Did you mean Alpha\?"):
        make(report, "lph")
    with pytest.raises(ExportError, match="There are 5 others"):
        make(report, "Nowhere")


def test_two_runs_write_the_same(tmp_path):
    for name in ("1.html", "2.html"):
        exporter("Beta").write(made_report(), tmp_path / name)
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()
