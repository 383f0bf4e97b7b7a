"""When a picture stands, and when there was none, told by drawn frames."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from bench import film
from bench.film import Box, Frame

SIZE = (300, 200)
MAP = Box(100, 80, 500, 320)
"""In pixels of the page, which is twice as large as the frames."""


def frame(at: float, colour: str | None, beside: str = "white") -> Frame:
    """Return a frame with a drawn map, or a blank one, and something else beside it."""
    picture = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 40, 30), fill=beside)
    if colour:
        pen.ellipse((80, 60, 200, 150), fill=colour)
    told = io.BytesIO()
    picture.save(told, "JPEG", quality=60)
    return Frame(at, told.getvalue())


def test_stands_from_the_first_frame_that_looks_as_at_the_end() -> None:
    frames = [frame(10.0, None), frame(10.5, "red"), frame(11.0, "teal"), frame(12.0, "teal")]
    assert film.first_showing(frames, MAP, 9.0) == pytest.approx(2.0)


def test_what_moves_beside_the_map_does_not_count() -> None:
    frames = [frame(10.0, None), frame(11.0, "teal"), frame(12.0, "teal", "blue")]
    assert film.first_showing(frames, MAP, 9.0) == pytest.approx(2.0)


def test_frames_may_come_in_any_order() -> None:
    frames = [frame(12.0, "teal"), frame(10.0, None), frame(11.0, "teal")]
    assert film.first_showing(frames, MAP, 10.0) == pytest.approx(1.0)


def test_a_change_without_a_blank_frame() -> None:
    frames = [frame(1.0, "red"), frame(2.2, "red"), frame(2.4, "teal"), frame(3.0, "teal")]
    change = film.repaint(frames, MAP, 2.0)
    assert change.seconds == pytest.approx(0.4)
    assert (change.blank_seconds, change.blank_frames) == (0.0, 0)


def test_blank_frames_count_until_the_next_one() -> None:
    frames = [frame(1.0, "red"), frame(2.2, None), frame(2.9, None), frame(3.4, "teal")]
    change = film.repaint(frames, MAP, 2.0)
    assert change.seconds == pytest.approx(1.4)
    assert change.blank_seconds == pytest.approx(1.2)
    assert change.blank_frames == 2


def test_a_change_that_shows_nothing_new_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        film.repaint([frame(1.0, "red"), frame(3.0, "red")], MAP, 2.0)


def test_noise_is_no_difference_but_a_small_area_is() -> None:
    plain = np.full((100, 200, 3), 128, dtype=np.int16)
    noisy = plain + 20
    spotted = plain.copy()
    spotted[:4, :4] = 0
    assert film.are_same(plain, noisy)
    assert not film.are_same(plain, spotted)
