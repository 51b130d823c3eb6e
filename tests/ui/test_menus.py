import pytest
from PySide6.QtWidgets import QWidget

from siteselect.ui.menus import export_menu, layers_menu, overlays_menu, recent_menu
from siteselect.ui.print.wish import Offered, forms


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def texts(menu):
    menu.aboutToShow.emit()
    return [each.text() for each in menu.actions() if each.text()]


def test_recent_projects_that_are_gone_are_grey(window, settings, tmp_path):
    opened = []
    menu = recent_menu(settings, opened.append, window)
    assert texts(menu) == ["No project yet"]
    (tmp_path / "here.siteselect").touch()
    settings.remember(tmp_path / "gone.siteselect")
    settings.remember(tmp_path / "here.siteselect")
    assert texts(menu) == ["&1  here.siteselect", "&2  gone.siteselect", "Forget these"]
    here, gone = menu.actions()[:2]
    assert here.isEnabled()
    assert not gone.isEnabled()
    assert gone.toolTip().endswith("gone.siteselect is not there")
    here.trigger()
    assert opened == [tmp_path / "here.siteselect"]
    menu.actions()[-1].trigger()
    assert settings.recent == ()


def test_pinned_projects_stand_first_and_are_not_forgotten(window, settings, tmp_path):
    menu = recent_menu(settings, lambda _: None, window)
    for name in ("old", "new"):
        settings.remember(tmp_path / f"{name}.siteselect")
    settings.pin(tmp_path / "old.siteselect", pinned=True)
    assert texts(menu)[:2] == ["&1  old.siteselect  (pinned)", "&2  new.siteselect"]
    menu.actions()[-1].trigger()
    assert settings.recent == (tmp_path / "old.siteselect",)


class FakeMap:
    def __init__(self):
        self.seen = {"sites": True, "lakes": False}

    def overlays(self):
        return [(key, key.capitalize(), seen) for key, seen in self.seen.items()]

    def set_overlay(self, key, visible):
        self.seen[key] = visible

    def layers(self):
        return [("sites", "Sites"), ("own a", "Coal & gas")]

    def zoom_to_layer(self, key):
        self.zoomed = key


def test_overlays_are_switched(window):
    view = FakeMap()
    menu = overlays_menu(view, window)
    assert texts(menu) == ["Sites", "Lakes"]
    assert [each.isChecked() for each in menu.actions()] == [True, False]
    menu.actions()[1].trigger()
    assert view.seen["lakes"]


def test_there_is_an_entry_for_each_form_of_export(window):
    asked = []
    menu = export_menu(asked.append, window)
    assert len(texts(menu)) == len(forms())
    menu.actions()[0].trigger()
    assert asked == [next(iter(forms()))] == ["pdf_report"]
    assert len(texts(menu)) == len(forms())  # filled once


def test_forms_that_come_later_are_in_the_menu_when_it_opens_again(window):
    held = dict(forms())
    menu = export_menu(lambda _: None, window, lambda: held)
    assert len(texts(menu)) == len(forms())
    held["surface_tif"] = Offered("surface_tif", "surface of scores", ".tif")
    assert texts(menu)[-1] == "Surface of scores…"


def test_a_layer_is_looked_at_whole(window):
    view = FakeMap()
    menu = layers_menu(view, window)
    assert texts(menu) == ["Sites", "Coal && gas"]
    menu.actions()[1].trigger()
    assert view.zoomed == "own a"
