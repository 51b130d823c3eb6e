from PySide6.QtWidgets import QWidget

from siteselect.ui.actions import make_actions
from siteselect.ui.dialogs.about import AboutDialog
from siteselect.ui.dialogs.keys import KeysDialog
from siteselect.ui.help_pages import HelpPages


def opened(parent):
    return parent.findChildren(AboutDialog)


def test_the_keys_are_read_from_the_actions_when_asked(qtbot, session, settings):
    parent, actions = QWidget(), {}
    qtbot.addWidget(parent)
    pages = HelpPages(session, actions, settings, parent)
    actions.update(make_actions(parent, {}))
    pages.show_keys()
    (page,) = parent.findChildren(KeysDialog)
    page.pick("export")
    assert page.list.currentItem().text(1) == "Ctrl+E"


def test_without_a_region_there_is_no_page_of_sources(qtbot, session, monkeypatch, settings):
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(type(session), "ground", None)
    HelpPages(session, {}, settings, parent).show_sources()
    assert opened(parent) == []
