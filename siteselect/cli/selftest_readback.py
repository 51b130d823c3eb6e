"""What an exporter wrote, opened by somebody else's reader: how many sites are in it."""

import csv
import json
import zipfile
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path

from siteselect.cli.selftest_bench import demand

Reader = Callable[[Path], str]


def read_back(path: Path, names: Sequence[str]) -> int:
    """Return how many of `names` stand in the file at `path`; Failed when it is not all of them.

    A form whose text lies deep (slides, a page for print) must begin as its kind begins; any other
    form is read as plain text.
    """
    if path.suffix in BEGINNINGS:
        begins = path.read_bytes().startswith(BEGINNINGS[path.suffix])
        demand(begins, f"{path.name} is no such file")
        return len(names)
    text = READERS.get(path.suffix, _page)(path)
    lacking = [name for name in names if name not in text]
    demand(not lacking, f"{path.name} lacks {', '.join(lacking[:3])} ({len(lacking)} in all)")
    return len(names)


def _table(path: Path) -> str:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return "\n".join(row["name"].lstrip("'") for row in csv.DictReader(file))


def _list(path: Path) -> str:
    return "\n".join(site["name"] for site in json.loads(path.read_text(encoding="utf-8"))["sites"])


def _page(path: Path) -> str:
    return unescape(path.read_text(encoding="utf-8"))


def _layers(path: Path) -> str:
    """Return all text of all layers, as GDAL reads them."""
    import pyogrio

    words: list[str] = []
    for layer, _ in pyogrio.list_layers(path):
        frame = pyogrio.read_dataframe(path, layer=layer)
        words += [str(value) for column in frame for value in frame[column]]
    return "\n".join(words)


def _workbook(path: Path) -> str:
    """Return the sheet Ranking, read by the process that reads workbooks from outside."""
    from siteselect.intake.workbook import read_sheets

    rows = read_sheets(path, ("Ranking",), 100_000, 1000)["Ranking"]
    return "\n".join(cell for _, cells in rows for cell in cells)


def _globe(path: Path) -> str:
    with zipfile.ZipFile(path) as container:
        demand(container.testzip() is None, f"{path.name} is damaged")
        return unescape(container.read("doc.kml").decode())


READERS: dict[str, Reader] = {
    ".csv": _table,
    ".json": _list,
    ".html": _page,
    ".kml": _page,
    ".geojson": _layers,
    ".gpkg": _layers,
    ".xlsx": _workbook,
    ".kmz": _globe,
}
BEGINNINGS = {
    ".pdf": b"%PDF-",
    ".png": b"\x89PNG",
    ".svg": b"<?xml",
    ".tif": b"II",
    ".zip": b"PK",
    ".pptx": b"PK",
    ".qgz": b"PK",
}
