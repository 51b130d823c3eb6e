"""The map's frames against matplotlib and QGIS, on the same borders, in alternating rounds."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import shapely
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from benchmarks.qgis_peer import EVERYTHING, QgisPeer, python_with_qgis
from benchmarks.timing import alternate, milliseconds, table
from siteselect.packs.catalogue import open_pack
from siteselect.project.file import sample_study
from siteselect.project.region_day import region_day
from siteselect.ui.app import make_app
from siteselect.ui.map.extent import Extent
from siteselect.ui.map.ground import Scene, paint_ground
from siteselect.ui.map.kept_data import map_of
from siteselect.ui.map.map_cache import MapCache
from siteselect.ui.map.map_data import MapData
from siteselect.ui.map.overlays import SHOWN_AT_FIRST
from siteselect.ui.map.picture import MARGIN, blank, copy_image
from siteselect.ui.map.projection import scene_point
from siteselect.ui.map.regions import tints_of
from siteselect.ui.map.surface_item import cells_on_pixels
from siteselect.ui.theme import LIGHT

WIDTH, HEIGHT = 1920, 1080
CELLS = 1_000_000
VIEWS = {
    "region": (3_600.0, 72.0, 46.0),
    "zoom": (1_000.0, 72.0, 50.0),
    "near": (200.0, 76.0, 51.5),
}


def main() -> None:
    """Print our frames, then both sides of the same polygons."""
    make_app(["siteselect"])
    study = sample_study()
    pack = open_pack(study.pack)
    with tempfile.TemporaryDirectory() as folder:
        data = map_of(pack, MapCache(Path(folder)))
    shown = SHOWN_AT_FIRST | {"airports", "graticule"}
    tints = tints_of(region_day(pack, study.context.as_of))
    rows = [("view", "all layers", "pan, copied", "countries alone", "matplotlib", "ratio")]
    for name, view in VIEWS.items():
        extent = _extent(*view)
        scene = Scene(data, tints, LIGHT, shown, extent)
        image = blank(extent, QImage.Format.Format_RGB32)
        kept = blank(extent.grown(MARGIN), QImage.Format.Format_RGB32)
        kept.fill(QColor("white"))
        works = {
            "all": partial(_paint, image, scene),
            "pan": partial(_copy, image, kept, extent),
            "ours": partial(_countries, image, data, extent),
        }
        peer = _matplotlib(data, extent)
        if peer is not None:
            works["matplotlib"] = peer
        times = alternate(works, rounds=5, clock=time.thread_time)
        theirs = times.get("matplotlib", float("nan"))
        rows.append((name, *(milliseconds(times[each]) for each in ("all", "pan", "ours")),
                     milliseconds(theirs), f"x{theirs / times['ours']:.1f}"))  # fmt: skip
    vertices = data.countries.vertices(1.0)
    table(
        f"Map at {WIDTH}x{HEIGHT}, antialiased, {vertices:,} vertices of countries on both sides; "
        "time of the drawing thread", rows,
    )  # fmt: skip
    _against_qgis(data, {name: Scene(data, tints, LIGHT, shown, _extent(*view))
                         for name, view in VIEWS.items()})  # fmt: skip
    codes = np.random.default_rng(1).integers(1, 255, CELLS, dtype=np.uint8)
    index = np.random.default_rng(2).integers(-1, CELLS, (HEIGHT, WIDTH)).astype(np.intp)
    index.sort(axis=1)  # neighbours on the map are neighbours in memory
    out = np.empty(index.shape, np.uint8)
    work = {"cells": partial(cells_on_pixels, codes, index, out)}
    recolour = alternate(work, clock=time.thread_time)["cells"]
    print(f"  a million cells recoloured on every pixel: {milliseconds(recolour)}")


def _against_qgis(data: MapData, scenes: dict[str, Scene]) -> None:
    """Print our cold frames beside those of QGIS: each on its own thread, in turns."""
    python = python_with_qgis()
    if python is None:
        print("  QGIS is not installed here (package python3-qgis): not compared")
        return
    with tempfile.TemporaryDirectory() as folder:
        peer = QgisPeer(python, data, Path(folder))
        rows = [("view", "all layers", "QGIS", "ratio", "countries", "QGIS", "ratio")]
        for name, scene in scenes.items():
            image = blank(scene.extent, QImage.Format.Format_RGB32)
            taken: dict[str, list[float]] = {"all": [], "qall": [], "some": [], "qsome": []}
            for _ in range(6):
                taken["all"].append(_timed(partial(_paint, image, scene)))
                taken["qall"].append(peer.frame(scene.extent, EVERYTHING))
                taken["some"].append(_timed(partial(_countries, image, data, scene.extent)))
                taken["qsome"].append(peer.frame(scene.extent, ("countries",)))
            found = {key: statistics.median(each[1:]) for key, each in taken.items()}
            rows.append((
                name, milliseconds(found["all"]), milliseconds(found["qall"]),
                f"x{found['qall'] / found['all']:.1f}", milliseconds(found["some"]),
                milliseconds(found["qsome"]), f"x{found['qsome'] / found['some']:.1f}",
            ))  # fmt: skip
        peer.close()
    table(
        f"Map against QGIS {peer.version}: {sum(peer.vertices.values()):,} vertices on both sides; "
        "QGIS reads its files for each frame and draws neither tints, hatches nor rooms", rows,
    )  # fmt: skip


def _timed(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start


def _extent(step: float, lon: float, lat: float) -> Extent:
    x, y = scene_point(lon, lat)
    return Extent(x - step * WIDTH / 2, y - step * HEIGHT / 2, step, WIDTH, HEIGHT)


def _paint(image: QImage, scene: Scene) -> None:
    painter = QPainter(image)
    paint_ground(painter, scene)
    painter.end()


def _copy(image: QImage, kept: QImage, extent: Extent) -> None:
    painter = QPainter(image)
    copy_image(painter, kept, extent.grown(MARGIN), extent)
    painter.end()


def _countries(image: QImage, data: MapData, extent: Extent) -> None:
    """Fill and outline every country that is seen, antialiased: what the peer does too."""
    image.fill(QColor(LIGHT.water))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setWorldTransform(extent.transform)
    pen = QPen(QColor(LIGHT.border), 1.0)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(QColor(LIGHT.land))
    for _, path in data.countries.paths(extent.metres_per_pixel, extent.window):
        painter.drawPath(path)
    painter.end()


def _matplotlib(data: MapData, extent: Extent) -> Callable[[], object] | None:
    """Return what draws the same polygons with matplotlib; None where it is not installed."""
    if find_spec("matplotlib") is None:
        return None
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.collections import PolyCollection
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    rings = [
        shapely.get_coordinates(shapely.get_exterior_ring(part)) for part in data.countries.parts
    ]
    axes.add_collection(PolyCollection(rings, facecolor=LIGHT.land, edgecolor=LIGHT.border))
    left, top, right, foot = extent.window
    axes.set_xlim(left, right)
    axes.set_ylim(foot, top)
    return canvas.draw


if __name__ == "__main__":
    main()
