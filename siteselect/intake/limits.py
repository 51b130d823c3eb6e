"""How large a file from outside may be, in every way in which it can be large."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds beyond which a file is refused with a sentence."""

    file_bytes: int = 2 * 2**30
    text_bytes: int = 256 * 2**20
    """Of forms that are one text: GeoJSON, KML, GPX."""
    table_bytes: int = 32 * 2**20
    features: int = 5_000_000
    vertices: int = 50_000_000
    columns: int = 500
    cell_signs: int = 2**20
    json_depth: int = 64
    xml_depth: int = 64
    zip_entries: int = 1000
    zip_bytes: int = 2**30
    zip_ratio: int = 100
    zip_small: int = 16 * 2**20
    """Below so many bytes unpacked, the ratio of a container is nobody's concern."""
    image_side: int = 20_000
    raster_bytes: int = 512 * 2**20
    """Of the unpacked values of a raster."""
    memory_bytes: int = 4 * 2**30
    seconds: float = 60.0
    database_seconds: float = 8.0
    """For the look into a database before it is read, and for a server to answer at all."""
    server_bytes: int = 512 * 2**20
    """Of the geometry and the cells that a server sends."""


LIMITS = Limits()
