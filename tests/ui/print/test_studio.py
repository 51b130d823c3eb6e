import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from siteselect.errors import ExportError
from siteselect.mcda.robustness import Robustness
from siteselect.mcda.verdict import Conclusion
from siteselect.ui.conclusions import Basis
from siteselect.ui.print.studio import CHART_KEYS, VIEWS, Subject, conclude_all, drawing, drawings
from siteselect.ui.theme import DARK, LIGHT
from tests.making import make_evaluation


@pytest.fixture(scope="module")
def basis():
    evaluation = make_evaluation(12)
    return conclude_all(Basis(evaluation, (evaluation.scenario,)))


def subject(basis, theme=LIGHT, **rest):
    return Subject(basis.evaluation, basis, None, None, theme=theme, **rest)


def test_every_slower_conclusion_is_drawn(basis):
    assert basis.known(Robustness) is not None
    assert basis.known(Conclusion) is not None


@pytest.mark.parametrize("key", [key for key in VIEWS if key not in {"map", "price_stack"}])
def test_every_view_is_painted_with_the_leader_in_it(qapp, basis, key):
    made = drawing(subject(basis), key, (640, 400))
    assert (made.width, made.height) == (640, 400)
    assert made.image().size().width() == 640
    text = made.svg()
    assert "<text" in text
    if key not in {"tornado", "score_spread"}:
        assert basis.evaluation.leader in text


def test_a_titled_chart_bears_its_question(qapp, basis):
    assert (
        "What earns each score?"
        in drawing(subject(basis), "contributions", (500, 300), titled=True)
        .svg()
        .split("</title>")[1]
    )


def test_the_ground_is_that_of_the_theme(qapp, basis):
    for theme in (LIGHT, DARK):
        made = drawing(subject(basis, theme), "contributions", (500, 300))
        assert made.image().pixelColor(499, 1) == QColor(theme.panel)


def test_an_unknown_view_is_refused_with_those_there_are(qapp, basis):
    with pytest.raises(ExportError, match="no view called moon: choose from map, ranking"):
        drawing(subject(basis), "moon", (100, 100))


def test_a_map_without_a_region_is_refused(qapp, basis):
    with pytest.raises(ExportError, match="still being read"):
        drawing(subject(basis), "map", (400, 300))


def test_nothing_is_left_when_the_pictures_are_made(qapp, basis):
    before = {id(each) for each in QApplication.topLevelWidgets()}
    made = drawings(subject(basis), [(key, (300, 200)) for key in CHART_KEYS[:3]])
    assert list(made) == list(CHART_KEYS[:3])
    shown = [
        each
        for each in QApplication.topLevelWidgets()
        if id(each) not in before and each.isVisible()
    ]
    assert shown == []
