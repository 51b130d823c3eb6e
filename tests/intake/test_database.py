import sqlite3
from pathlib import Path

import pytest

from siteselect.errors import IntakeError
from siteselect.export.geopackage import make
from siteselect.intake.database import check_database, feature_tables
from siteselect.intake.limits import Limits
from tests.export.making import made_report
from tests.intake import making
from tests.intake.attacks import VIEW_WITHOUT_END


@pytest.fixture
def plots(tmp_path):
    return making.write(tmp_path / "plots.gpkg", "GPKG")


def test_what_gdal_writes_is_sound_and_lists_its_layers(plots, tmp_path):
    making.write(plots, "GPKG", layer="more")
    check_database(plots)
    assert feature_tables(plots) == ["plots", "more"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["plots.gpkg"]


def test_what_the_program_itself_exports_is_sound(tmp_path):
    (tmp_path / "map.gpkg").write_bytes(make(made_report()))
    check_database(tmp_path / "map.gpkg")
    assert "sites" in feature_tables(tmp_path / "map.gpkg")


def test_what_keeps_its_reader_busy_is_stopped(plots):
    held = sqlite3.connect(plots)
    held.executescript(
        "PRAGMA writable_schema=ON;ALTER TABLE gpkg_contents RENAME TO kept;"
        f"CREATE VIEW n AS {VIEW_WITHOUT_END};"
        "CREATE TABLE gpkg_contents (table_name TEXT);"
    )
    held.executemany("INSERT INTO gpkg_contents VALUES (?)", [("x" * 50,)] * 20_000)
    held.commit()
    held.close()
    with pytest.raises(IntakeError, match="keeps its reader busy for more than 0 seconds"):
        check_database(plots, Limits(database_seconds=0.0))


def test_the_name_that_the_person_knows_is_told(plots):
    plots.write_bytes(plots.read_bytes()[:9000])
    with pytest.raises(IntakeError, match=r"^mine\.gpkg is a damaged database"):
        check_database(plots, told=Path("mine.gpkg"))
