from dataclasses import replace

import pytest

from siteselect.errors import ExportError
from siteselect.export import EXPORTERS, dossier, html_page, kml, languages
from siteselect.export.agreement import compare
from siteselect.export.languages import checked, spoken, written
from siteselect.export.told_list import SHEETS, from_sheets
from siteselect.language import say, speaking
from tests.export.making import made_money, made_report
from tests.export.sheets import read


def test_english_is_always_there_and_others_only_with_their_words(tmp_path, monkeypatch):
    monkeypatch.setattr(languages, "resource", tmp_path.joinpath)
    assert written() == {"en": "English"}
    words = tmp_path / "translations" / "ru" / "LC_MESSAGES" / "siteselect.mo"
    words.parent.mkdir(parents=True)
    words.touch()
    assert written() == {"en": "English", "ru": "Русский"}
    assert checked("ru_KZ") == "ru"
    with pytest.raises(ExportError, match="There are: en, ru"):
        checked("kk")


def test_english_is_written_in_every_form_of_its_code():
    assert checked("en") == checked("en-GB") == "en"


@pytest.mark.parametrize("code", ["ru", "zh_CN"])
def test_a_page_speaks_the_language_and_leaves_words_of_the_user(code):
    with speaking(code):
        report = replace(made_report(), money=made_money())
        page = html_page.make(report).decode()
        told = dossier.make(report, "Alpha").decode()
        globe = kml.make(report).decode()
        heads = [say("The ranking"), say("Sources"), say("Stamp"), say("fail")]
        word, found = say("Criterion"), say("To find out")
    assert f'lang="{code.replace("_", "-")}"' in page
    assert f'lang="{code.replace("_", "-")}"' in told
    assert all(head in page for head in heads)
    assert f"<h2>{found}</h2>" in told
    assert word in globe
    assert "Alpha" in page
    assert "Balanced" in page
    assert ("45,0" in page) == (code == "ru")


@pytest.mark.parametrize("code", ["en", "ru", "kk", "ky", "zh_CN"])
def test_a_workbook_in_any_language_agrees_with_what_is_reckoned(code):
    plain = made_report()
    with speaking(code):
        report = made_report()
        book = read(report)
        told = [say(name) for name in ("Ranking", "Criteria values", "Weights")]
        formulas = read(report, values=False).worksheets[1]

    def sheet(place):
        lines = enumerate(book.worksheets[place].iter_rows(values_only=True), 1)
        return [(at, ["" if cell is None else str(cell) for cell in line]) for at, line in lines]

    assert book.sheetnames[:3] == [each[:31] for each in told]
    assert book.sheetnames[2] in formulas.cell(3, 4 + 5 * len(report.criteria)).value
    assert "Scores" in book.defined_names
    assert compare(from_sheets(*map(sheet, SHEETS)), plain).differences == ()


@pytest.mark.parametrize("key", ["json_list", "csv_table", "geojson", "geopackage"])
def test_what_programs_read_is_english_in_every_language(key):
    exporter = EXPORTERS[key]
    assert spoken("ru", exporter) == "en"
    assert spoken("ru", EXPORTERS["html_page"]) == "ru"
    with speaking(spoken("ru", exporter)):
        made = exporter.make(made_report())
    assert made == exporter.make(made_report())


def test_the_stamp_is_alike_in_every_language():
    plain = made_report().stamp
    with speaking("ru"):
        other = made_report().stamp
    assert other.gates == plain.gates
    assert replace(other, disclaimer=plain.disclaimer) == plain
