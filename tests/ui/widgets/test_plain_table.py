from PySide6.QtCore import Qt

from siteselect.ui.widgets.plain_table import PlainTable


def test_rows_are_shown_words_left_figures_right(qtbot):
    table = PlainTable("Ranks")
    qtbot.addWidget(table)
    table.show_rows(("Site", "Rank"), (("Aksu", "1"), ("Osh", "2")), bold=1)
    assert table.texts() == [("Aksu", "1"), ("Osh", "2")]
    assert table.item(0, 0).textAlignment() & Qt.AlignmentFlag.AlignLeft
    assert table.item(0, 1).textAlignment() & Qt.AlignmentFlag.AlignRight
    assert table.item(0, 1).font().bold()
    table.show_rows((), ())
    assert table.texts() == []


def test_rows_are_picked_only_where_that_is_meant(qtbot):
    still, live = PlainTable("A"), PlainTable("B", picks=True)
    for table in (still, live):
        qtbot.addWidget(table)
        table.show_rows(("Site",), (("Aksu",),))
        table.selectRow(0)
    assert still.selectionModel().selectedRows() == []
    assert len(live.selectionModel().selectedRows()) == 1
