"""QGIS beside us: the same shapes in files of its own, drawn by the Python that has it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely

from siteselect.ui.map.extent import Extent
from siteselect.ui.map.map_data import MapData

PYTHONS = (sys.executable, "/usr/bin/python3", "/usr/local/bin/python3")
"""Where QGIS may be found: systems install it for their own Python."""
AREAS = ("countries", "regions", "lakes")
LINES = ("strong", "quiet", "provinces", "inner", "disputed")
POINTS = ("stations", "airports", "crossings")
EVERYTHING = (*POINTS, *LINES, *AREAS[::-1])
"""From the front to the back, as QGIS wants them."""


class QgisPeer:
    """Another process that draws frames when asked to."""

    def __init__(self, python: str, data: MapData, folder: Path) -> None:
        self.vertices = write_layers(data, folder)
        script = Path(__file__).with_name("qgis_frames.py")
        self._process = subprocess.Popen(
            [python, str(script), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_bare(),
            text=True,
        )
        told = self._answer()
        self.version = str(told["version"])
        if told["vertices"] != self.vertices:
            raise ValueError(f"QGIS reads {told['vertices']}, we drew {self.vertices}")

    def frame(self, extent: Extent, layers: tuple[str, ...], keep: str = "") -> float:
        """Return the seconds of its drawing thread for one antialiased frame."""
        left, top, right, foot = extent.window
        wish = {
            "layers": layers,
            "extent": (left, -foot, right, -top),
            "size": (extent.width, extent.height),
            "keep": keep,
        }
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._process.stdin.flush()
        return float(self._answer()["ms"]) / 1000

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)

    def _answer(self) -> dict:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise ChildProcessError("QGIS ended before it answered")
        return json.loads(line)


def python_with_qgis() -> str | None:
    """Return a Python that can import QGIS; None where there is none."""
    for python in PYTHONS:
        if not Path(python).is_file():
            continue
        tried = subprocess.run(
            [python, "-c", "import qgis.core"], env=_bare(), capture_output=True, check=False
        )
        if tried.returncode == 0:
            return python
    return None


def write_layers(data: MapData, folder: Path) -> dict[str, int]:
    """Write what the map draws as GeoPackages in Web Mercator; return vertices by layer."""
    borders = data.borders
    shapes = {
        "countries": data.countries.parts,
        "regions": data.regions.parts,
        "lakes": data.lakes.parts,
        "strong": borders.strong.parts,
        "quiet": borders.quiet.parts,
        "provinces": borders.provinces.parts,
        "inner": borders.regions.parts,
        "disputed": borders.disputed.parts,
        "stations": shapely.points(data.stations.x, data.stations.y),
        "airports": shapely.points(data.airports.x, data.airports.y),
        "crossings": shapely.points(data.crossings.x, data.crossings.y),
    }
    for name, held in shapes.items():
        upright = shapely.transform(np.asarray(held), lambda points: points * (1.0, -1.0))
        gpd.GeoDataFrame(geometry=upright, crs=3857).to_file(folder / f"{name}.gpkg")
    return {name: int(shapely.get_num_coordinates(held).sum()) for name, held in shapes.items()}


def _bare() -> dict[str, str]:
    """Return an environment in which another Python finds its own modules."""
    held = {key: each for key, each in os.environ.items() if not key.startswith(("PYTHON", "VIRT"))}
    return {**held, "QT_QPA_PLATFORM": "offscreen"}
