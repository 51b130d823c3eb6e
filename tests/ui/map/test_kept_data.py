from dataclasses import fields

import numpy as np
import pytest
import shapely

from siteselect.ui.map import kept_data
from siteselect.ui.map.kept_data import dump, load, map_of, outline_of
from siteselect.ui.map.map_cache import MapCache
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.outline import LAYERS, kept_outline
from tests.ui.map.small_pack import SmallPack, make_data


class Named(SmallPack):
    digest = "ab" * 32
    reference = "small@1"


@pytest.fixture
def cache(tmp_path):
    return MapCache(tmp_path)


def test_every_field_is_read_as_it_was():
    before = make_data()
    after = load(dump(before))
    for field in fields(MapData):
        one, other = getattr(before, field.name), getattr(after, field.name)
        if field.name in {"countries", "regions", "realms", "lakes"}:
            assert shapely.equals_exact(one.parts, other.parts, 0).all()
            assert one.rows.tolist() == other.rows.tolist()
        elif field.name == "borders":
            for name in ("strong", "quiet", "provinces", "regions", "disputed"):
                was, now = getattr(one, name), getattr(other, name)
                assert shapely.equals_exact(was.parts, now.parts, 0).all()
                assert was._whole == now._whole
        elif field.name.endswith("_rooms"):
            assert shapely.equals_exact(one.areas, other.areas, 0).all()
            assert np.array_equal(one.bounds, other.bounds, equal_nan=True)
        elif field.name == "region_areas":
            assert shapely.equals_exact(one, other, 0).all()
            assert shapely.is_prepared(other).all()
        elif field.name in {"stations", "places", "airports", "crossings"}:
            assert one.rows == other.rows
            assert one.x.tolist() == other.x.tolist()
            assert one.y.tolist() == other.y.tolist()
        else:
            assert one == other, field.name


def test_the_second_time_nothing_is_sorted(cache, monkeypatch):
    first = map_of(Named(), cache)
    monkeypatch.setattr(kept_data.MapData, "of", lambda _: pytest.fail("made anew"))
    assert map_of(Named(), cache).region_rows == first.region_rows


def test_another_pack_is_another_map(cache, monkeypatch):
    map_of(Named(), cache)
    made = []
    whole = MapData.of
    monkeypatch.setattr(
        kept_data.MapData, "of", lambda pack: made.append(pack.digest) or whole(pack)
    )
    other = Named()
    other.digest = "cd" * 32
    map_of(other, cache)
    assert made == ["cd" * 32]
    assert kept_outline(cache, "small@1").digest == "cd" * 32


@pytest.mark.parametrize("held", [b"", b"\x05\0\0\0\0\0\0\0{}", dump(make_data())[:4000]])
def test_bytes_of_another_form_are_made_anew(cache, held):
    cache.keep(f"data-{kept_data.FORM}-{'ab' * 16}", held)
    assert len(map_of(Named(), cache).region_rows) == len(make_data().region_rows)


def test_the_outline_holds_every_layer():
    outline = outline_of(make_data(), "ab")
    assert set(outline.paths) == set(LAYERS)
    assert outline.paths["realms"].elementCount() > 3
    assert outline.home == make_data().home
