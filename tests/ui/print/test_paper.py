import pytest

from siteselect.errors import ExportError
from siteselect.ui.print.paper import A4, LETTER, POINT, TEXT, paper_called


def test_papers_have_their_sizes_and_margins_within():
    for paper in (A4, LETTER):
        assert paper.sheet.width() == paper.width * POINT
        assert 0 < paper.body.left() < paper.body.right() < paper.sheet.width()
        assert 0 < paper.body.top() < paper.body.bottom() < paper.sheet.height()


def test_a_paper_is_found_by_its_name_or_refused_with_those_there_are():
    assert paper_called("A4") is A4
    assert paper_called("letter") is LETTER
    with pytest.raises(ExportError, match="no paper called foolscap: choose a4 or letter"):
        paper_called("foolscap")


def test_half_points_are_whole_units():
    assert TEXT.font().pixelSize() == 38
    assert TEXT.points == 9.5
