"""What can be switched on and off, in the order of the layers card."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Overlay:
    """One overlay: its key, its title, the layers of the pack that it shows."""

    key: str
    title: str
    layers: tuple[str, ...] = ()
    visible: bool = True


OVERLAYS = (
    Overlay("sites", "Candidate sites"),
    Overlay("stations", "Power stations", ("power_stations",)),
    Overlay("tariffs", "Power price", ("regions",)),
    Overlay("law", "Legal status", ("regions",)),
    Overlay("borders", "Borders", ("countries",)),
    Overlay("regions", "Regions", ("regions",)),
    Overlay("disputed", "Disputed borders", ("disputed",)),
    Overlay("crossings", "Border crossings", ("border_crossings",)),
    Overlay("lakes", "Lakes", ("lakes",)),
    Overlay("places", "Towns", ("places",)),
    Overlay("airports", "Airports", ("airports",), visible=False),
    Overlay("graticule", "Graticule", visible=False),
)
KEYS = tuple(overlay.key for overlay in OVERLAYS)
SHOWN_AT_FIRST = frozenset(overlay.key for overlay in OVERLAYS if overlay.visible)


def layers_of(shown: frozenset[str]) -> tuple[str, ...]:
    """Return the layers of the pack that these overlays draw; land is always drawn."""
    layers = ["countries"]
    for overlay in OVERLAYS:
        if overlay.key in shown:
            layers.extend(layer for layer in overlay.layers if layer not in layers)
    return tuple(layers)
