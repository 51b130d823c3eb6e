from datetime import date
from math import nan

from PySide6.QtGui import QAction

from siteselect.packs.coverage import CapacityCoverage
from siteselect.packs.manifest import Manifest, SourceEntry
from siteselect.ui.dialogs.about import (
    AboutDialog,
    coverage_table,
    fonts_page,
    keys_page,
    sources_page,
)

MANIFEST = Manifest(
    "toy", "1", "Alpha & Beta", (0, 0, 1, 1),
    borders_note="As Alphaland draws them.",
    sources={"a": SourceEntry("<b>A</b>", "CC-BY-4.0", "by A", "https://a.org", date(2026, 1, 2))},
)  # fmt: skip


def test_every_source_is_named_with_its_licence_and_nothing_is_read_as_markup(qtbot):
    dialog = AboutDialog("Sources of the data", sources_page(MANIFEST))
    qtbot.addWidget(dialog)
    text = dialog.page.toPlainText()
    for part in ("<b>A</b>", "CC-BY-4.0 · by A · retrieved 2026-01-02", "https://a.org",
                 "Alpha & Beta", "As Alphaland draws them."):  # fmt: skip
        assert part in text


def test_only_commands_with_keys_are_listed(qapp):
    save, other = QAction("&Save"), QAction("Other")
    save.setShortcut("Ctrl+S")
    page = keys_page([save, other])
    assert "Save" in page
    assert "Ctrl+S" in page
    assert "Other" not in page


def test_what_the_stations_cover_is_told_with_its_source_and_what_is_unknown():
    rows = (
        CapacityCoverage("AA", "all", 3, 940.0, 1000.0, "2021", "K1 <a>"),
        CapacityCoverage("AA", "coal", 1, 500.0, nan, "", ""),
    )
    page = coverage_table(rows)
    assert "94 %" in page
    assert "K1 &lt;a&gt;" in page
    assert page.count("unknown") == 1


def test_the_fonts_are_named_with_their_licence():
    page = fonts_page()
    assert "Noto Sans CJK SC, OFL-1.1" in page
    assert "Inter, OFL-1.1" in page
