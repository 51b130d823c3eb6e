import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QWhatsThisClickedEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWhatsThis, QWidget

from siteselect.ui import manual
from siteselect.ui.messages import MessageBar, Messages
from siteselect.ui.whats_this import WhatsThis, explain, rich, text_about
from siteselect.ui.whats_this_words import COMMANDS, PARTS
from siteselect.ui.workplaces import WORKPLACES


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.mark.parametrize("place", WORKPLACES)
def test_every_control_of_a_place_tells_what_it_is_for(qtbot, window, place):
    window.workplaces.go(place)
    qtbot.wait(60)
    explain(window)
    silent = [
        f"{type(each).__name__} in {type(each.parent()).__name__}"
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.window() is window
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not text_about(each)
    ]
    assert silent == []


def test_every_command_tells_what_it_is_for(window):
    for key, action in window.actions_by_key.items():
        assert action.whatsThis() == rich(COMMANDS[key])
    assert f"manual:{COMMANDS['export'].page}" in window.actions_by_key["export"].whatsThis()


def test_the_mode_begins_and_asked_twice_the_focus_is_told(qtbot, window, monkeypatch):
    told = []
    monkeypatch.setattr(QWhatsThis, "showText", lambda at, text, widget: told.append(text))
    window.map.setFocus()
    monkeypatch.setattr(QApplication, "focusWidget", lambda: window.map)
    window.actions_by_key["whats_this"].trigger()
    assert QWhatsThis.inWhatsThisMode()
    window.actions_by_key["whats_this"].trigger()
    assert not QWhatsThis.inWhatsThisMode()
    assert told == [rich(PARTS["MapView"])]


def test_a_link_opens_its_page_of_the_manual(qtbot, monkeypatch, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    bar = MessageBar(window)
    guide = WhatsThis(Messages(bar, window), window)
    page = tmp_path / "manual" / "tasks" / "weigh.html"
    page.parent.mkdir(parents=True)
    page.write_text("x")
    monkeypatch.setattr(manual, "resource", tmp_path.joinpath)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    inner = QToolButton(window)
    QApplication.sendEvent(inner, QWhatsThisClickedEvent("manual:tasks/weigh"))
    assert [url.toLocalFile() for url in opened] == [str(page)]
    guide.open_page("manual:tasks/nowhere")
    assert "make docs" in bar.text
    assert len(opened) == 1
