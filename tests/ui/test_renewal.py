import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from siteselect.pseudo import PSEUDO
from siteselect.ui.tongue import put_on
from tests.ui.settling import evaluated


@pytest.fixture(autouse=True)
def _english_afterwards(qapp):
    yield
    put_on("en")


def speak(qtbot, window, code):
    window.comfort.speak(code)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    begun = {"matrix", "map"}
    qtbot.waitUntil(lambda: bool(window.session.evaluation) and not begun & window.tasks.running)


def test_another_language_keeps_all_that_was_done(qtbot, make_window):
    window = make_window()
    session = window.session
    study = session.study.with_scenario(session.study.scenario.with_weight("measure_0", 0.9))
    session.edit(study, "Weight of Measure 0")
    qtbot.waitUntil(lambda: session.evaluation.scenario is study.scenario)
    second = session.evaluation.matrix.sites.names[int(session.evaluation.order[1])]
    session.select(frozenset({second}))
    window.map.look_at(*window.map.centre, window.map.metres_per_pixel / 3)
    window.map.at_home = False
    seen = (*window.map.centre, window.map.metres_per_pixel)
    old = window.map
    speak(qtbot, window, PSEUDO)
    assert window.map is not old
    assert window.session is session
    assert session.study == study
    assert session.history.undoText() == "Weight of Measure 0"
    assert window.isWindowModified()
    assert session.selection == {second}
    assert all(display.names == {second} for display in window.displays)
    assert (*window.map.centre, window.map.metres_per_pixel) == pytest.approx(seen)
    assert window.actions_by_key["undo"].isEnabled()
    window.actions_by_key["undo"].trigger()
    qtbot.waitUntil(lambda: session.evaluation.scenario is not study.scenario)
    assert not window.isWindowModified()


def test_every_place_speaks_it_and_the_choice_is_remembered(qtbot, make_window, settings):
    window = make_window()
    speak(qtbot, window, PSEUDO)
    assert settings.language == PSEUDO
    assert window.actions_by_key["open"].text().startswith("[")
    assert window.criteria.add.text().startswith("[")
    speak(qtbot, window, "en")
    assert window.actions_by_key["open"].text() == "&Open…"


def test_the_window_works_on_after_many_languages(qtbot, make_window):
    window = make_window()
    for code in ("ru", "zh_CN", PSEUDO, "en"):
        speak(qtbot, window, code)
    name = window.session.evaluation.leader
    window.ranking.selected.emit(frozenset({name}))
    assert all(display.names == {name} for display in window.displays)
    with evaluated(qtbot, window.session):
        study = window.session.study
        window.session.edit(
            study.with_scenario(study.scenario.with_weight("measure_1", 0.7)), "More"
        )
    assert {display.evaluation for display in window.displays} == {window.session.evaluation}
    window.set_theme("contrast")
    assert window.actions_by_key["high_contrast"].isChecked()
