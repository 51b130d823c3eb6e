"""The theme put on: font, palette and style sheet of the whole program."""

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from siteselect.resources import resource
from siteselect.ui.theme import SIZES, THEMES, Theme

FAMILY, HAN = "Siteselect Sans", "Noto Sans CJK SC"
"""For every alphabet of the program, and for Chinese."""
FACES = (
    "SiteselectSans-Regular.otf",
    "SiteselectSans-Medium.otf",
    "SiteselectSans-SemiBold.otf",
    "SiteselectSans-Bold.otf",
)
HAN_FACE = "NotoSansCJKsc-Subset.otf"


def load_fonts() -> None:
    """Make the shipped faces known to Qt, and the first of them the program's font.

    Figures of one width are the plain figures of our faces: no rule of the font is needed for them,
    and what is copied out of a printed page holds its figures.
    """
    for file in (*FACES, HAN_FACE):
        QFontDatabase.addApplicationFont(str(resource("fonts", file)))
    QFont.insertSubstitution(FAMILY, HAN)
    font = QFont(FAMILY)
    font.setPixelSize(SIZES["text"])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    QApplication.setFont(font)


def chosen_theme(name: str) -> Theme:
    """Return the theme called `name`; for any other name the one that the system asks for."""
    if name in THEMES:
        return THEMES[name]
    hints = QApplication.styleHints()
    access = hints.accessibility() if hasattr(hints, "accessibility") else None  # Qt 6.10 knows
    if access is not None and access.contrastPreference() == Qt.ContrastPreference.HighContrast:
        return THEMES["contrast"]
    dark = hints.colorScheme().name == "Dark"
    return THEMES["dark" if dark else "light"]


def put_on(theme: Theme) -> None:
    """Dress the program: Fusion, our palette, our style sheet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """Return the colours for whatever the style sheet does not name."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.panel),
        (role.AlternateBase, theme.chip),
        (role.Text, theme.text),
        (role.Button, theme.chip),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.on_accent),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.ToolTipBase, theme.panel),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Mid, theme.line),
        (role.Midlight, theme.line),
        (role.Light, theme.panel),
        (role.Dark, theme.line),
        (role.Shadow, theme.line),
    ):
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.muted))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet with the tokens of `theme` filled in."""
    text = resource("style", "window.qss").read_text(encoding="utf-8")
    tone = "dark" if theme.dark else "light"
    tokens = {
        name: getattr(theme, name)
        for name in ("window", "panel", "line", "text", "muted", "accent", "on_accent")
    }
    tokens |= {"warn": theme.warn, "amber": theme.amber, "chip": theme.chip}
    tokens |= {"hover": _between(theme.chip, theme.text, 0.08)}
    tokens |= {"handle": _between(theme.panel, theme.text, 0.28)}
    tokens |= {"icons": resource("icons").as_posix(), "tone": tone}
    return Template(text).substitute(tokens)


def _between(one: str, other: str, part: float) -> str:
    """Return the colour `part` of the way from one to the other."""
    first, last = QColor(one), QColor(other)
    return QColor(
        round(first.red() + (last.red() - first.red()) * part),
        round(first.green() + (last.green() - first.green()) * part),
        round(first.blue() + (last.blue() - first.blue()) * part),
    ).name()
