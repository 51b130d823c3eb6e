"""The toy pack, copies of it to spoil, and facts made without a pack."""

import shutil
import zipfile
from pathlib import Path

from siteselect.packs.facts import Facts
from siteselect.packs.manifest import Jurisdiction, Manifest
from siteselect.packs.readers import READERS
from siteselect.packs.table import Fault, read_cells

TOY = Path(__file__).parent / "toy"


def copy_of_toy(folder: Path, name: str = "toy") -> Path:
    """Return a copy of the toy pack that a test may spoil."""
    return Path(shutil.copytree(TOY, folder / name))


def zip_of(folder: Path, target: Path, inner: str = "") -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, f"{inner}{path.relative_to(folder).as_posix()}")
    return target


def edit(path: Path, old: str, new: str) -> None:
    """Replace `old`, which must be there, by `new` in a text file."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def make_facts(parents: dict[str, str] | None = None, **tables: str) -> Facts:
    """Return facts read from CSV texts: make_facts(rules="id,...").

    Columns that a table must have and the text lacks are empty.
    """
    parents = parents or {}
    codes = {*parents, *parents.values()} - {""}
    manifest = Manifest(
        "made",
        "1",
        "Made",
        (0, 0, 1, 1),
        jurisdictions={code: Jurisdiction(code, code, parents.get(code, "")) for code in codes},
    )
    faults: list[Fault] = []
    rows = {}
    for name, text in tables.items():
        columns, reader = READERS[name]
        lines = [line.strip() for line in text.strip().splitlines()]
        header = lines[0].split(",")
        missing = [column for column in columns if column not in header]
        defaults = {"source": "a source", "confidence": "high", "text": "words"}
        filled = [",".join(defaults.get(column, "") for column in missing)] if missing else []
        whole = [",".join([lines[0], *missing])]
        whole += [",".join([line, *filled]) for line in lines[1:]]
        cells = read_cells("\n".join(whole).encode(), f"{name}.csv", columns, faults)
        rows[name] = [reader(row) for row in cells]
    assert faults == [], [str(fault) for fault in faults]
    return Facts(
        manifest,
        tariffs=rows.get("tariffs", ()),
        rules=rows.get("rules", ()),
        fees=rows.get("mining_fee", ()),
        rates=rows.get("rates", ()),
        indicators=rows.get("indicators", ()),
    )
