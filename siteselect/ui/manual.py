"""The manual that travels with the program: the page for what is on the screen, in the browser."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QWidget

from siteselect.language import language, say
from siteselect.resources import resource

START = "start"
PAGES = {
    START: "index.html",
    "compare": "tasks/compare.html",
    "find": "tasks/find.html",
    "money": "tasks/money.html",
    "scenes": "tasks/present.html",
}
"""Each place of the window, and the page that tells of it."""
_STARTS = {"ru": "index.ru.html", "zh_CN": "index.zh.html"}


def page_of(topic: str) -> Path | None:
    """Return the page that tells of a place of the window; None where the manual was not built."""
    name = PAGES.get(topic, PAGES[START])
    if name == PAGES[START]:
        name = _STARTS.get(language(), name)
    path = resource("manual", *name.split("/"))
    return path if path.is_file() else None


def page_named(name: str) -> Path | None:
    """Return the page of that name, `tasks/weigh`; None where the manual was not built."""
    if name == PAGES[START].removesuffix(".html"):
        return page_of(START)
    path = resource("manual", *f"{name}.html".split("/"))
    return path if path.is_file() else None


def open_manual(topic: str, actions: Iterable[QAction], parent: QWidget) -> None:
    """Open the page in the system's browser; what can be told without it, in a dialog instead."""
    path = page_of(topic)
    if path is not None and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return
    from siteselect.ui.dialogs.about import AboutDialog, keys_page

    text = f"{short_page(path)}{keys_page(actions)}"
    AboutDialog(say("The manual"), text, parent).open()


def short_page(path: Path | None) -> str:
    """Return what a person needs to begin with, and where the whole manual is."""
    if path is None:
        where = say(
            "The manual is not part of this copy. In a source checkout, `make docs` makes it."
        )
    else:
        where = say("No browser could be opened. The manual lies at {path}.", path=path)
    steps = (
        say("Pull a slider: map, list and charts follow. The band shows how far the order holds."),
        say("Click a place: the card tells why it stands where it stands."),
        say("Choose the day under the map: law, tariffs and rates are those of that day."),
        say("Add your own places from a table, and hand over the list with Export."),
    )
    listed = "".join(f"<li>{escape(step)}</li>" for step in steps)
    return f"<p>{escape(where)}</p><ol>{listed}</ol>"
