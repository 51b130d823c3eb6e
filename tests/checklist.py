"""Count what users expect and get: `make checklist`; with --run the tests that prove it are run.

Returns 1 when a test that is named does not exist, or a row that is met names none.
"""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "tests" / "checklist.toml"
SIGNS = {"yes": "met", "partly": "partly", "no": "NOT MET"}


def rows() -> list[dict]:
    """Return the rows in their order."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))["row"]


def faults(table: Iterable[dict]) -> list[str]:
    """Return what is wrong with the table itself."""
    found = []
    for row in table:
        tests = row.get("tests", [])
        found += [f"row {row['number']}: there is no {each}" for each in tests if not there(each)]
        if row["met"] == "yes" and not tests:
            found.append(f"row {row['number']}: met, and no test proves it")
        if row["met"] != "yes" and not row.get("lacking"):
            found.append(f"row {row['number']}: not met, and nobody says what is lacking")
    return found


def there(test: str) -> bool:
    """Return whether a test exists, by file and function."""
    file, _, name = test.partition("::")
    return name in _functions(ROOT / file)


@cache
def _functions(path: Path) -> frozenset[str]:
    if not path.is_file():
        return frozenset()
    found = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return frozenset(each.name for each in found if isinstance(each, ast.FunctionDef))


def main(arguments: list[str]) -> int:
    """Print the rows and how many are met; run their tests when asked to."""
    table = rows()
    for row in table:
        sign = SIGNS[row["met"]]
        sys.stdout.write(f"{row['number']:3d}  {row['priority']}  {sign:8s}{row['title']}\n")
        if row.get("lacking"):
            sys.stdout.write(f"{'':19s}{row['lacking']}\n")
    for priority in ("P0", "P1"):
        of = [row for row in table if row["priority"] == priority]
        met = sum(row["met"] == "yes" for row in of)
        sys.stdout.write(f"{priority}: {met} of {len(of)} met\n")
    wrong = faults(table)
    sys.stdout.write("".join(f"{each}\n" for each in wrong))
    met = sum(row["met"] == "yes" for row in table)
    sys.stdout.write(f"{met} of {len(table)} rows met\n")
    if wrong:
        return 1
    if "--run" in arguments:
        tests = sorted({each for row in table for each in row["tests"]})
        return subprocess.run([sys.executable, "-m", "pytest", *tests], check=False).returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
