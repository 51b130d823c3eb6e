"""A file of tiles, opened by what it holds and not by its name."""

from pathlib import Path

from siteselect.backdrops.mbtiles_file import MAGIC as SQLITE
from siteselect.backdrops.mbtiles_file import MbtilesFile
from siteselect.backdrops.pmtiles_file import MAGIC as PMTILES
from siteselect.backdrops.pmtiles_file import PmtilesFile
from siteselect.backdrops.tiles import TileFile
from siteselect.errors import IntakeError
from siteselect.intake.sniff import checked_path
from siteselect.language import say


def open_tiles(path: Path | str) -> TileFile:
    """Return the file of tiles at `path`, open.

    Raises
    ------
    IntakeError
        If it is missing, damaged, or holds no pictures.
    """
    path = checked_path(path)
    try:
        with path.open("rb") as file:
            first = file.read(16)
    except OSError as error:
        raise IntakeError(
            say(
                "{path} cannot be read: {why}. Choose another file.",
                path=path,
                why=(error.strerror or str(error)).rstrip("."),
            )
        ) from None
    if first == SQLITE:
        return MbtilesFile(path)
    if first.startswith(PMTILES):
        return PmtilesFile(path)
    raise IntakeError(
        say("{path} is no file of tiles: choose an MBTiles or a PMTiles file.", path=path)
    )
