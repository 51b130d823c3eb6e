"""How files that may lie beneath the map end; what they hold decides."""

from pathlib import Path

TILE_SUFFIXES = frozenset({".mbtiles", ".pmtiles"})
PICTURE_SUFFIXES = frozenset({".tif", ".tiff", ".png", ".jpg", ".jpeg", ".webp"})
"""Of pictures that say themselves where they lie, or have a world file beside them."""
BACKDROP_SUFFIXES = TILE_SUFFIXES | PICTURE_SUFFIXES
_LIES_ITSELF = TILE_SUFFIXES | {".tif", ".tiff"}


def may_lie_beneath(path: Path) -> bool:
    """Return whether a file may lie beneath the map: a picture wants a world file beside it."""
    suffix = path.suffix.lower()
    if suffix in _LIES_ITSELF or suffix not in PICTURE_SUFFIXES:
        return suffix in _LIES_ITSELF
    from siteselect.intake.picture import has_world_file

    return has_world_file(path)
