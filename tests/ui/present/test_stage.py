import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor

from siteselect.ui.charts.choices import CHARTS
from siteselect.ui.present.layout import HIGH
from siteselect.ui.present.ranking import SceneRanking
from siteselect.ui.present.stage import Slide
from siteselect.ui.theme import LIGHT
from tests.ui.present.present_made import SCENES, make_evaluation, make_stage


@pytest.fixture
def stage(qtbot):
    made = make_stage(qtbot)
    made.show_slide(Slide(SCENES[0], 0, 3), smooth=False)
    return made


def test_a_scene_shows_its_words_chart_and_layers(stage):
    words = stage.frame.words
    assert words.headline == "North wins"
    assert "as of 2 June 2021" in words.subtitle
    assert (words.place, words.count) == (0, 3)
    assert isinstance(stage.chart, SceneRanking)
    assert stage.map.shown == frozenset(SCENES[0].overlays)
    stage.show_slide(Slide(SCENES[2], 2, 3), smooth=False)
    assert stage.chart is None
    assert stage.map.shown == {"sites"}
    assert not stage.layout_now().card.isValid()


@pytest.mark.parametrize("size", [(1280, 720), (3840, 2160), (1000, 900)])
def test_one_arrangement_is_magnified_to_any_screen(stage, size):
    stage.resize(*size)
    layout = stage.layout_now()
    assert layout.height == pytest.approx(size[1] / layout.magnified)
    assert layout.height >= HIGH - 1
    assert stage.map.ratio == pytest.approx(layout.magnified * stage.devicePixelRatioF())
    assert stage.transform().m11() == pytest.approx(layout.magnified)
    assert layout.card.right() < layout.width
    assert layout.room.right() < layout.card.left()


def test_every_chart_fits_into_its_card(qtbot, stage):
    for choice in CHARTS:
        scene = SCENES[0].__class__("x", "Balanced", SCENES[0].as_of, chart=choice.key)
        stage.show_slide(Slide(scene), smooth=False)
        proxy = stage._charts[choice.key][1]
        card = stage.layout_now().card
        assert proxy.sceneBoundingRect().right() <= card.right() + 2, choice.key
    kind = {each: chart for each, (chart, _) in stage._charts.items()}
    assert set(kind) == {choice.key for choice in CHARTS}


def test_a_hidden_stage_draws_when_shown(stage):
    stage.hide()
    later = make_evaluation()
    stage.display(later)
    assert stage.map.evaluation is not later
    stage.show()
    assert stage.map.evaluation is later
    assert stage.chart.evaluation is later


def test_weights_lie_over_the_scene_and_wish(qtbot, stage):
    assert not stage.weights_open
    stage.open_weights(True)
    assert stage.weights_open
    slider = next(iter(stage.weights.sliders.values()))
    with qtbot.waitSignal(stage.weighed) as told:
        slider.setValue(slider.value() + 4)
    assert told.args[0] in stage.weights.sliders
    middle = stage._weights_proxy.sceneBoundingRect().center()
    assert stage.over_weights(stage.mapFromScene(middle))
    assert not stage.over_weights(QPoint(stage.width() - 5, 5))
    stage.open_weights(False)
    assert not stage.weights_open


def test_black_quiet_line_and_other_colours(stage):
    stage.black_out(True)
    assert stage.blank
    assert stage.picture(QSize(320, 180)).pixelColor(160, 90) == QColor("black")
    stage.black_out(False)
    stage.tell("This is the last scene.")
    assert stage.frame.words.told == "This is the last scene."
    stage.apply_theme(LIGHT)
    light = stage.picture(QSize(320, 180)).pixelColor(4, 4)
    assert light.lightness() > 200
