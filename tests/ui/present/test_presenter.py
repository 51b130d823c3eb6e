import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from siteselect.packs.catalogue import open_pack
from siteselect.ui.map.map_data import MapData
from siteselect.ui.present.keys import Wish
from siteselect.ui.present.photographer import Photographer
from siteselect.ui.present.presenter import Presenter, screens_for
from siteselect.ui.session import Session
from siteselect.ui.theme import DARK
from tests.ui.made import TOY, ToyGround
from tests.ui.present.present_made import DAYS, make_deck
from tests.ui.settling import evaluated


@pytest.fixture
def session(qtbot, tasks, faults):
    made = Session(make_deck(), tasks, faults.append, ToyGround())
    with evaluated(qtbot, made):
        made.begin()
    return made


@pytest.fixture
def start(qtbot, session, tasks, faults):
    owner = QWidget()
    qtbot.addWidget(owner)
    taker = Photographer(session, tasks, DARK, owner, faults.append)
    made = []

    def begin(*, two=False, place=0):
        presenter = Presenter(session, DARK, taker, motion=False)
        screen = QGuiApplication.primaryScreen()
        data = MapData.of(open_pack(str(TOY)))
        screens = (screen, screen if two else None)
        presenter.start(session.study.scenes, place, data, (), screens)
        made.append(presenter)
        return presenter

    yield begin
    for each in made:
        each.leave()
        each.audience.close()
        each.audience.deleteLater()


def test_keys_lead_through_the_scenes(qtbot, session, start):
    presenter = start()
    stage = presenter.audience.stage
    presenter.wish(Wish.NEXT)
    qtbot.waitUntil(lambda: stage.slide.scene.headline == "Cheap wins")
    assert stage.evaluation.matrix.as_of == DAYS[1]  # the headline waited for its ranking
    assert stage.evaluation.scenario.name == "Lowest cost"
    presenter.wish(Wish.GO, 2)
    qtbot.waitUntil(lambda: stage.slide.place == 2)
    presenter.wish(Wish.NEXT)
    assert stage.frame.words.told == "This is the last scene."
    presenter.wish(Wish.GO, 8)
    assert stage.frame.words.told == "There is no scene 9; there are 3."
    presenter.wish(Wish.FIRST)
    presenter.wish(Wish.BACK)
    qtbot.waitUntil(lambda: stage.slide.place == 0)
    presenter.wish(Wish.LAST)
    qtbot.waitUntil(lambda: stage.slide.place == 2)


def test_weights_are_tried_live_and_put_back(qtbot, session, start):
    presenter = start()
    stage = presenter.audience.stage
    qtbot.waitUntil(lambda: stage.evaluation is not None)
    presenter.wish(Wish.WEIGHTS)
    assert stage.weights_open
    before = stage.evaluation
    stage.weights.sliders["measure_0"].setValue(99)
    qtbot.waitUntil(lambda: stage.evaluation is not before)
    assert stage.evaluation.scenario.criterion("measure_0").weight == 49.5
    assert "not in the study" in stage.frame.words.subtitle
    presenter.wish(Wish.RESET)
    qtbot.waitUntil(lambda: stage.evaluation.scenario == before.scenario)
    assert "not in the study" not in stage.frame.words.subtitle
    presenter.wish(Wish.LEAVE)  # closes the weights first
    assert presenter.presentation is not None
    with qtbot.waitSignal(presenter.ended) as told:
        presenter.wish(Wish.LEAVE)
    assert told.args == [""]
    assert presenter.presentation is None


def test_tools_black_and_look(start):
    presenter = start()
    stage = presenter.audience.stage
    presenter.wish(Wish.BLACK)
    assert stage.blank
    presenter.wish(Wish.NEXT)
    assert not stage.blank
    presenter.wish(Wish.LASER)
    assert presenter.audience.tool is Wish.LASER
    presenter.wish(Wish.LOOK)
    assert not stage.theme.dark
    presenter.wish(Wish.MOTION)
    assert presenter.motion
    presenter.wish(Wish.KEYS)
    assert "Esc leave" in stage.frame.words.told


def test_on_two_screens_the_speaker_reads_notes_and_hears_alone(qtbot, start):
    presenter = start(two=True)
    speaker = presenter.speaker
    assert speaker.isVisible()
    assert speaker.notes.toPlainText() == "Go."
    assert speaker.following.text() == "Next: Cheap wins"
    presenter.tell("Only for you.")
    assert speaker.told.text() == "Only for you."
    assert presenter.audience.stage.frame.words.told == ""
    qtbot.waitUntil(lambda: not speaker.now.image.isNull())


def test_one_screen_has_no_second(qapp):
    first = QGuiApplication.primaryScreen()
    assert screens_for(first)[0] is first
    assert screens_for(first)[1] is (None if len(QGuiApplication.screens()) == 1 else
                                     QGuiApplication.screens()[1])  # fmt: skip
