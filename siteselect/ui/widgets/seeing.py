"""Colours as people see them who lack one kind of cone, and as a grey print shows them.

Dichromacy by the matrices of G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
physiologically-based model for simulation of color vision deficiency", IEEE Transactions on
Visualization and Computer Graphics 15 (2009) 1291-1298, severity 1.0, on linear light.
"""

from enum import Enum

import numpy as np
from PySide6.QtGui import QImage

from siteselect.language import later
from siteselect.model.arrays import Floats


class Eyes(Enum):
    """A way of seeing."""

    DEUTERANOPIA = "deuteranopia"
    PROTANOPIA = "protanopia"
    TRITANOPIA = "tritanopia"
    GREY = "grey"


TITLES = {
    Eyes.DEUTERANOPIA: later("Without green cones (deuteranopia)"),
    Eyes.PROTANOPIA: later("Without red cones (protanopia)"),
    Eyes.TRITANOPIA: later("Without blue cones (tritanopia)"),
    Eyes.GREY: later("Printed in grey"),
}
_LUMINANCE = (0.2126, 0.7152, 0.0722)
_MATRICES: dict[Eyes, Floats] = {
    Eyes.DEUTERANOPIA: np.array(
        [
            (0.367322, 0.860646, -0.227968),
            (0.280085, 0.672501, 0.047413),
            (-0.011820, 0.042940, 0.968881),
        ]
    ),
    Eyes.PROTANOPIA: np.array(
        [
            (0.152286, 1.052583, -0.204868),
            (0.114503, 0.786281, 0.099216),
            (-0.003882, -0.048116, 1.051998),
        ]
    ),
    Eyes.TRITANOPIA: np.array(
        [
            (1.255528, -0.076749, -0.178779),
            (-0.078411, 0.930809, 0.147602),
            (0.004733, 0.691367, 0.303900),
        ]
    ),
    Eyes.GREY: np.array([_LUMINANCE] * 3),
}


def linear(colours: Floats) -> Floats:
    """Return the light of sRGB values in [0, 1]."""
    light: Floats = np.where(
        colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4
    )
    return light


def encoded(light: Floats) -> Floats:
    """Return the sRGB values in [0, 1] of light."""
    held = np.clip(light, 0.0, 1.0)
    colours: Floats = np.where(held <= 0.0031308, 12.92 * held, 1.055 * held ** (1 / 2.4) - 0.055)
    return colours


def seen(colours: Floats, eyes: Eyes) -> Floats:
    """Return n x 3 sRGB values in [0, 1] as these eyes see them."""
    return encoded(linear(colours) @ _MATRICES[eyes].T)


def seen_image(image: QImage, eyes: Eyes) -> QImage:
    """Return a picture as these eyes see it."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    view = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1, 4)
    table = linear(np.arange(256) / 255.0)
    light = table[view[:, : plain.width(), 2::-1]]
    levels = np.round(encoded(light @ _MATRICES[eyes].T) * 255).astype(np.uint8)
    made = np.full((plain.height(), plain.width(), 4), 255, np.uint8)
    made[:, :, 2::-1] = levels
    result = QImage(
        made.tobytes(), plain.width(), plain.height(), QImage.Format.Format_RGB32
    ).copy()
    result.setDevicePixelRatio(image.devicePixelRatioF())
    return result
