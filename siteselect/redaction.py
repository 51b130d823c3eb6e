"""Texts that may leave this computer: without paths, names, coordinates, addresses and secrets.

What the journal and the diagnostic report hold passes through `clean`. It would rather hide too
much: a fault is found by its kind and its place in the program, seldom by the words of a person.
"""

import getpass
import platform
import re
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

TEXT, NUMBER, PATH, SECRET, NAME = "‹text›", "‹number›", "‹path›", "‹secret›", "‹name›"
"""What stands in place of what was hidden."""
_SHORTEST = 3
"""Letters of a name that is hidden by itself; shorter ones are words of any sentence."""
_SYSTEM = ("/usr", "/lib", "/etc", "/opt", "/proc", "/dev", "/bin", "/System", "/Library",
           "/Applications", "C:\\Windows", "C:\\Program Files")  # fmt: skip
_OURS = re.compile(r"~[/\\](?:[^\s/\\]+[/\\])*siteselect(?:[/\\](?:log|recovery|maps))?")
_HOME = re.compile(r"~[/\\][^\s\"'<>|,;]+")
_UNIX = re.compile(r"(?<![\w.:/>~])/(?:[^\s/\"'<>|:,;]+/)+[^\s\"'<>|,;]*")
_WINDOWS = re.compile(r"(?<!\w)(?:[A-Za-z]:\\|\\\\)[^\s\"'<>|,;]+")
_FILE = re.compile(
    r"(?i)[^\s/\\\"'<>|:,;‹›]+\.(?:siteselect|csv|tsv|xlsx|geojson|gpkg|kml|kmz|shp|gpx|fgb|pdf|"
    r"pptx|html|png|svg|zip|osm|pbf|tiff?)\b(?!\w)"
)
_LOGIN = re.compile(r"(?<=://)[^\s/@]+@")
_ADDRESS = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}")
_SAID = re.compile(
    r"(?i)([\w-]*(?:password|passwd|pwd|secret|token|api[-_ ]?key|credential|authorization|bearer)"
    r"[\w-]*[\"']?\s*[=: ]\s*[\"']?)[^\s\"'&,;]+"
)
_LONG = re.compile(r"\b(?=[A-Za-z_-]*\d)(?=[\d_-]*[A-Za-z])[A-Za-z0-9_-]{20,}\b")
_DEGREES = re.compile(r"-?\b\d{1,3}(?:\.\d{3,}|,\d{4,})\b")
"""Numbers with so many decimals are places; 12,345 is a count."""
_QUOTED = re.compile(r"'[^'\n]*'|\"[^\"\n]*\"|“[^”\n]*”|«[^»\n]*»")


class _Hidden:
    """What the program knows to be private: names of sites, of projects, of scenarios."""

    names: Callable[[], Iterable[str]] = tuple


def hide(names: Callable[[], Iterable[str]]) -> None:
    """Hide these names from now on; they are asked for whenever a text is cleaned."""
    _Hidden.names = names


def clean(text: str) -> str:
    """Return a text that tells no path, name, coordinate, address or secret.

    Examples
    --------
    >>> clean("api_key=abcdef at 51.72345, 75.32211")
    'api_key=‹secret› at ‹number›, ‹number›'
    """
    text = _without_names(text)
    text = _LOGIN.sub(f"{SECRET}@", text)
    text = _SAID.sub(rf"\g<1>{SECRET}", text)
    for root, sign in _roots():
        text = text.replace(root, sign)
    text = _HOME.sub(lambda found: found[0] if _OURS.fullmatch(found[0]) else f"~/{PATH}", text)
    for pattern in (_UNIX, _WINDOWS):
        text = pattern.sub(_kept_or_hidden, text)
    text = _ADDRESS.sub(SECRET, text)
    text = _LONG.sub(SECRET, text)
    text = _FILE.sub(PATH, text)
    return _DEGREES.sub(NUMBER, text)


def clean_trail(fault: BaseException) -> str:
    """Return a fault by its kinds and places; its words only as far as they are ours."""
    lines = []
    chain: list[BaseException] = []
    each: BaseException | None = fault
    while each is not None and each not in chain:
        chain.append(each)
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    for link in reversed(chain):
        lines += [
            f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'
            for frame in traceback.extract_tb(link.__traceback__)
        ]
        lines.append(f"{type(link).__name__}: {_words_of(link)}")
    return clean("\n".join(lines))


def _words_of(fault: BaseException) -> str:
    """Return the words of a fault of the program; those told to a person name their things."""
    if type(fault).__module__.startswith("siteselect."):
        return TEXT
    return _QUOTED.sub(TEXT, str(fault))


def _without_names(text: str) -> str:
    names = {name.strip() for name in (*_Hidden.names(), *_machine())}
    listed = sorted((name for name in names if len(name) >= _SHORTEST), key=len, reverse=True)
    if not listed:
        return text
    any_of = "|".join(re.escape(name) for name in listed)
    return re.sub(rf"(?<!\w)(?:{any_of})(?!\w)", NAME, text)


def _machine() -> tuple[str, ...]:
    """Return the name of the person and of the computer, as the system knows them."""
    try:
        person = getpass.getuser()
    except (OSError, KeyError):  # no such entry: then no text can hold it
        person = ""
    return (person if person != "root" else "", platform.node())


def _roots() -> list[tuple[str, str]]:
    """Return folders that are told by a sign, the longest first."""
    package = Path(__file__).resolve().parent.parent
    found = {
        str(package): "<program>",
        sys.prefix: "<python>",
        sys.base_prefix: "<python>",
        tempfile.gettempdir(): "<scratch>",
        str(Path.home()): "~",
    }
    usable = {root: sign for root, sign in found.items() if len(root) > 1}
    return sorted(usable.items(), key=lambda each: len(each[0]), reverse=True)


def _kept_or_hidden(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith(_SYSTEM) else PATH
