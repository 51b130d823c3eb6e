import pytest
from PySide6.QtCore import Qt

from tests.ui.present.present_made import DAYS, SCENES, make_deck


@pytest.fixture
def window(make_window):
    return make_window(make_deck())


@pytest.fixture
def desk(qtbot, window):
    window.actions_by_key["scenes"].trigger()
    made = window.scenes.desk
    qtbot.waitUntil(lambda: made.photographer.settled, timeout=20_000)
    return made


def scenes(window):
    return [each.headline for each in window.session.study.scenes]


def test_a_scene_is_taken_from_what_is_on_show_and_undone(qtbot, make_window):
    window = make_window()
    window.session.select(frozenset({"Site 0004"}))
    window.actions_by_key["take_scene"].trigger()
    (scene,) = window.session.study.scenes
    assert scene.scenario == "Balanced"
    assert scene.as_of == window.session.study.context.as_of
    assert scene.sites == ("Site 0004",)
    assert scene.bounds is None
    assert set(scene.overlays) == window.map.shown
    assert scene.chart == "contributions"
    assert "leads" in scene.headline
    assert window.bar.text.startswith("Scene 1 taken")
    window.session.history.undo()
    assert window.session.study.scenes == ()


def test_going_to_a_scene_brings_day_scenario_map_chart_and_sites(qtbot, window, desk):
    desk.go(1)
    study = window.session.study
    assert (study.active, study.context.as_of) == ("Lowest cost", DAYS[1])
    assert desk.place.stage.slide.scene == SCENES[1]
    assert window.map.shown == frozenset(SCENES[1].overlays)
    assert not window.map.at_home
    assert "tornado" in window.charts.shown()
    desk.go(0)
    assert window.session.selection == {"Site 0002"}
    assert window.session.history.undoText() == "Go to scene 1"


def test_scenes_are_moved_renamed_retaken_noted_and_removed(qtbot, window, desk):
    desk.place.list.moved.emit(0, 2)
    assert scenes(window) == ["Cheap wins", "Nobody knows", "North wins"]
    desk.place.list.renamed.emit(2, "South wins")
    assert scenes(window)[2] == "South wins"
    desk.place.list.renamed.emit(2, "   ")
    assert scenes(window)[2] == "South wins"
    desk.go(0)
    desk.place.notes.setPlainText("Speak slowly.")
    desk.go(1)  # going elsewhere keeps what was written
    assert window.session.study.scenes[0].notes == "Speak slowly."
    window.session.edit(window.session.study.with_active("Lowest cost"), "Scenario")
    desk.retake(1)
    assert window.session.study.scenes[1].scenario == "Lowest cost"
    assert window.session.study.scenes[1].headline == "Nobody knows"
    qtbot.keyClick(desk.place.list, Qt.Key.Key_Delete)
    assert len(scenes(window)) == 2
    window.session.history.undo()
    assert len(scenes(window)) == 3


def test_chart_and_layers_of_a_scene_can_be_chosen(window, desk):
    desk.go(0)
    desk.place.charted.emit("trade_off")
    assert window.session.study.scenes[0].chart == "trade_off"
    desk.place.layered.emit("lakes", True)
    assert "lakes" in window.session.study.scenes[0].overlays
    assert desk.place.stage.slide.scene == window.session.study.scenes[0]


def test_a_headline_never_stands_over_another_day(qtbot, window, desk):
    desk.go(0)
    assert desk.place.stage.slide.scene.headline == "North wins"
    window.session.edit(window.session.study.with_day(DAYS[2]), "Day")
    qtbot.waitUntil(lambda: "1 January 2023" in desk.place.stage.slide.scene.headline)
    assert desk.place.stage.slide.count == 0


def test_a_stage_apart_from_its_scene_says_so_and_a_click_brings_the_scene(qtbot, window, desk):
    desk.go(1)
    place = desk.place
    assert not place.apart.isVisible()
    assert place.charts.isEnabled()
    window.session.edit(window.session.study.with_day(DAYS[2]), "Day")
    qtbot.waitUntil(place.apart.isVisible)
    assert "Scene 2 is of 1 January 2022" in place.apart.text()
    assert not place.charts.isEnabled()
    place.back.click()
    assert window.session.study.context.as_of == DAYS[1]
    assert place.stage.slide.scene == SCENES[1]
    assert not place.apart.isVisible()
    assert place.charts.isEnabled()


def test_presenting_restores_the_window_and_says_what_was_tried(qtbot, window, desk):
    before = window.session.study
    desk.present(1)
    presenter = desk.presenter
    assert presenter.audience.isVisible()
    assert not window.centralWidget().isVisible()
    presenter.presentation.weigh("measure_0", 91.0)
    window.messages.notice("Written: deck.pptx")
    assert presenter.audience.stage.frame.words.told == "Written: deck.pptx"
    window.messages.fault(ValueError("no dialog before an audience"))
    assert window.messages.reports == []
    presenter.leave()
    assert desk.presenter is None
    assert window.centralWidget().isVisible()
    assert window.session.study == before
    assert "wait under Redo" in window.bar.text
    assert len(window.messages.reports) == 1
    window.messages.reports[0].accept()


def test_other_colours_reach_the_stage(window, desk):
    window.set_theme("dark")
    assert desk.place.stage.theme.dark
    window.set_theme("light")
    assert not desk.place.stage.theme.dark
