"""Every link of the manual leads somewhere: pages, anchors and pictures of what was built."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_NAMES = {"a": "href", "img": "src", "script": "src", "link": "href", "source": "src"}


class Page(HTMLParser):
    """What one page leads to, and the names that others may lead to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.names: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a tag leads, and what it is called."""
        found = dict(attrs)
        if name := found.get("id") or (tag == "a" and found.get("name")):
            self.names.add(str(name))
        target = found.get(_NAMES.get(tag, ""))
        if target is not None:
            self.targets.append(target)


def broken(site: Path) -> list[str]:
    """Return a sentence for each link within the site that leads nowhere."""
    pages = {path.resolve(): Page(path) for path in sorted(site.rglob("*.html"))}
    faults = []
    for path, page in pages.items():
        for target in dict.fromkeys(page.targets):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            led = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if led.is_dir():
                led /= "index.html"
            where = f"{path.relative_to(site.resolve())} leads to {target}"
            if not led.is_file():
                faults.append(f"{where}: there is no such file.")
            elif parts.fragment and led in pages:
                names = pages[led].names | {"", "__search"}
                if unquote(parts.fragment) not in names:
                    faults.append(f"{where}: the page has no such place.")
    return faults
