"""Pictures written for tests, with what says where they lie."""

import numpy as np
from PIL import Image

GEOGRAPHIC, PROJECTED = 2048, 3072


def quarters(width=80, height=60):
    """Return a picture whose quarters are red, green, blue and black."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[: height // 2, : width // 2] = (255, 0, 0)
    pixels[: height // 2, width // 2 :] = (0, 255, 0)
    pixels[height // 2 :, : width // 2] = (0, 0, 255)
    return pixels


def geotiff(path, pixels, west, north, dx, dy, key=GEOGRAPHIC, code=4326, **how):
    """Write a GeoTIFF by tifffile; `point` ties the middle of its first pixel."""
    import tifffile

    kind = 2 if how.pop("point", False) else 1
    lost, matrix = how.pop("lost", None), how.pop("matrix", None)
    keys = [1, 1, 0, 2, 1025, 0, 1, kind, key, 0, 1, code]
    tags = [(34735, 3, len(keys), tuple(keys), True)]
    if matrix is not None:
        tags.append((34264, 12, 16, matrix, True))
    else:
        tags.append((33550, 12, 3, (dx, dy, 0.0), True))
        tags.append((33922, 12, 6, (0.0, 0.0, 0.0, west, north, 0.0), True))
    if lost is not None:
        told = str(lost) + "\0"
        tags.append((42113, 2, len(told), told, True))
    tifffile.imwrite(path, pixels, extratags=tags, metadata=None, **how)
    return path


def with_world(path, pixels, numbers, kind="PNG", suffix=".pgw", prj=""):
    """Write a picture and its world file."""
    Image.fromarray(pixels).save(path, kind)
    path.with_suffix(suffix).write_text("\n".join(str(each) for each in numbers))
    if prj:
        path.with_suffix(".prj").write_text(prj)
    return path
