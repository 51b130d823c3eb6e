from siteselect.scan import cache
from siteselect.ui.finding.door import FIND, FindDoor
from siteselect.ui.map.map_data import MapData
from siteselect.ui.theme import DARK, LIGHT
from tests.scan.made import toy


def test_the_place_is_made_when_it_is_first_wanted(qtbot, toy_session, tasks, faults, monkeypatch,
                                                   tmp_path):  # fmt: skip
    monkeypatch.setattr(cache, "default_folder", lambda: tmp_path)
    door = FindDoor(toy_session, tasks, tasks, LIGHT, faults.append)
    door.turned(FIND)
    assert door.made is None
    data = MapData.of(toy())
    door.show_data(data)
    place = door.place()
    qtbot.addWidget(place)
    assert place is door.place()
    assert place.map.data is data
    door.apply_theme(DARK)
    assert place.map.theme is DARK
    door.turned(FIND)
    assert tasks.running
    place.finder.stop()
    door.turned("compare")
    assert not place.finder._awake
    qtbot.waitUntil(lambda: not tasks.running, timeout=10_000)
