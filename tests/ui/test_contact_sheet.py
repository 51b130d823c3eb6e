import pytest
from PySide6.QtGui import QColor, QImage

from siteselect.errors import ExportError
from siteselect.ui.contact_sheet import GAP, HIGH, WIDE, write_sheet


@pytest.fixture
def picture(qapp, tmp_path):
    def make(name, colour):
        image = QImage(2 * WIDE, 2 * HIGH, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        path = tmp_path / f"{name}.png"
        assert image.save(str(path))
        return path

    return make


def test_a_row_of_pictures_follows_the_other(picture, tmp_path):
    rows = [[picture("a", "#ff0000"), picture("b", "#00ff00")], [picture("c", "#0000ff")]]
    sheet = QImage(str(write_sheet(tmp_path / "sheet.png", rows)))
    assert (sheet.width(), sheet.height()) == (GAP + 2 * (WIDE + GAP), GAP + 2 * (HIGH + GAP))
    middle = [(GAP + WIDE // 2 + across * (WIDE + GAP), GAP + HIGH // 2 + down * (HIGH + GAP))
              for across, down in ((0, 0), (1, 0), (0, 1), (1, 1))]  # fmt: skip
    found = [QColor(sheet.pixel(*at)).name() for at in middle]
    assert found == ["#ff0000", "#00ff00", "#0000ff", "#808080"]


def test_a_sheet_of_nothing_and_one_that_cannot_be_written_are_refused(picture, tmp_path):
    with pytest.raises(ExportError, match="no pictures"):
        write_sheet(tmp_path / "sheet.png", [])
    with pytest.raises(ExportError, match="cannot be written"):
        write_sheet(tmp_path / "none" / "sheet.png", [[picture("a", "#ff0000")]])
