"""All benchmarks in one run: `make bench`, or `python -m benchmarks frame start` for some."""

import sys

from benchmarks import (
    exports,
    frame,
    geodesy,
    intake,
    journeys,
    oracles,
    osm,
    reach,
    robustness,
    scoring,
    start,
    surface,
    survive,
)
from benchmarks import map as map_frames

ALL = {
    "start": start.main,
    "frame": frame.main,
    "journeys": journeys.main,
    "map": map_frames.main,
    "scoring": scoring.main,
    "surface": surface.main,
    "robustness": robustness.main,
    "geodesy": geodesy.main,
    "oracles": oracles.main,
    "exports": exports.main,
}
LONG = {
    "reach": reach.main,
    "survive": survive.main,
    "attacks": intake.attacks,
    "malformed": intake.malformed,
    "mutants": intake.mutants,
    "encodings": intake.encodings,
    "defects": intake.defects,
    "osm": osm.main,
}
"""Run only when named: they take minutes."""


def main() -> None:
    """Run the benchmarks named, or all."""
    for name in sys.argv[1:] or ALL:
        (ALL | LONG)[name]()


if __name__ == "__main__":
    main()
