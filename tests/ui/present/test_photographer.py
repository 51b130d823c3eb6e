import pytest

from siteselect.packs.catalogue import open_pack
from siteselect.progress import silent
from siteselect.ui.map.map_data import MapData
from siteselect.ui.present.photographer import NEEDY, SIZE, Photographer, sitting
from siteselect.ui.session import Session
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.made import TOY, ToyGround
from tests.ui.present.present_made import DAYS, SCENES, make_deck
from tests.ui.settling import evaluated


@pytest.fixture
def session(qtbot, tasks, faults):
    made = Session(make_deck(), tasks, faults.append, ToyGround())
    with evaluated(qtbot, made):
        made.begin()
    return made


def test_a_sitting_is_of_the_scene_s_own_day_and_scenario(session):
    sat = sitting(session.study, SCENES[1], session.ground, silent)
    assert sat.evaluation.scenario.name == "Lowest cost"
    assert sat.evaluation.matrix.as_of == DAYS[1]
    assert len(sat.conclusions) == NEEDY["tornado"]


def test_pictures_are_taken_once_and_again_in_other_colours(qtbot, session, tasks, faults):
    from PySide6.QtWidgets import QWidget

    owner = QWidget()
    qtbot.addWidget(owner)
    taker = Photographer(session, tasks, DARK, owner, faults.append)
    assert taker.picture(SCENES[0]) is None
    with qtbot.waitSignal(taker.taken, timeout=10_000) as told:
        taker.show_data(MapData.of(open_pack(str(TOY))))
    scene, image = told.args
    assert (scene, image.size()) == (SCENES[0], SIZE)
    assert taker.settled
    assert taker.picture(SCENES[0]) is not None
    dark = image.pixelColor(4, 4).lightness()
    taker.apply_theme(LIGHT)
    with qtbot.waitSignal(taker.taken, timeout=10_000) as told:
        assert taker.picture(SCENES[0]) is None
    assert told.args[1].pixelColor(4, 4).lightness() > dark + 100
    assert faults == []
