import json

import pytest
from PySide6.QtWidgets import QFileDialog

from siteselect.errors import StudyError
from siteselect.ui.dialogs.weigh_people import OWN, PeoplePage
from tests.making import make_evaluation


@pytest.fixture
def page(qtbot):
    made = PeoplePage(make_evaluation())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def files(tmp_path):
    held = {"aida": {"measure_0": 3, "measure_1": 1}, "bolat": {"measure_0": 1, "measure_1": 1}}
    for name, weights in held.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(weights))
    return [tmp_path / f"{name}.json" for name in held]


def test_nobody_has_given_any_yet(page):
    with pytest.raises(StudyError, match="Nobody has handed over weights yet"):
        page.shares()
    assert not page.clear.isEnabled()


def test_files_are_averaged_and_the_disagreement_shown(page, files):
    page.own.click()
    page.read(files)
    assert page.shares() == {"measure_0": 0.625, "measure_1": 0.375}
    assert page.table.texts()[0] == ("Measure 0", "75 %", "50 %", "62 %", "50 % to 75 %")
    assert "They agree least on Measure 0" in page.told.text()
    assert "aida 12 %, bolat 12 %" in page.told.text()


def test_the_scenarios_own_weights_count_as_a_person(page, files):
    page.read(files)
    assert page.together().people == ("aida", "bolat", OWN)
    page.clear.click()
    assert page.table.rowCount() == 0


def test_what_cannot_be_read_or_is_not_judged_is_told(qtbot, page, tmp_path, monkeypatch):
    (tmp_path / "broken.json").write_text("{")
    (tmp_path / "odd.json").write_text('{"measure_0": 2, "zebra": 1}')
    paths = [str(tmp_path / "broken.json"), str(tmp_path / "odd.json")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: (paths, ""))
    with qtbot.waitSignal(page.changed):
        page.add.click()
    assert "are damaged" in page.fault.text()
    assert "odd.json weighs zebra, which is not judged here." in page.fault.text()
    assert page.together().people[0] == "odd"
