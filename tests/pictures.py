"""How far two pictures are from one another, for what was checked by eye once."""

import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

_INK = 250
_BLUR = 1.0
_TILE = 16


def ink(png: bytes) -> np.ndarray:
    """Return a picture in grey, cut to what is drawn in it and softened."""
    grey = Image.open(io.BytesIO(png)).convert("L")
    drawn = np.asarray(grey) < _INK
    rows, columns = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    box = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    soft = grey.crop(box).filter(ImageFilter.GaussianBlur(_BLUR))
    return np.asarray(soft, dtype=np.float64)


def distance(png: bytes, checked: Path) -> float:
    """
    Return how far two pictures differ where they differ most: 0 for the same, 1 for black on white.

    They are compared in tiles as large as a letter. Rasterisers differ in the grey of edges, which
    softening takes away; a mark in another place, a box for a letter or a word that is broken
    elsewhere stays.
    """
    one, other = ink(png), ink(checked.read_bytes())
    high = -(-max(one.shape[0], other.shape[0]) // _TILE) * _TILE
    wide = -(-max(one.shape[1], other.shape[1]) // _TILE) * _TILE
    apart = np.abs(_padded(255 - one, high, wide) - _padded(255 - other, high, wide)) / 255
    tiles = apart.reshape(high // _TILE, _TILE, wide // _TILE, _TILE).mean(axis=(1, 3))
    return float(tiles.max())


def _padded(picture: np.ndarray, high: int, wide: int) -> np.ndarray:
    return np.pad(picture, ((0, high - picture.shape[0]), (0, wide - picture.shape[1])))
