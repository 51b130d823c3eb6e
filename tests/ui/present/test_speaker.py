import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from siteselect.ui.present.speaker import SpeakerView
from siteselect.ui.present.stage import Slide
from siteselect.ui.theme import DARK
from tests.ui.present.present_made import SCENES


@pytest.fixture
def speaker(qtbot):
    heard, left = [], []
    made = SpeakerView(DARK, lambda event: bool(heard.append(event.key())) or True,
                       lambda: left.append(1))  # fmt: skip
    qtbot.addWidget(made)
    made.heard, made.gone = heard, left
    made.resize(1280, 720)
    made.show()
    return made


def test_notes_next_scene_and_time(speaker):
    speaker.show_slide(Slide(SCENES[0], 0, 3), SCENES[1])
    assert speaker.notes.toPlainText() == "Go."
    assert speaker.following.text() == "Next: Cheap wins"
    assert speaker.place.text() == "Scene 1 of 3"
    assert re.fullmatch(r"\d\d:\d\d", speaker.clock.text())
    assert re.fullmatch(r"0:00:0\d", speaker.elapsed.text())
    speaker.show_slide(Slide(SCENES[2], 2, 3), None)
    assert speaker.following.text() == "This is the last scene."
    assert speaker.notes.toPlainText() == "No notes to this scene."
    speaker.tell("Quiet.")
    assert speaker.told.text() == "Quiet."


def test_keys_are_handed_on_even_from_the_notes(qtbot, speaker):
    qtbot.keyClick(speaker, Qt.Key.Key_Right)
    qtbot.keyClick(speaker.notes, Qt.Key.Key_Space)
    assert speaker.heard == [Qt.Key.Key_Right, Qt.Key.Key_Space]
    speaker.close()
    assert speaker.gone == [1]


def test_a_picture_keeps_the_shape_of_a_screen(speaker):
    image = QImage(960, 540, QImage.Format.Format_RGB32)
    image.fill(0xFFFF0000)
    speaker.now.show_image(image)
    shot = speaker.now.grab().toImage()
    middle = shot.pixelColor(shot.width() // 3, shot.height() // 2)
    assert middle.red() > 200
    speaker.now.show_image(None, "Wait")
    assert speaker.now.words == "Wait"
