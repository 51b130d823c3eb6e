"""All benchmarks in one run: `make bench`, or `python -m benchmarks frame start` for some."""

import sys

from benchmarks import exports, frame, geodesy, oracles, robustness, scoring, start

ALL = {
    "start": start.main,
    "frame": frame.main,
    "scoring": scoring.main,
    "robustness": robustness.main,
    "geodesy": geodesy.main,
    "oracles": oracles.main,
    "exports": exports.main,
}


def main() -> None:
    """Run the benchmarks named, or all."""
    for name in sys.argv[1:] or ALL:
        ALL[name]()


if __name__ == "__main__":
    main()
