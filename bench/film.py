"""The screen as a viewer sees it: every frame that the browser showed, with its moment."""

import base64
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt
from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Page

Picture = npt.NDArray[np.int16]

_QUALITY: Final = 60
_SHRINK: Final = 2
"""Frames come at half the size: a quarter of the work for the browser, which is busy enough."""
_NOISE: Final = 32
"""Levels by which a pixel may differ and be the same; the frames come as JPEG."""
_SAME: Final = 0.0005
"""Share of pixels that may differ beyond that between two pictures of the same."""
_LIGHT, _GREY = 205, 14
_BLANK: Final = 0.25
"""A map with less than this share of the pixels that it has before and after is blank."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the page, in pixels."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Frame:
    """
    One frame.

    Attributes
    ----------
    at
        When the browser made it, seconds since 1970.
    jpeg
        The page as it was.
    """

    at: float
    jpeg: bytes

    def cut(self, box: Box) -> Picture:
        """Return a part of the frame: rows, columns, red-green-blue."""
        with Image.open(io.BytesIO(self.jpeg)) as picture:
            edges = (box.left, box.top, box.right, box.bottom)
            left, top, right, bottom = (edge // _SHRINK for edge in edges)
            part = picture.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
            return np.asarray(part.convert("RGB"), dtype=np.int16)


@dataclass(frozen=True, slots=True)
class Repaint:
    """
    What happened in a part of the page after a moment.

    Attributes
    ----------
    seconds
        Until the first frame from which on the part looked as it does at the end.
    blank_seconds
        How long it was blank in between; 0 where it never was.
    blank_frames
        In how many frames.
    """

    seconds: float
    blank_seconds: float
    blank_frames: int


@contextmanager
def filmed(page: "Page") -> Iterator[list[Frame]]:
    """
    Film a page while the block runs; the frames come into the list that is given.

    Raises
    ------
    ValueError
        The page has no fixed size.
    """
    session = page.context.new_cdp_session(page)
    frames: list[Frame] = []

    def keep(event: dict[str, Any]) -> None:
        frames.append(Frame(event["metadata"]["timestamp"], base64.b64decode(event["data"])))
        session.send("Page.screencastFrameAck", {"sessionId": event["sessionId"]})

    session.on("Page.screencastFrame", keep)
    window = page.viewport_size
    if window is None:
        raise ValueError("the page has no fixed size")
    size = {
        "maxWidth": window["width"] // _SHRINK,
        "maxHeight": window["height"] // _SHRINK,
    }
    session.send("Page.startScreencast", {"format": "jpeg", "quality": _QUALITY, **size})
    try:
        yield frames
    finally:
        session.send("Page.stopScreencast")
        session.detach()


def first_showing(frames: list[Frame], box: Box, since: float) -> float:
    """Return the seconds from a moment to the frame from which on a part looks as at the end."""
    return _stands(_ordered(frames), box) - since


def repaint(frames: list[Frame], box: Box, since: float) -> Repaint:
    """
    Return when a part changed to what it is at the end, and how long it was blank before.

    Parameters
    ----------
    frames
        From before the moment to long after it, in any order.
    box
        The part.
    since
        The moment, seconds since 1970.

    Raises
    ------
    ValueError
        The part looks at the end as it did before.
    """
    ordered = _ordered(frames)
    before = next((frame for frame in reversed(ordered) if frame.at <= since), ordered[0])
    first, last = before.cut(box), ordered[-1].cut(box)
    if are_same(first, last):
        raise ValueError("nothing was repainted")
    stands = _stands(ordered, box)
    least = _BLANK * min(_drawn(first), _drawn(last))
    between = [frame for frame in ordered if since < frame.at <= stands]
    blank = [_drawn(frame.cut(box)) < least for frame in between]
    lasted = [
        after.at - frame.at
        for frame, after, is_blank in zip(between, between[1:], blank, strict=False)
        if is_blank
    ]
    return Repaint(stands - since, float(sum(lasted)), sum(blank))


def are_same(one: Picture, other: Picture) -> bool:
    """Return whether two pictures show the same."""
    differs = (np.abs(one - other) > _NOISE).any(axis=-1)
    return bool(differs.mean() < _SAME)


def _ordered(frames: list[Frame]) -> list[Frame]:
    return sorted(frames, key=lambda frame: frame.at)


def _stands(ordered: list[Frame], box: Box) -> float:
    last = ordered[-1].cut(box)
    stands = ordered[-1].at
    for frame in reversed(ordered[:-1]):
        if not are_same(frame.cut(box), last):
            break
        stands = frame.at
    return stands


def _drawn(picture: Picture) -> int:
    """Return how many pixels are neither white nor the light grey of an empty map."""
    low, high = picture.min(axis=-1), picture.max(axis=-1)
    return int(((low < _LIGHT) | (high - low > _GREY)).sum())
