"""An extract of OpenStreetMap of the size of a country: time, memory of the reader, disk."""

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.osm_extract import write_country
from benchmarks.timing import table
from siteselect.intake.osm import read_osm
from siteselect.intake.own_layer import flatgeobuf

NODES = 5_000_000


def main() -> None:
    """Print what it costs to take in a country; the file is made, with the tags of a real one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "country.osm.pbf"
        ways = write_country(path, NODES)
        most = _Most()
        started = time.perf_counter()
        taken = read_osm(path, most.look)
        seconds = time.perf_counter() - started
        rows = [("what", "figure")]
        rows += [("nodes", f"{NODES:,}"), ("ways", f"{ways:,}")]
        rows += [("file", f"{path.stat().st_size / 2**20:.0f} MB")]
        rows += [("read", f"{seconds:.1f} s"), ("most memory of the reader", most.told)]
        for layer in taken.layers:
            size = len(flatgeobuf(layer)) / 2**20
            rows.append((layer.title, f"{len(layer):,} features, {size:.1f} MB"))
        table("An extract of OpenStreetMap", rows)


class _Most:
    """Watches the memory of the reading process, where the system tells it."""

    def __init__(self) -> None:
        self.kb = 0

    def look(self, part: float, what: str) -> None:
        """Look at all children of this process; called by the reader while it works."""
        del part, what
        if sys.platform != "linux":
            return
        import multiprocessing

        for child in multiprocessing.active_children():
            try:
                lines = Path(f"/proc/{child.pid}/status").read_text(encoding="ascii").splitlines()
            except OSError:
                continue
            held = [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
            self.kb = max(self.kb, *held, 0)

    @property
    def told(self) -> str:
        """The most that was seen."""
        return f"{self.kb / 2**10:.0f} MB" if self.kb else "not told by this system"


if __name__ == "__main__":
    main()
