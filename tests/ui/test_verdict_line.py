import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from siteselect.mcda.evaluate import evaluate
from siteselect.mcda.sensitivity import weight_stability
from siteselect.mcda.verdict import Conclusion, Firmness, conclude
from siteselect.ui.theme import DARK, LIGHT
from siteselect.ui.verdict_line import LINES, WORDS, VerdictLine
from tests.making import make_evaluation, make_matrix, make_scenario


@pytest.fixture
def line(qtbot: QtBot) -> VerdictLine:
    made = VerdictLine(LIGHT)
    qtbot.addWidget(made)
    made.resize(260, 34)
    made.show()
    return made


def _verdict() -> Conclusion:
    evaluation = make_evaluation(30)
    return conclude(evaluation, weight_stability(evaluation))


def test_it_says_the_word_and_as_much_of_the_sentence_as_fits(line: VerdictLine) -> None:
    verdict = _verdict()
    line.show_verdict(verdict, stale=False)
    assert line.word == WORDS[verdict.firmness]
    lines = line.lines(60.0)
    assert len(lines) == LINES
    assert [left for left, _ in lines] == [60.0, 0.0]
    assert verdict.sentence.startswith(lines[0][1])
    line.resize(2000, 34)
    assert line.lines(60.0) == [(60.0, verdict.sentence)]
    assert line.accessibleDescription() == f"{line.word}: {verdict.sentence}"


def test_without_room_the_last_line_is_elided(line: VerdictLine) -> None:
    line.resize(120, 34)
    line.show_verdict(_verdict(), stale=False)
    assert line.lines(60.0)[-1][1].endswith("…")


def test_nobody_is_told_too_and_nothing_before_the_first(line: VerdictLine) -> None:
    assert line.lines(10.0) == []
    assert line.word == ""
    line.grab()
    nobody = conclude(evaluate(make_scenario(2), make_matrix(0, 2)))
    assert nobody.firmness is Firmness.NOBODY
    line.show_verdict(nobody, stale=False)
    assert line.word == "Nobody"


def test_a_stale_verdict_is_pale(line: VerdictLine) -> None:
    def painted() -> QImage:
        """On white, whatever the look of the program."""
        image = QImage(line.size(), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        line.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        return image

    line.show_verdict(_verdict(), stale=False)
    strong = painted()
    line.show_verdict(line.verdict, stale=True)
    pale = painted()
    dark = [min(image.pixelColor(x, 8).lightness() for x in range(260)) for image in (strong, pale)]
    assert dark[0] < dark[1]
    line.theme = DARK
    line.grab()
