"""What a window says, in labels and in strokes, and which of its words nobody gave to a catalogue.

In the pseudo-language every text of the program is accented, so a plain English word in sight is
either data (a name, a source, a quoted law) or a text that no reader of another language can read.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import unescape
from itertools import chain

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QPainter, QPainterPath, QStaticText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from siteselect.criteria import MEASURES
from siteselect.mcda.methods import METHODS
from siteselect.ui.widgets import painting

CUT = re.compile(r"[\w-]+…")
"""A word that an ellipsis ends in the middle."""
QTS = ("Press shortcut", "Scroll Left", "Scroll Right")
"""Texts that Qt brings, and says itself where a real language is spoken."""
KEY = re.compile(r"\b\w+_\w+\b")
"""A key of a measure, as a project file writes it."""
PLAIN = re.compile(r"[^\W\d_]+")
ACCENTED = set("aceinouyACEINOUY")
"""Letters that the pseudo-language never leaves as they are."""
ROWS = 60
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
FOREIGN = ("QMenu of PlotWidget", "of QFrame", "of QMenu", "of QGroupBox")
"""Owners of menus that the plotting library brings and the program never opens."""
_SAME = """
English siteselect Siteselect
Ctrl Shift Alt Esc Del Home End Space Enter Page Up Down PgUp PgDown Ins Return Backspace Tab
USD KZT KGS CNY RUB CAD EUR UZS TJS BTC PUE NPV WGI VAT
TOPSIS VIKOR PROMETHEE OWA AHP CRITIC SMAA
CSV XLSX PDF PNG SVG HTML PPTX JSON KML GeoJSON GeoPackage GeoTIFF OpenStreetMap MBTiles PMTiles
PostGIS QGIS Excel PowerPoint Python EPSG WGS UTF TOML SHA Inter Noto Sans CJK
"""
"""The program and its languages; keys as keyboards bear them; money, indices, methods, formats."""
KNOWN = frozenset(_SAME.split())
"""Words that are the same in every language."""


@contextmanager
def overhearing() -> Iterator[set[str]]:
    """Collect every text that is painted within the block."""
    heard: set[str] = set()
    real = (QPainter.drawText, QPainter.drawStaticText, QPainterPath.addText, painting._laid_out)

    def note(arguments: Iterable[object]) -> None:
        for each in arguments:
            text = each.text() if isinstance(each, QStaticText) else each
            if isinstance(text, str) and text:
                heard.add(text)

    def draw(painter, *arguments):
        note(arguments)
        return real[0](painter, *arguments)

    def draw_static(painter, *arguments):
        note(arguments)
        return real[1](painter, *arguments)

    def add(path, *arguments):
        note(arguments)
        return real[2](path, *arguments)

    def lay_out(text, *arguments):
        note((text,))
        return real[3](text, *arguments)

    lay_out.cache_clear = real[3].cache_clear
    QPainter.drawText, QPainter.drawStaticText = draw, draw_static
    QPainterPath.addText, painting._laid_out = add, lay_out
    try:
        yield heard
    finally:
        QPainter.drawText, QPainter.drawStaticText, QPainterPath.addText = real[:3]
        painting._laid_out = real[3]


def texts_of(root: QWidget) -> Iterator[tuple[str, str]]:
    """Yield each text of a widget and what is in it, with the name of its owner."""
    for each in (root, *root.findChildren(QWidget)):
        owner = f"{type(each).__name__} of {type(each.parent()).__name__}"
        if any(foreign in owner for foreign in FOREIGN):
            continue
        for text in (*_own(each), *_held(each)):
            if text and text not in QTS:
                yield re.sub(r"<[^>]+>", " ", unescape(text)), owner


def _own(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    yield from (widget.windowTitle(), widget.whatsThis(), widget.statusTip())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    for action in widget.actions():
        yield from _of_action(action)


def _of_action(action: QAction) -> Iterator[str]:
    yield from (action.text(), action.toolTip(), action.statusTip(), action.whatsThis())


def _held(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if not isinstance(widget, QAbstractItemView) or widget.model() is None:
        return
    model = widget.model()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        for role in ROLES:
            head = model.headerData(column, Qt.Orientation.Horizontal, role)
            told = [
                model.index(row, column).data(role) for row in range(min(model.rowCount(), ROWS))
            ]
            yield from (each for each in (head, *told) if isinstance(each, str))


def words_of(text: str) -> list[str]:
    """Return the words of a text, without keys."""
    return PLAIN.findall(KEY.sub(" ", text))


class Data:
    """The words that a pack and a study bring, which stay as their sources write them."""

    def __init__(self, texts: Iterable[str], names: Iterable[str] = ()) -> None:
        self._runs: set[tuple[str, ...]] = set()
        for text in texts:
            words = words_of(text)
            self._runs.update(zip(words, words[1:], words[2:], strict=False))
            if len(words) == 2:
                self._runs.add(tuple(words))
        both = (form for name in names for form in (name, name.upper()))  # as on a map
        self._runs.update(tuple(words_of(form)) for form in both)
        self._longest = max((len(run) for run in self._runs), default=0)

    def unspoken(self, text: str) -> list[str]:
        """Return the words of a text that are neither data nor told by a catalogue."""
        words = words_of(CUT.sub("", text))
        covered = [word in KNOWN for word in words]
        for size in range(1, self._longest + 1):
            for place in range(len(words) - size + 1):
                if tuple(words[place : place + size]) in self._runs:
                    covered[place : place + size] = [True] * size
        return [
            word
            for word, known in zip(words, covered, strict=True)
            if not known and len(word) > 2 and word.isascii() and ACCENTED & set(word)
        ]


def made_words(study, matrix) -> list[str]:
    """Return the words of a study and a matrix that were made for a test, in English alone."""
    told = {each for column in matrix.columns for each in column.provenance}
    return [
        study.title,
        *(each.name for each in study.scenarios),
        *(criterion.group for each in study.scenarios for criterion in each.criteria),
        *(each.title for each in matrix.infos),
        *(word for each in told for word in (each.note, each.source, each.badge)),
    ]


def fact_cells(pack) -> list[str]:
    """Return the cells of a pack's tables of facts."""
    cells: list[str] = []
    for path in sorted((pack.path / "facts").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            cells += chain.from_iterable(csv.reader(file))
    return cells


def data_of(pack, study, made: Iterable[str] = ()) -> Data:
    """Return the words of a pack and of a study, and of the works that methods are from."""
    manifest = pack.manifest
    texts = [each.reference for each in METHODS.values()]
    texts += [manifest.borders_note or "", manifest.regions_note or ""]
    names = [manifest.reference, *MEASURES, *(site.name for site in study.candidates), *made]
    for source in manifest.sources.values():
        names += [source.title, source.attribution or "", source.licence]
    for files in (manifest.layers, manifest.facts, manifest.grids):
        texts += [each.note or "" for each in files.values()]
        names += [each.title for each in files.values()]
    texts += fact_cells(pack)
    for layer in manifest.layers:
        frame = pack.layer(layer).drop(columns="geometry")
        for column in frame.columns:
            cells = [each for each in frame[column].unique() if isinstance(each, str)]
            texts += cells
            names += cells if column.startswith("name") else []
    texts += [site.note for site in study.candidates] + [site.source for site in study.candidates]
    return Data(texts, names)
