"""The manual: pages by hand, pages from the program itself, its own pictures; read offline.

Usage: python docs/make.py [--pictures FOLDER]      (FOLDER holds pictures taken before)
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE, TARGET, SITE = ROOT / "docs/pages", ROOT / "build/manual", ROOT / "resources/manual"
SHOWN = {
    "en/light/compare-1280x800.png": "window-light.png",
    "en/dark/compare-1280x800.png": "window-dark.png",
    "en/light/money-1280x800.png": "money-light.png",
    "en/light/scenes-1280x800.png": "scenes-light.png",
    "en/light/find-1280x800.png": "find-light.png",
    "en/light/present-1280x800.png": "present-light.png",
    "en/light/export-1280x800.png": "export-light.png",
    "en/light/welcome-1280x800.png": "welcome-light.png",
    "en/contrast/compare-1280x800.png": "window-contrast.png",
    "ru/light/compare-1280x800.png": "window-ru.png",
    "ru/light/welcome-1280x800.png": "welcome-ru.png",
    "zh_CN/light/compare-1280x800.png": "window-zh.png",
    "zh_CN/light/welcome-1280x800.png": "welcome-zh.png",
}
"""Pictures that the program takes of itself, and how pages call them."""
_OUTSIDE = "https://unpkg.com/iframe-worker/shim"


def main(arguments: list[str]) -> int:
    """Write the manual to resources/manual, where the window and every package find it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path[:0] = [str(ROOT), str(ROOT / "docs")]
    shutil.rmtree(TARGET, ignore_errors=True)
    shutil.copytree(SOURCE, TARGET)
    _write_pages()
    from pictures import take

    _show(Path(arguments[1]) if arguments[:1] == ["--pictures"] else take())
    _place_pictures()
    shutil.rmtree(SITE, ignore_errors=True)
    words = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    words += ["--config-file", str(ROOT / "mkdocs.yml")]
    done = subprocess.run(
        words, cwd=ROOT, check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    )
    if done.returncode:
        return done.returncode
    for needless in ("sitemap.xml", "sitemap.xml.gz", "404.html"):  # what only a server uses
        (SITE / needless).unlink(missing_ok=True)
    for path in SITE.rglob("*.map"):
        path.unlink()
    _bring_home()
    from links import broken

    if faults := broken(SITE):
        print("\n".join(faults))
        return 1
    size = sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file())
    print(
        f"The manual: {len(list(SITE.rglob('*.html')))} pages, {size / 1e6:.1f} MB in {SITE}; "
        "no link leads nowhere"
    )
    return 0


def _bring_home() -> None:
    """Take the one script that the theme would fetch, which lets a page from a file search."""
    shutil.copyfile(ROOT / "docs/vendor/iframe-worker.js", SITE / "assets/iframe-worker.js")
    for path in SITE.rglob("*.html"):
        up = "../" * (len(path.relative_to(SITE).parts) - 1)
        text = path.read_text(encoding="utf-8").replace(_OUTSIDE, f"{up}assets/iframe-worker.js")
        outside = re.findall(r'(?:src|<link[^>]*href)="(https?://[^"]*)"', text)
        if outside:
            raise SystemExit(f"{path.name} would fetch {outside[0]}: bring it home.")
        path.write_text(text, encoding="utf-8")


def _write_pages() -> None:
    from generated import pages, tables

    for name, text in pages().items():
        path = TARGET / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in SOURCE.rglob("*.md"):
        copy = TARGET / path.relative_to(SOURCE)
        text = copy.read_text(encoding="utf-8")
        for word, table in tables().items():
            text = text.replace(word, table)
        copy.write_text(text, encoding="utf-8")
    from architecture import picture

    (TARGET / "pictures").mkdir()
    (TARGET / "pictures/architecture.svg").write_text(picture(), encoding="utf-8")


def _show(folder: Path) -> None:
    """Lay the pictures where pages show them."""
    from pictures import shrunk

    for name, shown in SHOWN.items():
        if (folder / name).exists():
            shrunk(folder / name).save(TARGET / "pictures" / shown, optimize=True)


def _place_pictures() -> None:
    """Let a click show a picture in full; take out one that was not taken, and say so."""
    for path in TARGET.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        for shown, name in re.findall(r"(?m)^(!\[[^]]*\]\(([^)]*pictures/[^)]*\.png)\))$", text):
            if (path.parent / name).exists():
                text = text.replace(shown, f"[{shown}]({name})")
            else:
                print(f"{path.relative_to(TARGET)} goes without {name}.")
                text = text.replace(f"{shown}\n", "")
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
