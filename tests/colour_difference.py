"""How different two colours look: CIEDE2000.

G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference formula: implementation notes,
supplementary test data, and mathematical observations", Color Research and Application 30 (2005)
21-30. `tests/test_colour_difference.py` holds it against their table.
"""

import math

import numpy as np

from siteselect.ui.widgets.seeing import linear

WHITE = np.array([0.95047, 1.0, 1.08883])
TO_XYZ = np.array(
    [
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    ]
)


def lab(colour) -> tuple[float, float, float]:
    """Return CIE L*a*b* of sRGB values in [0, 1], white D65."""
    ratio = TO_XYZ @ linear(np.asarray(colour, float)) / WHITE
    x, y, z = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return float(116 * y - 16), float(500 * (x - y)), float(200 * (y - z))


def difference(one, other) -> float:
    """Return the CIEDE2000 difference of two sRGB colours."""
    return ciede2000(lab(one), lab(other))


def ciede2000(one, other) -> float:
    """Return the CIEDE2000 difference of two colours in L*a*b*."""
    (light1, a1, b1), (light2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    chroma1, chroma2 = math.hypot(a1, b1), math.hypot(a2, b2)
    hue1, hue2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    grey = chroma1 * chroma2 == 0
    turn = 0.0 if grey else (hue2 - hue1 + 180) % 360 - 180
    if not grey and hue2 - hue1 == 180:
        turn = 180.0
    dl, dc = light2 - light1, chroma2 - chroma1
    dh = 2 * math.sqrt(chroma1 * chroma2) * math.sin(math.radians(turn) / 2)
    light, chroma = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    if grey:
        hue = hue1 + hue2
    elif abs(hue1 - hue2) <= 180:
        hue = (hue1 + hue2) / 2
    else:
        hue = (hue1 + hue2 + 360) / 2 if hue1 + hue2 < 360 else (hue1 + hue2 - 360) / 2
    t = (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )
    sl = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    around = 30 * math.exp(-(((hue - 275) / 25) ** 2))
    rc = 2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    rt = -math.sin(math.radians(2 * around)) * rc
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * (dc / sc) * (dh / sh))
