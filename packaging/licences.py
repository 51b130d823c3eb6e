"""Which licences the program's parts bear, whether they are allowed, and their texts in one file.

Usage: python packaging/licences.py check | python packaging/licences.py list > LICENCES.txt
"""

import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from runtime import distributions

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = frozenset({
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "HPND", "ISC",
    "LGPL-2.1-or-later", "LGPL-3.0-only", "MIT", "MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0",
    "Unlicense", "Zlib", "bzip2-1.0.6", "libtiff", "IJG",
})  # fmt: skip
"""May travel with the program. LGPL parts stay files of their own, which a user may replace; GPL
and "no commercial use" are not, and nothing is added without a
maintainer's look.
"""
_WORDS = {
    "apache software license": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache": "Apache-2.0",
    "bsd license": "BSD-3-Clause",
    "bsd": "BSD-3-Clause",
    "bsd 3-clause": "BSD-3-Clause",
    "bsd-3-clause license": "BSD-3-Clause",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "dual license": "Apache-2.0 OR BSD-3-Clause",
    "lgpl": "LGPL-3.0-only",
}
"""How older metadata say it."""


def licence_of(each: metadata.Distribution) -> str:
    """Return the licence as an SPDX expression; "" when the metadata tell none."""
    told = each.metadata.get("License-Expression")
    if told:
        return str(told)
    classifiers = each.metadata.get_all("Classifier") or []
    words = [line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License ::")]
    told = str(each.metadata.get("License") or "").strip()
    first = told.splitlines()[0] if told else ""
    for word in (*words, first):
        if word in ALLOWED:
            return word
        if word.lower() in _WORDS:
            return _WORDS[word.lower()]
    return first[:80] or " / ".join(words)


def allowed(expression: str) -> bool:
    """Return whether an SPDX expression can be met by licences of the list: one of each OR."""
    tokens = re.findall(r"\(|\)|[^\s()]+", expression)
    found, rest = _either(tokens)
    return found and not rest


def _either(tokens: list[str]) -> tuple[bool, list[str]]:
    good, rest = _both(tokens)
    while rest and rest[0] == "OR":
        other, rest = _both(rest[1:])
        good = good or other
    return good, rest


def _both(tokens: list[str]) -> tuple[bool, list[str]]:
    good, rest = _one(tokens)
    while rest and rest[0] == "AND":
        other, rest = _one(rest[1:])
        good = good and other
    return good, rest


def _one(tokens: list[str]) -> tuple[bool, list[str]]:
    if not tokens:
        return False, []
    if tokens[0] == "(":
        good, rest = _either(tokens[1:])
        return good, rest[1:]
    rest = tokens[1:]
    if rest[:1] == ["WITH"]:  # an exception only adds rights
        rest = rest[2:]
    return tokens[0] in ALLOWED, rest


def texts_of(each: metadata.Distribution) -> list[tuple[str, str]]:
    """Return the licence files that a distribution brings: name and text."""
    found = []
    for file in each.files or []:
        name = str(file)
        if ".dist-info/" not in name or not re.search(r"(?i)licen[cs]e|copying|notice", name):
            continue
        path = Path(str(each.locate_file(file)))
        if path.is_file() and path.suffix not in {".py", ".spdx"}:
            found.append((file.name, path.read_text(encoding="utf-8", errors="replace")))
    return found


def packs() -> list[tuple[str, str, str]]:
    """Return title, licence and attribution of each source of the data that travel along."""
    found = []
    for path in sorted((ROOT / "resources/packs").glob("*/pack.toml")):
        manifest = tomllib.loads(path.read_text(encoding="utf-8"))
        for source in manifest["sources"].values():
            line = (source["title"], source["licence"], source["attribution"])
            if line not in found:
                found.append(line)
    return found


def whole_list() -> str:
    """Return what stands in LICENCES.txt."""
    lines = ["What siteselect is made of, and under which licences", ""]
    parts = distributions()
    lines += [f"{each.metadata['Name']} {each.version}: {licence_of(each)}" for each in parts]
    lines += ["", "Fonts: Inter and the others in resources/fonts: OFL-1.1, texts beside them.",
              "Python itself: PSF-2.0.", "", "Data", ""]  # fmt: skip
    lines += [f"{title}: {licence}. {words}." for title, licence, words in packs()]
    lines += ["", "Libraries inside the parts above (GDAL, GEOS, PROJ, Qt, OpenBLAS and others)",
              "bear the licences that the texts below name. Qt, GEOS and other LGPL libraries are",
              "files of their own in this folder: put your own build in their place if you like.",
              ""]  # fmt: skip
    for each in parts:
        for name, text in texts_of(each):
            title = f"{each.metadata['Name']} {each.version}, {name}"
            lines += ["=" * 78, title, "=" * 78, text.strip(), ""]
    return "\n".join(lines) + "\n"


def check() -> int:
    """Print every part whose licence is not on the list; return 1 when there is one."""
    bad = [
        f"{each.metadata['Name']} {each.version}: {licence_of(each) or 'tells no licence'}"
        for each in distributions()
        if not allowed(licence_of(each))
    ]
    for line in bad:
        print(f"Not on the list of allowed licences: {line}")
    if not bad:
        print(f"{len(distributions())} parts, all under allowed licences.")
    return 1 if bad else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["list"]:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write(whole_list())
        sys.exit(0)
    sys.exit(check())
