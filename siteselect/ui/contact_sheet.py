"""Many pictures on one, small, to be looked at together: a row for each language."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from siteselect.errors import ExportError

WIDE, HIGH, GAP = 560, 350, 10


def write_sheet(path: Path, rows: Sequence[Sequence[Path]]) -> Path:
    """Write the pictures of each row beside each other, and return the path."""
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        raise ExportError(f"There are no pictures for the sheet {path}: ask for some.")
    sheet = QImage(
        GAP + columns * (WIDE + GAP), GAP + len(rows) * (HIGH + GAP), QImage.Format.Format_RGB32
    )
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    for down, row in enumerate(rows):
        for across, each in enumerate(row):
            small = QImage(str(each)).scaled(
                WIDE,
                HIGH,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            corner = QPoint(GAP + across * (WIDE + GAP), GAP + down * (HIGH + GAP))
            painter.drawImage(corner, small)
    painter.end()
    if not sheet.save(str(path)):
        raise ExportError(f"{path} cannot be written: choose another folder.")
    return path
