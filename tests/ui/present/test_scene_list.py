import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem

from siteselect.ui.present.scene_list import IMAGE, SceneList
from siteselect.ui.theme import DARK, LIGHT
from tests.ui.present.present_made import SCENES


@pytest.fixture
def scenes(qtbot):
    made = SceneList(DARK)
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    made.show_scenes(SCENES, 0)
    return made


def test_keys_wish_and_change_nothing(qtbot, scenes):
    heard = []
    for name in ("gone", "removed"):
        getattr(scenes, name).connect(lambda place, name=name: heard.append((name, place)))
    scenes.moved.connect(lambda place, to: heard.append(("moved", place, to)))
    qtbot.keyClick(scenes, Qt.Key.Key_Down)
    qtbot.keyClick(scenes, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(scenes, Qt.Key.Key_Delete)
    qtbot.keyClick(scenes, Qt.Key.Key_Return)
    assert heard == [("gone", 1), ("moved", 1, 2), ("removed", 1), ("gone", 1)]
    assert scenes.count() == 3


def test_a_drop_is_told_as_places(qtbot, scenes):
    root = QModelIndex()
    with qtbot.waitSignal(scenes.moved) as told:
        scenes.model().moveRow(root, 0, root, 3)
    assert told.args == [0, 2]


def test_a_headline_is_written_in_place(qtbot, scenes):
    index = scenes.model().index(1, 0)
    line = scenes.delegate.createEditor(scenes.viewport(), QStyleOptionViewItem(), index)
    scenes.delegate.setEditorData(line, index)
    assert isinstance(line, QLineEdit)
    assert line.text() == "Cheap wins"
    line.setText("Cheap no more")
    with qtbot.waitSignal(scenes.renamed) as told:
        scenes.delegate.setModelData(line, scenes.model(), index)
    assert told.args == [1, "Cheap no more"]


def test_pictures_come_and_go(scenes):
    assert scenes.unpictured() == list(SCENES)
    image = QImage(960, 540, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    scenes.show_picture(SCENES[1], image)
    assert scenes.unpictured() == [SCENES[0], SCENES[2]]
    assert isinstance(scenes.item(1).data(IMAGE), QPixmap)
    scenes.grab()
    scenes.forget_pictures()
    assert len(scenes.unpictured()) == 3
    scenes.apply_theme(LIGHT)
    scenes.show_scenes(SCENES[:1], 0)
    assert scenes.count() == 1
