import os
from pathlib import Path

import pytest

from siteselect.backdrops.provider import known_providers, own_provider
from siteselect.ui.backdrop_memory import FILES, STRENGTHS, BackdropMemory, FileChoice

OWN = own_provider("Mine", "https://tiles.example.org/{z}/{x}/{y}.png", "© Me", 15)


@pytest.fixture
def memory(settings):
    return BackdropMemory(settings)


def test_nothing_is_switched_on_or_agreed_to_at_first(memory):
    assert memory.online == ""
    assert memory.file_of(None) is None
    assert memory.strength == STRENGTHS[-1]
    assert memory.own == ()
    assert not any(memory.agreed(each) for each in known_providers())


def test_a_file_is_remembered_by_its_way_from_the_project(memory, tmp_path, settings):
    project = tmp_path / "work" / "a.siteselect"
    choice = FileChoice(tmp_path / "maps" / "b.mbtiles", "EPSG:32643", "Survey of the region")
    memory.keep_file(project, choice)
    assert settings.view(str(project))["backdrop"]["file"] == "../maps/b.mbtiles"
    assert memory.file_of(project) == choice
    assert memory.file_of(tmp_path / "other.siteselect") is None
    memory.keep_file(project, None)
    assert memory.file_of(project) is None


def test_a_file_beneath_the_sample_is_remembered_whole(memory, tmp_path):
    choice = FileChoice(tmp_path / "b.mbtiles")
    memory.keep_file(None, choice)
    assert memory.file_of(None) == choice


def test_where_there_is_no_way_the_whole_path_is_kept(memory, tmp_path, monkeypatch):
    def other_drive(*_):
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", other_drive)
    choice = FileChoice(tmp_path / "b.mbtiles")
    memory.keep_file(tmp_path / "a.siteselect", choice)
    assert memory.file_of(tmp_path / "a.siteselect") == choice


def test_how_a_project_is_looked_at_stays(memory, settings):
    settings.keep_view("sample", {"place": "money", "map": [1, 2, 3]})
    memory.keep_file(None, FileChoice(Path("/x.mbtiles")))
    assert settings.view("sample")["place"] == "money"


@pytest.mark.parametrize(
    "held", [{"backdrop": 7}, {"backdrop": {"file": 7}}, {"backdrop": {"file": ""}}, {}]
)
def test_what_is_damaged_is_as_if_nothing_were_chosen(memory, settings, held):
    settings.keep_view("sample", held)
    assert memory.file_of(None) is None
    settings.keep_view("sample", {"backdrop": {"file": "x.tif", "crs": 7, "credit": 7}})
    assert memory.file_of(None) == FileChoice(Path("x.tif"))
    plain = {"template": "http://x/{z}/{x}/{y}", "attribution": "a"}
    numbers = dict.fromkeys(("online", "strength", "files", "agreed", "own"), 7)
    for state in (numbers, {"own": [7, {}, plain]}):
        settings.backdrops = state
        assert (memory.online, memory.strength, memory.files, memory.own) == ("", 100, (), ())


def test_files_are_offered_again_the_last_one_first(memory):
    for number in range(FILES + 3):
        memory.remember(Path(f"/maps/{number}.mbtiles"))
    memory.remember(Path("/maps/5.mbtiles"))
    assert len(memory.files) == FILES
    assert memory.files[0] == Path("/maps/5.mbtiles")
    assert len(set(memory.files)) == FILES


def test_a_server_of_ones_own_is_kept_and_forgotten(memory, settings):
    memory.add(OWN)
    memory.add(OWN)
    memory.agree(OWN)
    memory.online = OWN.key
    again = BackdropMemory(settings)
    assert again.own == (OWN,)
    assert again.providers == (*known_providers(), OWN)
    assert again.agreed(OWN)
    again.remove(OWN.key)
    assert (memory.own, memory.online, memory.agreed(OWN)) == ((), "", False)


def test_agreeing_to_one_address_is_not_agreeing_to_another(memory):
    memory.agree(OWN)
    assert not memory.agreed(own_provider("Mine", OWN.template + "?v=2", "© Me"))


def test_strength_is_one_of_those_offered(memory):
    memory.strength = 60
    assert memory.strength == 60
