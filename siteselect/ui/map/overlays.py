"""What can be switched on and off, in the order of the layers card."""

from dataclasses import dataclass

from siteselect.language import later


@dataclass(frozen=True, slots=True)
class Overlay:
    """One overlay: its key, its title, the layers of the pack that it shows."""

    key: str
    title: str
    layers: tuple[str, ...] = ()
    visible: bool = True


OVERLAYS = (
    Overlay("sites", later("Candidate sites")),
    Overlay("stations", later("Power stations"), ("power_stations",)),
    Overlay("tariffs", later("Power price"), ("regions",)),
    Overlay("law", later("Legal status"), ("regions",)),
    Overlay("borders", later("Borders"), ("countries",)),
    Overlay("regions", later("Regions"), ("regions",)),
    Overlay("disputed", later("Disputed borders"), ("disputed",)),
    Overlay("crossings", later("Border crossings"), ("border_crossings",)),
    Overlay("lakes", later("Lakes"), ("lakes",)),
    Overlay("places", later("Towns"), ("places",)),
    Overlay("airports", later("Airports"), ("airports",), visible=False),
    Overlay("graticule", later("Graticule"), visible=False),
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
