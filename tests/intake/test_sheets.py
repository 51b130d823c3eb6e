import pytest

from siteselect.errors import IntakeError
from siteselect.intake._sheets import _text
from siteselect.intake.reader import Reader
from tests.intake.making import NAMES, workbook


def test_rows_and_the_names_of_all_sheets(tmp_path):
    with Reader("XLSX") as reader:
        options = {"sheets": [], "rows": 10, "columns": 10}
        plain = reader.ask("sheets", workbook(tmp_path / "a.xlsx"), options).plain
        assert plain["names"] == ["Sheet"]
        assert [row[1][0] for row in plain["sheets"]["Sheet"]] == ["name", *NAMES]
        with pytest.raises(IntakeError, match="no sheet called Other"):
            reader.ask("sheets", tmp_path / "a.xlsx", {**options, "sheets": ["Other"]})


def test_cells_as_a_spreadsheet_shows_them():
    assert [_text(each) for each in (None, " a  b ", "0.30000000000000004", "1e400")] == [
        "", "a b", "0.3", "1e400",
    ]  # fmt: skip
