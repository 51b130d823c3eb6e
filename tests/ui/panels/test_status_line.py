import pytest

from siteselect.packs.manifest import Manifest, SourceEntry
from siteselect.ui.ground import Ground
from siteselect.ui.panels.status_line import StatusLine
from siteselect.ui.tasks import Advance


class FakePack:
    manifest = Manifest(
        "made", "1", "Made", (0, 0, 1, 1), sources={"a": SourceEntry("A"), "b": SourceEntry("B")}
    )


@pytest.fixture
def line(qtbot, session):
    made = StatusLine(session)
    qtbot.addWidget(made)
    return made


def test_it_tells_position_sources_and_the_last_scoring(line, session):
    line.show_position("45.214° N 78.902° E")
    line.display(session.evaluation)
    line.conclude(Ground("made@1", FakePack(), None, None))
    assert line.position.text() == "45.214° N 78.902° E"
    assert line.scored.text().startswith("scored 30 sites in ")
    assert line.sources.text() == "made@1 · 2 sources"
    line.conclude(Ground("made@1", FakePack(), None, None, "stations: AA 94 % of official MW"))
    assert line.sources.text().endswith(" · stations: AA 94 % of official MW")


def test_progress_comes_and_goes(line):
    line.show_progress(Advance("matrix", 0.4, "Measuring the sites"))
    assert not line.progress.isHidden()
    assert line.progress.value() == 400
    assert line.work.text() == "Measuring the sites"
    line.show_progress(Advance("map", 0.2, "Drawing the map"))
    line.show_progress(Advance("map", 1.0, "", over=True))
    assert line.work.text() == "Measuring the sites"  # one of two has ended
    line.show_progress(Advance("matrix", 1.0, "", over=True))
    assert line.progress.isHidden()
    assert line.work.text() == "No jobs"


def test_work_without_words_is_not_told(line):
    line.show_progress(Advance("conclusions", 0.4, ""))
    assert line.progress.isHidden()


def test_one_source_is_one_source(line):
    class Lone:
        manifest = Manifest("made", "1", "Made", (0, 0, 1, 1), sources={"a": SourceEntry("A")})

    line.conclude(Ground("made@1", Lone(), None, None))
    assert line.sources.text() == "made@1 · 1 source"


def test_the_reference_system_is_named_whole_where_there_is_room(line):
    line.resize(1440, 24)
    line.show()
    assert "Web Mercator" in line.reference.text()
    line.resize(1000, 24)
    assert line.reference.text() == "EPSG:3857"
