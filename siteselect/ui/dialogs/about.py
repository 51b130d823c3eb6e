"""About: the program, the sources of the data with their licences, the keys."""

import tomllib
from collections.abc import Iterable
from html import escape

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from siteselect.language import say, say_name
from siteselect.packs.coverage import CapacityCoverage
from siteselect.packs.manifest import Manifest
from siteselect.resources import resource


class AboutDialog(QDialog):
    """Shows one page of text that can be selected and copied."""

    def __init__(self, title: str, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(620, 520)
        heading = QLabel(title)
        heading.setObjectName("title")
        self.page = QTextBrowser()
        self.page.setOpenExternalLinks(True)
        self.page.setAccessibleName(title)
        self.page.setHtml(page)
        close = QPushButton(say("Close"))
        close.setObjectName("primary")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(self.page, 1)
        layout.addLayout(buttons)


def coverage_table(rows: Iterable[CapacityCoverage]) -> str:
    """Return how much of the official capacity the stations of a pack hold, by land and fuel."""
    lines = []
    for each in rows:
        known = each.official_mw > 0  # NaN is not
        share = f"{each.share:.0%}".replace("%", " %") if known else "unknown"
        cells = (
            each.jurisdiction,
            each.fuel or "all",
            f"{each.stations}",
            f"{each.counted_mw:,.0f} MW",
            share,
            each.observed,
            each.source,
        )
        lines.append(
            "<tr>" + "".join(f"<td style='padding-right:16px'>{escape(c)}</td>" for c in cells)
        )
    heads = (
        say("Where"),
        say("Fuel"),
        say("Stations"),
        say("Counted"),
        say("Of official capacity"),
        say("Year"),
        say("Source"),
    )
    head = "".join(f"<th align='left' style='padding-right:16px'>{title}</th>" for title in heads)
    return (
        f"<h3>{say('What the stations cover')}</h3><table><tr>{head}</tr>{''.join(lines)}</table>"
    )


def sources_page(manifest: Manifest) -> str:
    """Return the sources of a pack: licence, attribution, day of retrieval, address."""
    rows = []
    for each in manifest.sources.values():
        parts = [
            each.licence,
            each.attribution,
            say("retrieved {day}", day=each.retrieved) if each.retrieved else "",
        ]
        link = f'<br><a href="{escape(each.url)}">{escape(each.url)}</a>' if each.url else ""
        told = " · ".join(escape(part) for part in parts if part)
        rows.append(f"<p><b>{escape(each.title)}</b><br>{told}{link}</p>")
    notes = [say_name(each) for each in (manifest.borders_note, manifest.regions_note)]
    written = "".join(f"<p>{escape(note)}</p>" for note in notes if note)
    return f"<p>{escape(manifest.title)}, {escape(manifest.reference)}</p>{written}{''.join(rows)}"


def fonts_page() -> str:
    """Return the faces that travel with the program: what each was made from, its licence."""
    listed = tomllib.loads(resource("fonts", "fonts.toml").read_text(encoding="utf-8"))["font"]
    lines = [f"{each['family']}: {each['made_from']}, {each['licence']}" for each in listed]
    return f"<p><b>{say('Fonts')}</b><br>{'<br>'.join(escape(line) for line in lines)}</p>"


def keys_page(actions: Iterable[QAction]) -> str:
    """Return every command that has a shortcut."""
    rows = "".join(
        f"<tr><td>{escape(each.text().replace('&', ''))}</td>"
        f"<td style='padding-left:24px'><b>{escape(each.shortcut().toString())}</b></td></tr>"
        for each in actions
        if not each.shortcut().isEmpty()
    )
    hands = say(
        "On the map: arrows move, + and - zoom, Home shows the region. On a slider: arrows, Page "
        "up, Page down, Home, End. On a criterion: F4 opens its value function, F2 renames, "
        "Ctrl+D duplicates, Delete removes. On a value function: Page up and Page down choose a "
        "point, arrows move it, Insert adds one, Delete removes it. On a pair: Space says "
        "equally, Delete takes the judgement back."
    )
    return f"<table>{rows}</table><p>{escape(hands)}</p>"
