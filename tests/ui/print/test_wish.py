import pytest

from siteselect.errors import ExportError
from siteselect.export import EXPORTERS
from siteselect.export.report import PARTS
from siteselect.language import speaking
from siteselect.ui.print.wish import PDF, Wish, forms, wish_of


def test_what_is_remembered_comes_back(tmp_path):
    logo = tmp_path / "logo.jpg"
    logo.write_bytes(b"\xff\xd8\xff")
    wish = Wish(
        form="csv_table", bom=True, separator=";", decimal=",", paper="letter",
        parts=("ranking", "money"), house="Us", logo=str(logo), accent="#AA0000",
    )  # fmt: skip
    assert wish_of(wish.remembered(), forms()) == wish


@pytest.mark.parametrize(
    "held",
    [
        {},
        {"form": "moon", "paper": 7, "parts": "all", "language": None, "accent": "red"},
        {"logo": "/nowhere/logo.png", "separator": "x", "decimal": []},
    ],
)
def test_what_is_not_understood_is_as_if_never_chosen(held):
    assert wish_of(held, forms()) == Wish()


def test_separator_and_decimal_are_never_one():
    assert wish_of({"decimal": ","}, forms()).separator == ";"
    with pytest.raises(ExportError, match="part the cells by a semicolon"):
        Wish(decimal=",").table()


def test_every_form_is_offered_those_to_be_read_first():
    assert set(forms()) == {PDF, *EXPORTERS}
    assert list(forms())[:2] == [PDF, "html_page"]
    assert forms()[PDF].suffix == ".pdf"
    assert Wish().parts == PARTS


def test_a_report_is_written_in_the_language_of_the_window_until_another_is_chosen():
    with speaking("ru"):
        assert wish_of({}, forms()).language == "ru"
        assert wish_of({"language": "zh_CN"}, forms()).language == "zh_CN"
    assert wish_of({}, forms()).language == "en"
