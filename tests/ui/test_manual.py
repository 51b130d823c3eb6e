import pytest
from PySide6.QtWidgets import QWidget

from siteselect.language import speaking
from siteselect.ui import manual
from siteselect.ui.dialogs.about import AboutDialog
from siteselect.ui.workplaces import WORKPLACES


@pytest.fixture
def built(monkeypatch, tmp_path):
    """A manual with every page, and a browser that only notes what it is shown."""
    for name in (*manual.PAGES.values(), "index.ru.html", "index.zh.html"):
        path = tmp_path / "manual" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.setattr(manual, "resource", tmp_path.joinpath)
    shown = []
    monkeypatch.setattr(
        manual.QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or True
    )
    return shown


def test_every_place_of_the_window_has_its_page():
    assert set(WORKPLACES) <= set(manual.PAGES)


def test_the_page_of_the_place_is_opened(qtbot, built):
    parent = QWidget()
    qtbot.addWidget(parent)
    manual.open_manual("money", [], parent)
    assert built[0].endswith("manual/tasks/money.html")
    assert parent.findChildren(AboutDialog) == []


def test_the_start_speaks_the_language_of_the_window(built):
    assert manual.page_of(manual.START).name == "index.html"
    with speaking("ru"):
        assert manual.page_of(manual.START).name == "index.ru.html"
    with speaking("zh_CN"):
        assert manual.page_of("no such place").name == "index.zh.html"


def test_without_a_manual_the_window_tells_what_is_needed_to_begin(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(manual, "resource", tmp_path.joinpath)
    parent = QWidget()
    qtbot.addWidget(parent)
    manual.open_manual("compare", [], parent)
    (dialog,) = parent.findChildren(AboutDialog)
    assert "make docs" in dialog.page.toPlainText()
    assert "Pull a slider" in dialog.page.toPlainText()


def test_where_no_browser_opens_the_place_of_the_manual_is_told(
    qtbot, built, monkeypatch, tmp_path
):
    monkeypatch.setattr(manual.QDesktopServices, "openUrl", lambda _: False)
    parent = QWidget()
    qtbot.addWidget(parent)
    manual.open_manual("compare", [], parent)
    (dialog,) = parent.findChildren(AboutDialog)
    assert str(tmp_path) in dialog.page.toPlainText()
