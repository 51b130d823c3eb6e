from datetime import date

from PySide6.QtGui import QAction

from siteselect.packs.manifest import Manifest, SourceEntry
from siteselect.ui.dialogs.about import AboutDialog, keys_page, sources_page

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
