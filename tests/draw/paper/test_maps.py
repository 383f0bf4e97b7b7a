"""Maps on paper."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely
from pandas import Index, Series
from PIL import Image

from areamap.draw import looks
from areamap.draw.area_layer import Look
from areamap.draw.paper import maps
from areamap.draw.paper.ground import on_plane
from areamap.draw.paper.insets import inset, zoom
from areamap.draw.paper.maps import AreaMap
from areamap.draw.paper.sheet import Paper
from areamap.measures.states import State
from areamap.places.levels import Level

PAPER = Paper(5, 3.4, dpi=70)
TEAL = looks.STATES[State.REGISTERED].named("มีสภา", "12")
ORANGE = looks.STATES[State.NONE].named("ยังไม่มีสภา", "4")


def grid(small: int = 0) -> Series:
    """Return 16 tambons in two districts, and small ones in the corner of one of them."""
    step = 0.1
    found = {
        f"19{1 + row // 2:02}{row % 2 * 4 + column + 1:02}": shapely.box(
            100 + column * step, 14 + row * step, 100 + (column + 1) * step, 14 + (row + 1) * step
        )
        for row in range(4)
        for column in range(4)
    }
    for at in range(small):
        west = 100 + at * 0.006
        found[f"1903{at + 1:02}"] = shapely.box(west, 13.99, west + 0.006, 14)
    found["300101"] = shapely.box(100.4, 14, 100.6, 14.4)
    return Series(found, dtype="object").rename_axis("area_code")


def a_map(outlines: Series | None = None) -> AreaMap:
    shapes = grid() if outlines is None else outlines
    inside = shapes.index[shapes.index.str.startswith("19")]
    classes = Series(np.arange(len(inside)) % 4 == 0, index=inside).astype("int64")
    return AreaMap(
        shapes, classes, (TEAL, ORANGE), is_true=True, level=Level.DISTRICT,
        named={"1901": "เมืองสระบุรี", "1902": "แก่งคอย"}, legend="สภาองค์กรชุมชนตำบล",
        notes=("นับตามตำบล",), source="ที่มา: ทะเบียน",
    )  # fmt: skip


def pixels(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def share(png: bytes, colour: str) -> float:
    rgb = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)])
    return float((np.abs(pixels(png).astype(int) - rgb).max(axis=2) <= 2).mean())


def test_the_same_map_has_the_same_bytes_in_every_thread() -> None:
    shown = a_map()
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: maps.draw(shown, PAPER), range(8)))
    assert len(set(made)) == 1


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_other_forms_hold_no_moment(form: str) -> None:
    made = [maps.draw(a_map(), PAPER, form) for _ in range(2)]
    assert made[0] == made[1]
    assert b"CreationDate" not in made[0]
    assert b"dc:date" not in made[0]


def test_areas_have_the_colours_of_the_screen() -> None:
    made = maps.draw(a_map(), PAPER)
    teal, orange = share(made, TEAL.fill), share(made, ORANGE.fill)
    assert teal > 2 * orange > 0.02
    assert share(made, looks.AROUND.fill) > 0.002


def test_who_lacks_is_outlined_so_that_a_grey_print_tells() -> None:
    shown = a_map()
    plain = replace(shown, looks=(TEAL, replace(ORANGE, gap=False)))
    assert maps.draw(shown, PAPER) != maps.draw(plain, PAPER)


def test_made_up_figures_are_marked_and_scale_is_only_on_the_true_map() -> None:
    shown = a_map()
    mark = share(maps.draw(replace(shown, sample="ข้อมูลตัวอย่าง"), PAPER), "#9a3412")
    assert mark > share(maps.draw(shown, PAPER), "#9a3412")
    assert maps.draw(replace(shown, is_true=False), PAPER) != maps.draw(shown, PAPER)


def test_what_has_no_polygon_is_told() -> None:
    shown = a_map()
    more = Series([0], index=Index(["190199"], name="area_code"))
    lacking = replace(shown, classes=pd.concat([shown.classes, more]))
    assert maps.draw(lacking, PAPER) != maps.draw(shown, PAPER)


def test_small_areas_beside_one_another_are_drawn_larger() -> None:
    shapes = grid(small=6)
    inside = shapes.index[shapes.index.str.startswith("19")]
    ground = on_plane(shapes, inside, is_true=True)
    wanted = inset(ground, 3.0 / 44_000)
    assert wanted is not None
    assert wanted.small >= 6
    assert zoom(wanted, 1.2, 3.0 / 44_000) is not None
    assert inset(on_plane(grid(), grid().index[:16], is_true=True), 3.0 / 44_000) is None


def test_hostile_names_are_drawn_as_they_are() -> None:
    names = {"1901": "$x_{1}$ <b>", "1902": "\\frac\nก"}
    looks_ = (Look("#0f766e", "$$<script>", count="1"), ORANGE)
    made = maps.draw(replace(a_map(), named=names, looks=looks_, legend="$"), PAPER)
    assert made.startswith(b"\x89PNG")


def test_no_area_no_map() -> None:
    nowhere = replace(a_map(), classes=Series([0], index=Index(["999999"], name="area_code")))
    with pytest.raises(ValueError, match="no area"):
        maps.draw(nowhere, PAPER)
