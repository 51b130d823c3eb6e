"""Frames of QGIS, drawn by the Python that has it: asked for line by line, told in JSON.

Runs by itself, `python3 qgis_frames.py FOLDER`: it knows nothing of siteselect. Each line of input
is a JSON object with `layers`, `extent` and `size`; the answer tells the milliseconds of one frame.
"""

import json
import sys
import time
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage, QPainter


def main(folder: Path) -> None:
    """Answer until the input ends."""
    program = QgsApplication([], False)
    program.initQgis()
    layers = {path.stem: _layer(path) for path in sorted(folder.glob("*.gpkg"))}
    told = {"version": Qgis.QGIS_VERSION, "vertices": {k: _vertices(v) for k, v in layers.items()}}
    _say(told)
    for line in sys.stdin:
        wish = json.loads(line)
        _say({"ms": _frame([layers[name] for name in wish["layers"]], wish)})


def _say(told: dict) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _layer(path: Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    kind = layer.geometryType()
    if kind == QgsWkbTypes.PolygonGeometry:
        made = QgsFillSymbol.createSimple(
            {"color": "#F4F1EA", "outline_color": "#6B6B6B", "outline_width": "0.26"}
        )
    elif kind == QgsWkbTypes.LineGeometry:
        made = QgsLineSymbol.createSimple({"color": "#6B6B6B", "width": "0.3"})
    else:
        made = QgsMarkerSymbol.createSimple({"color": "#B0413E", "size": "2"})
    layer.setRenderer(QgsSingleSymbolRenderer(made))
    return layer


def _vertices(layer: QgsVectorLayer) -> int:
    return sum(each.geometry().constGet().nCoordinates() for each in layer.getFeatures())


def _frame(layers: list, wish: dict) -> float:
    """Draw one frame, antialiased, and return what it took this thread in milliseconds."""
    width, height = wish["size"]
    settings = QgsMapSettings()
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setLayers(layers)
    settings.setOutputSize(QSize(width, height))
    settings.setExtent(QgsRectangle(*wish["extent"]))
    settings.setFlag(QgsMapSettings.Antialiasing, True)
    settings.setFlag(QgsMapSettings.UseRenderingOptimization, True)
    image = QImage(QSize(width, height), QImage.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.Antialiasing)
    start, own = time.perf_counter(), time.thread_time()
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    taken = [1000 * (time.perf_counter() - start), 1000 * (time.thread_time() - own)]
    painter.end()
    if wish.get("keep"):
        image.save(wish["keep"])
    return taken[1]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
