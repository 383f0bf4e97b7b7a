"""
What eyes make of colours: contrast, distance, and three ways of not seeing them all.

Sources
-------
Contrast: W3C, Web Content Accessibility Guidelines 2.1, relative luminance and contrast ratio.
Distance: Sharma, Wu and Dalal (2005), The CIEDE2000 color-difference formula, Color Research &
Application 30(1); its own table of pairs is checked in `test_colour_vision`.
Colour-blindness: Machado, Oliveira and Fernandes (2009), A physiologically-based model for
simulation of color vision deficiency, IEEE TVCG 15(6); matrices of severity 1.0 on linear sRGB.
"""

from itertools import combinations, pairwise

import numpy as np

EYES = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}

# linear sRGB to CIE XYZ (IEC 61966-2-1) and its white, D65
_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE = _XYZ.sum(axis=1)


def linear(colour: str) -> np.ndarray:
    """Return linear sRGB of a colour written #rrggbb."""
    rgb = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours, 1 to 21."""
    low, high = sorted(
        float(np.dot([0.2126, 0.7152, 0.0722], linear(each))) for each in (one, other)
    )
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, eyes: str = "usual") -> np.ndarray:
    """Return CIELAB of a colour as the eyes see it."""
    seen = np.clip(EYES[eyes] @ linear(colour), 0, 1)
    ratio = (_XYZ @ seen) / _WHITE
    root = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def ciede2000(one: np.ndarray, other: np.ndarray) -> float:
    """Return the CIEDE2000 distance of two CIELAB colours."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - np.sqrt(mean**7 / (mean**7 + 25**7)))
    c1, c2 = np.hypot(a1 * stretch, b1), np.hypot(a2 * stretch, b2)
    h1 = np.degrees(np.arctan2(b1, a1 * stretch)) % 360
    h2 = np.degrees(np.arctan2(b2, a2 * stretch)) % 360
    turn, middle = _hues(h1, h2, colourless=c1 * c2 == 0)
    dl, dc = l2 - l1, c2 - c1
    dh = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    cosines = [
        -0.17 * np.cos(np.radians(middle - 30)),
        0.24 * np.cos(np.radians(2 * middle)),
        0.32 * np.cos(np.radians(3 * middle + 6)),
        -0.20 * np.cos(np.radians(4 * middle - 63)),
    ]
    sl = 1 + 0.015 * (lm - 50) ** 2 / np.sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * (1 + sum(cosines))
    angle = 60 * np.exp(-(((middle - 275) / 25) ** 2))
    rotation = -2 * np.sqrt(cm**7 / (cm**7 + 25**7)) * np.sin(np.radians(angle))
    parts = (dl / sl, dc / sc, dh / sh)
    return float(np.sqrt(sum(part**2 for part in parts) + rotation * parts[1] * parts[2]))


def _hues(h1: float, h2: float, *, colourless: bool) -> tuple[float, float]:
    """Return the turn from one hue to the other, and the hue between."""
    if colourless:
        return 0.0, h1 + h2
    turn = (h2 - h1 + 180) % 360 - 180
    if abs(h2 - h1) <= 180:
        return (h2 - h1), (h1 + h2) / 2
    return turn, ((h1 + h2 + 360) / 2) % 360


def distance(one: str, other: str) -> float:
    """Return how far apart two colours are to the eyes that tell them apart least."""
    return min(ciede2000(lab(one, eyes), lab(other, eyes)) for eyes in EYES)


def closest_neighbours(colours: tuple[str, ...]) -> float:
    """Return the least distance between two colours that follow one another."""
    return min(distance(one, other) for one, other in pairwise(colours))


def closest(colours: tuple[str, ...]) -> float:
    """Return the least distance between any two colours."""
    return min(distance(one, other) for one, other in combinations(colours, 2))
