"""Pictures that the program takes of itself, brought to few colours: they travel in every package.

Usage: python docs/pictures.py      (writes docs/window.png anew, which the README shows)
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

ROOT = Path(__file__).resolve().parent.parent
TAKEN = ROOT / "build/screens"
WINDOW = "en/light/compare-1280x800.png"
_COLOURS = 256


def take() -> Path:
    """Let the program take its own pictures, and return their folder."""
    views = ("compare", "money", "find", "scenes", "present", "export", "welcome")
    _take("en", ("light",), views)
    _take("en", ("dark", "contrast"), ("compare",))
    for language in ("ru", "zh_CN"):
        _take(language, ("light",), ("compare", "welcome"))
    return TAKEN


def _take(language: str, looks: tuple[str, ...], views: tuple[str, ...]) -> None:
    words = [sys.executable, "-m", "siteselect", "screenshots", str(TAKEN)]
    words += ["--languages", language, "--looks", *looks, "--views", *views]
    subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=_nobody())


def _nobody() -> dict[str, str]:
    """Return an environment in which no folder of the person who takes pictures is shown."""
    own = str(ROOT / "build/home")
    places = dict.fromkeys(
        ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), own
    )
    return {**os.environ, **places, "HOME": "/home/you"}


def shrunk(path: Path) -> "Image":
    """Return the picture in 256 colours of its own: a quarter of the size, and nobody sees it."""
    from PIL import Image

    image = Image.open(path).convert("RGB")
    return image.quantize(
        _COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=3, dither=Image.Dither.NONE
    )


def main() -> int:
    """Write the README's picture from the program as it is."""
    shrunk(take() / WINDOW).save(ROOT / "docs/window.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
