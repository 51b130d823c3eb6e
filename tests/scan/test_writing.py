import json
from pathlib import Path

import pytest

from siteselect.errors import ExportError
from siteselect.scan.scan import stretches
from siteselect.scan.shortlist import as_sites, suggest
from siteselect.scan.stamp import stamp_of
from siteselect.scan.surface import arrange, score
from siteselect.scan.values import Valued
from siteselect.scan.writing import check_name, write_sites, write_surface
from tests.scan.made import DAY, made_study, scanned, toy


def write(path):
    held, study = scanned(), made_study()
    stamp = stamp_of(study, toy(), held.region)
    write_surface(path, held, stretches(held, study.scenario), stamp)


@pytest.mark.parametrize("name", ["a.tif", "a.TIFF", "a.parquet", "a.zarr"])
def test_the_form_is_read_off_the_name_and_written_over(tmp_path, name):
    for _ in range(2):
        write(tmp_path / name)
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_another_ending_is_refused():
    with pytest.raises(ExportError, match=r"\.tif, \.tiff, \.parquet, \.zarr"):
        check_name(Path("surface.png"))


@pytest.mark.parametrize("name", ["a.tif", "a.parquet", "a.zarr"])
def test_a_disk_that_fails_leaves_what_was_there(tmp_path, name):
    write(tmp_path / name)
    before = sorted(tmp_path.rglob("*"))

    def broken(flow):
        for each in flow:
            yield each
            raise OSError(28, "No space left on device")

    held, study = scanned(), made_study()
    with pytest.raises(ExportError, match=r"No space left on device\. What was there"):
        write_surface(tmp_path / name, held, broken(stretches(held, study.scenario)),
                      stamp_of(study, toy(), held.region))  # fmt: skip
    assert sorted(tmp_path.rglob("*")) == before


def test_suggested_places_are_points_that_say_where_they_come_from(tmp_path):
    held, study = scanned(), made_study()
    surface = score(
        arrange(held.region, Valued(held.measured.columns), study.scenario), study.scenario
    )
    found = suggest(held.region, surface.arrangement.cells[: surface.arrangement.open],
                    surface.open_scores, 3, 40.0, toy())  # fmt: skip
    sites = as_sites(found, (), DAY, 20.0)
    write_sites(tmp_path / "s.geojson", sites, found, stamp_of(study, toy(), held.region))
    plain = json.loads((tmp_path / "s.geojson").read_text(encoding="utf-8"))
    assert plain["stamp"]["pack"] == "toy@1"
    first = plain["features"][0]
    assert first["geometry"]["coordinates"] == [sites[0].lon, sites[0].lat]
    assert first["properties"]["source"].startswith("Suggested by scan of 2021-06-15, cell 20 km")


def test_places_that_cannot_be_written_are_told(tmp_path):
    held, study = scanned(), made_study()
    with pytest.raises(ExportError, match="cannot be written"):
        write_sites(tmp_path / "no" / "s.geojson", (), (), stamp_of(study, toy(), held.region))


def test_no_stray_is_left_where_writing_was_never_begun(tmp_path):
    with pytest.raises(ExportError):
        write(tmp_path / "no" / "a.tif")
    assert list(tmp_path.iterdir()) == []
