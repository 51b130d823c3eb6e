"""Bookmark: a part of the map under a name, to come back to."""

from dataclasses import dataclass, replace

from siteselect.errors import StudyError
from siteselect.language import say
from siteselect.model.scene import Bounds

LONGEST_NAME = 80
"""Signs; a bookmark stands in a menu."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named view of the map."""

    name: str
    bounds: Bounds

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise StudyError(say("A bookmark wants a name: say what is seen there."))
        if len(self.name) > LONGEST_NAME or "\n" in self.name:
            raise StudyError(
                say(
                    "The name “{name}…” is too long for a bookmark: one line of at most {most} "
                    "signs.",
                    name=self.name[:40].splitlines()[0],
                    most=LONGEST_NAME,
                )
            )


Bookmarks = tuple[Bookmark, ...]


def added(bookmarks: Bookmarks, bookmark: Bookmark) -> Bookmarks:
    """Return the bookmarks with one more, or with the one of its name replaced."""
    names = [each.name for each in bookmarks]
    if bookmark.name not in names:
        return (*bookmarks, bookmark)
    return tuple(bookmark if each.name == bookmark.name else each for each in bookmarks)


def removed(bookmarks: Bookmarks, name: str) -> Bookmarks:
    """Return the bookmarks without the one of this name."""
    at = _place(bookmarks, name)
    return (*bookmarks[:at], *bookmarks[at + 1 :])


def renamed(bookmarks: Bookmarks, name: str, title: str) -> Bookmarks:
    """Return the bookmarks with one called otherwise, where it stands."""
    at = _place(bookmarks, name)
    called = replace(bookmarks[at], name=title.strip())
    return (*bookmarks[:at], called, *bookmarks[at + 1 :])


def _place(bookmarks: Bookmarks, name: str) -> int:
    names = [each.name for each in bookmarks]
    if name not in names:
        raise StudyError(
            say(
                "The study has no bookmark called {name}. It has: {names}.",
                name=name,
                names=", ".join(names) or say("none"),
            )
        )
    return names.index(name)
