"""The program's picture in the sizes and forms that systems ask for: PNG, ICO, ICNS."""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QIcon

from siteselect.resources import resource

SIZES = (16, 32, 48, 64, 128, 256)
_ICNS = {32: b"ic11", 64: b"ic12", 128: b"ic07", 256: b"ic08"}


def main(folder: Path) -> int:
    """Write siteselect-<size>.png, siteselect.ico and siteselect.icns below `folder`."""
    app = QGuiApplication(["icons"])
    icon = QIcon(str(resource("icons", "siteselect.svg")))
    pictures = {size: _png(icon, size) for size in SIZES}
    for size, data in pictures.items():
        (folder / f"siteselect-{size}.png").write_bytes(data)
    (folder / "siteselect.ico").write_bytes(_ico(pictures))
    (folder / "siteselect.icns").write_bytes(_icns(pictures))
    app.quit()
    return 0


def _png(icon: QIcon, size: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    icon.pixmap(QSize(size, size)).toImage().save(buffer, "PNG")
    return bytes(buffer.data().data())


def _ico(pictures: dict[int, bytes]) -> bytes:
    head, body, start = b"", b"", 6 + 16 * len(pictures)
    for size, data in pictures.items():
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), start + len(body))
        body += data
    return struct.pack("<HHH", 0, 1, len(pictures)) + head + body


def _icns(pictures: dict[int, bytes]) -> bytes:
    body = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for size, kind in _ICNS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
