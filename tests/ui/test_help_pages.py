from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from siteselect.ui.dialogs.about import AboutDialog
from siteselect.ui.help_pages import HelpPages


def opened(parent):
    return parent.findChildren(AboutDialog)


def test_the_keys_are_read_from_the_actions_when_asked(qtbot, session):
    parent, actions = QWidget(), []
    qtbot.addWidget(parent)
    pages = HelpPages(session, lambda: actions, parent)
    late = QAction("Go &home")
    late.setShortcut("H")
    actions.append(late)
    pages.show_keys()
    (page,) = opened(parent)
    assert "Go home" in page.page.toPlainText()


def test_without_a_region_there_is_no_page_of_sources(qtbot, session, monkeypatch):
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(type(session), "ground", None)
    HelpPages(session, list, parent).show_sources()
    assert opened(parent) == []
