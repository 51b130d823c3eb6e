import pytest

from siteselect.ui.charts.choices import CHARTS
from siteselect.ui.present.scenes_place import ScenesPlace
from siteselect.ui.present.stage import Slide
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.present.present_made import SCENES


@pytest.fixture
def place(qtbot):
    made = ScenesPlace(DARK)
    qtbot.addWidget(made)
    made.resize(1280, 760)
    made.show()
    return made


def test_an_empty_place_says_what_scenes_are_for(place):
    place.show_scenes((), 0)
    assert place.empty.isVisible()
    assert not place.list.isVisible()
    assert not place.retake.isEnabled()
    assert place.present.isEnabled()


def test_scenes_and_notes_are_shown(place):
    place.show_scenes(SCENES, 1)
    assert place.list.count() == 3
    assert place.list.currentRow() == 1
    assert place.notes.toPlainText() == ""
    assert (place.earlier.isEnabled(), place.later.isEnabled()) == (True, True)
    place.show_scenes(SCENES, 0)
    assert place.notes.toPlainText() == "Go."
    assert not place.earlier.isEnabled()


def test_chart_and_layers_are_chosen_from_menus(qtbot, place):
    place.stage.show_slide(Slide(SCENES[0]), smooth=False)
    menu = place.charts.menu()
    menu.aboutToShow.emit()
    assert len(menu.actions()) == len(CHARTS) + 1
    with qtbot.waitSignal(place.charted) as told:
        menu.actions()[-1].trigger()
    assert told.args == [""]
    layers = place.layers.menu()
    layers.aboutToShow.emit()
    ticked = {each.text() for each in layers.actions() if each.isChecked()}
    assert "Borders" in ticked
    with qtbot.waitSignal(place.layered) as told:
        next(each for each in layers.actions() if each.text() == "Borders").trigger()
    assert told.args == ["borders", False]
    place.apply_theme(LIGHT)
    assert place.stage.theme is LIGHT
