"""The picture of floors and rooms, drawn from the imports of the program as it is."""

import tomllib
from collections import Counter
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parent.parent
_HIGH, _ROOM, _BETWEEN, _BESIDE, _EDGE, _FOOT = 46, 112, 34, 14, 24, 20


def floors() -> list[list[str]]:
    """Return the floors of the house, the highest first, as the contract names them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    return [[room.strip(" ()") for room in layer.split("|")] for layer in contract["layers"]]


def imports() -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """Return how many imports lead from room to room, and how many modules each room has."""
    graph = grimp.build_graph("siteselect")
    edges: Counter[tuple[str, str]] = Counter()
    sizes: Counter[str] = Counter()
    for module in graph.modules:
        if module.count(".") < 1:
            continue
        here = module.split(".")[1]
        sizes[here] += 1
        for other in graph.find_modules_directly_imported_by(module):
            if other.count(".") >= 1 and other.split(".")[1] != here:
                edges[here, other.split(".")[1]] += 1
    return edges, sizes


def picture() -> str:
    """Return the picture as SVG."""
    edges, sizes = imports()
    rows = floors()
    wide = _EDGE * 2 + max(map(len, rows)) * (_ROOM + _BESIDE) - _BESIDE
    height = _EDGE * 2 + _FOOT + len(rows) * _HIGH + (len(rows) - 1) * _BETWEEN
    place: dict[str, tuple[float, float]] = {}
    for row, rooms in enumerate(rows):
        left = (wide - len(rooms) * (_ROOM + _BESIDE) + _BESIDE) / 2
        for number, room in enumerate(rooms):
            place[room] = (left + number * (_ROOM + _BESIDE) + _ROOM / 2,
                           _EDGE + row * (_HIGH + _BETWEEN) + _HIGH / 2)  # fmt: skip
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {height}"'
    parts = [
        f'{head} font-family="Inter, system-ui, sans-serif" font-size="13">',
        f'<rect width="{wide}" height="{height}" rx="8" fill="#ffffff"/>',
    ]
    ground = {room for rooms in rows[rows.index(["model"]) + 1 :] for room in rooms}
    for (one, two), count in sorted(edges.items()):
        if one in place and two in place and (two not in ground or one in ground):
            parts.append(_line(place[one], place[two], count))
    for room, (x, y) in place.items():
        modules = sizes[room]
        told = f"{modules} modules" if modules > 1 else "1 module"
        parts.append(
            f'<rect x="{x - _ROOM / 2:g}" y="{y - _HIGH / 2:g}" width="{_ROOM}" height="{_HIGH}" '
            'rx="8" fill="#f4f5f7" stroke="#0f766e"/>'
            f'<text x="{x:g}" y="{y - 2:g}" text-anchor="middle" fill="#1b2430" '
            f'font-weight="600">{escape(room)}</text>'
            f'<text x="{x:g}" y="{y + 14:g}" text-anchor="middle" fill="#6b7682" '
            f'font-size="11">{told}</text>'
        )
    parts.append(
        f'<text x="{wide / 2:g}" y="{height - _EDGE / 2:g}" text-anchor="middle" fill="#6b7682" '
        'font-size="11">Every room uses those below the model; these lines are left out.</text>'
    )
    return "\n".join([*parts, "</svg>"]) + "\n"


def _line(one: tuple[float, float], two: tuple[float, float], count: int) -> str:
    """Return one import: thicker for more; one that led upwards would be red."""
    down = two[1] > one[1]
    start, end = one[1] + _HIGH / 2, two[1] - _HIGH / 2
    colour = "#0f766e" if down else "#b4534b"
    thick = min(1 + count**0.5 / 3, 5)
    middle = (start + end) / 2
    return (
        f'<path d="M{one[0]:g},{start:g} C{one[0]:g},{middle:g} {two[0]:g},{middle:g} '
        f'{two[0]:g},{end:g}" fill="none" stroke="{colour}" stroke-opacity="0.28" '
        f'stroke-width="{thick:.2f}"/>'
    )
