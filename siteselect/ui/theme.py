"""Colours, type and spacing of the window: one place, light, dark and of high contrast."""

from dataclasses import dataclass

SIZES = {"small": 11, "text": 13, "title": 15, "large": 20, "huge": 28}
"""Type sizes in pixels."""
SPACE = (4, 8, 12, 16)
CORNER = 8

FUELS: dict[str, str] = {
    "coal": "#575B63",
    "gas": "#A55A00",
    "hydro": "#0266A3",
    "solar": "#A68300",
    "wind": "#2C9787",
    "nuclear": "#9073BD",
    "other": "#7E756D",
}
"""On light land. Chosen so that any two differ for every kind of eyes, and all stand out."""
FUELS_ON_DARK: dict[str, str] = {
    "coal": "#73777F",
    "gas": "#D9812A",
    "hydro": "#5298DC",
    "solar": "#E4B71B",
    "wind": "#57BEAC",
    "nuclear": "#856AB2",
    "other": "#9C938A",
}
GROUPS: tuple[str, ...] = (
    "#0F766E",
    "#2F7FC1",
    "#8B6FB8",
    "#CC7722",
    "#7C8794",
    "#B4534B",
    "#A68A00",
)
"""Colours of groups of criteria, in the order in which the groups first appear."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens of one look."""

    name: str
    window: str
    panel: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    warn: str
    amber: str
    """CONDITIONAL."""
    chip: str
    """Ground of quiet buttons, chips and bars."""
    land: str
    neighbours: str
    water: str
    border: str
    """Lines of the three countries."""
    dark: bool


LIGHT = Theme(
    name="light",
    window="#F4F5F7",
    panel="#FFFFFF",
    line="#E1E4E8",
    text="#1B2430",
    muted="#5F6B77",
    accent="#0F766E",
    on_accent="#FFFFFF",
    warn="#A8463E",
    amber="#8A5A00",
    chip="#EEF0F3",
    land="#EEF0EC",
    neighbours="#E4E7E4",
    water="#D5E3EC",
    border="#3C4650",
    dark=False,
)
DARK = Theme(
    name="dark",
    window="#0F151C",
    panel="#161E27",
    line="#27323E",
    text="#E8EDF2",
    muted="#8E9BA8",
    accent="#2DD4BF",
    on_accent="#06231F",
    warn="#E0786F",
    amber="#E0A84B",
    chip="#212C37",
    land="#1C2630",
    neighbours="#151D25",
    water="#0F1B26",
    border="#B9C4CE",
    dark=True,
)
CONTRAST = Theme(
    name="contrast",
    window="#000000",
    panel="#000000",
    line="#8C8C8C",
    text="#FFFFFF",
    muted="#E4E4E4",
    accent="#FFD60A",
    on_accent="#000000",
    warn="#FF9C94",
    amber="#FFB84D",
    chip="#1C1C1C",
    land="#1B1B1B",
    neighbours="#0B0B0B",
    water="#00121F",
    border="#FFFFFF",
    dark=True,
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2.2, from 1 to 21."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
