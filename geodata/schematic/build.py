"""
Compute the layout of the schematic map again.

    python -m geodata.schematic.build

Writes `layout.csv`, `grid.toml` and `displacement.csv` beside this file, in about two minutes.
Needs the dependency group `schematic`. `docs/decisions/0003-schematic-hexagons.md` tells what is
computed and why so.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import geothai
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.schematic._displacement import displacement
from geodata.schematic._distances import Land
from geodata.schematic._grid import Cells, Grid, Patch, fit
from geodata.schematic._islands import ISLANDS, place_islands
from geodata.schematic._outline import WEB_MERCATOR, outline
from geodata.schematic._partition import Partition, balanced_prices, exact, smooth
from geodata.schematic._positions import district_positions
from geodata.schematic._tambons import order_from_the_middle

HERE = Path(__file__).parent

# Costs are squared distances in cell widths; a side of a cell on a border costs as much as this.
NEIGHBOURS_BORDER = 5.0
STRANGERS_PROVINCE_BORDER = 12.5
STRANGERS_DISTRICT_BORDER = 10.0
PROVINCE_BORDER = 2.5
"""On top, where a border of districts is one of provinces."""


def main() -> None:
    """Compute the layout, write it, and say how far it moves people."""
    positions = district_positions()
    tambons = {code: [s.code for s in geothai.subdistricts(code)] for code in positions.index}
    on_island = {code for i in ISLANDS for code in tambons if code.startswith(i.area_codes)}
    districts = [code for code in tambons if code not in on_island]
    with _step("Outline and grid"):
        mainland, shores = outline()
        grid, cells = fit(mainland, sum(len(tambons[code]) for code in districts))
    cells_of = _cut_mainland(grid, cells, positions.loc[districts], tambons)
    own_codes = [[code for code in tambons if code.startswith(i.area_codes)] for i in ISLANDS]
    sizes = [sum(len(tambons[code]) for code in codes) for codes in own_codes]
    for codes, island in zip(own_codes, place_islands(grid, cells, shores, sizes), strict=True):
        cells_of |= _cut_island(grid, island, positions.loc[codes], tambons)
    _write(grid, _layout(grid, cells_of, tambons), positions)


@contextmanager
def _step(name: str) -> Iterator[None]:
    print(f"{name} ...", end=" ", flush=True)
    start = time.perf_counter()
    yield
    print(f"{time.perf_counter() - start:.1f} s", flush=True)


def _seats(positions: pd.DataFrame) -> NDArray[np.float64]:
    return np.column_stack(WEB_MERCATOR.transform(*positions[["lon", "lat"]].to_numpy().T))


def _cut_mainland(
    grid: Grid, cells: Cells, positions: pd.DataFrame, tambons: dict[str, list[str]]
) -> dict[str, Cells]:
    """Return the cells of each district of the mainland: provinces first, then their districts."""
    codes, seats = list(positions.index), _seats(positions)
    sizes = np.array([len(tambons[code]) for code in codes])
    with _step("Distances on land"):
        land = Land.of(grid, cells)
        costs = (land.distances(grid.middles(cells), seats) / (2 * grid.half_width)) ** 2
        friends = land.neighbours(seats)
    with _step("Power diagram of districts"):
        net = costs - balanced_prices(costs, sizes)
    _, province = np.unique([code[:2] for code in codes], return_inverse=True)
    with _step("Provinces"):
        province_of_cell = _cut_provinces(cells, net, sizes, friends, province)
    border = np.where(friends, NEIGHBOURS_BORDER, STRANGERS_DISTRICT_BORDER)
    border += np.where(province[:, np.newaxis] == province, 0.0, PROVINCE_BORDER)
    np.fill_diagonal(border, 0.0)
    district_of_cell = np.empty(len(cells), dtype=np.int64)
    with _step("Districts in their province"):
        for number in range(province.max() + 1):
            mine, own = (
                np.flatnonzero(province_of_cell == number),
                np.flatnonzero(province == number),
            )
            cut = _cut(cells[mine], costs[np.ix_(mine, own)], sizes[own], border[np.ix_(own, own)])
            district_of_cell[mine] = own[cut]
    with _step("Districts among all"):
        start, family = district_of_cell.tolist(), province.tolist()
        parts = Partition(Patch(cells).ring, costs, sizes, start, border, family)
        smooth(parts, rounds=60, warmth=NEIGHBOURS_BORDER, seed=1)
    label = np.array(parts.label)
    return {code: cells[label == number] for number, code in enumerate(codes)}


def _cut_provinces(
    cells: Cells,
    net: NDArray[np.float64],
    sizes: NDArray[np.int64],
    friends: NDArray[np.bool_],
    province: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Return the province of each cell; a cell costs a province what its nearest district pays."""
    numbers = range(province.max() + 1)
    costs = np.column_stack([net[:, province == number].min(axis=1) for number in numbers])
    touch = np.zeros((len(numbers),) * 2, dtype=bool)
    one, other = np.nonzero(friends)
    touch[province[one], province[other]] = True
    border = np.where(touch, NEIGHBOURS_BORDER, STRANGERS_PROVINCE_BORDER)
    np.fill_diagonal(border, 0.0)
    need = np.bincount(province, sizes).astype(np.int64)
    label = province[net.argmin(axis=1)].tolist()
    parts = Partition(Patch(cells).ring, costs, need, label, border)
    exact(parts)
    smooth(parts, rounds=60, warmth=NEIGHBOURS_BORDER, seed=1)
    return np.array(parts.label)


def _cut_island(
    grid: Grid, cells: Cells, positions: pd.DataFrame, tambons: dict[str, list[str]]
) -> dict[str, Cells]:
    """Return the cells of each district of an island."""
    away = grid.middles(cells)[:, np.newaxis] - _seats(positions)
    costs = (away**2).sum(axis=-1) / (2 * grid.half_width) ** 2
    sizes = np.array([len(tambons[code]) for code in positions.index])
    border = NEIGHBOURS_BORDER * (1 - np.eye(len(sizes)))
    label = _cut(cells, costs, sizes, border)
    return {code: cells[label == number] for number, code in enumerate(positions.index)}


def _cut(
    cells: Cells,
    costs: NDArray[np.float64],
    sizes: NDArray[np.int64],
    border: NDArray[np.float64],
) -> NDArray[np.int64]:
    """Return the region of each cell of a patch."""
    label = (costs - balanced_prices(costs, sizes)).argmin(axis=1).tolist()
    parts = Partition(Patch(cells).ring, costs, sizes, label, border)
    exact(parts)
    smooth(parts, rounds=20, warmth=NEIGHBOURS_BORDER, seed=1)
    return np.array(parts.label)


def _layout(grid: Grid, cells_of: dict[str, Cells], tambons: dict[str, list[str]]) -> pd.DataFrame:
    rows = {
        tambon: cell
        for code, cells in cells_of.items()
        for tambon, cell in zip(
            tambons[code], cells[order_from_the_middle(grid, cells)].tolist(), strict=True
        )
    }
    layout = pd.DataFrame.from_dict(rows, orient="index", columns=["column", "row"])
    return layout.rename_axis("code").sort_index()


def _write(grid: Grid, layout: pd.DataFrame, positions: pd.DataFrame) -> None:
    layout.to_csv(HERE / "layout.csv", lineterminator="\n")
    (HERE / "grid.toml").write_text(
        "# The grid of layout.csv (EPSG:3857, metres): middle of column 0, row 0; to a corner.\n"
        f"west = {grid.west!r}\nnorth = {grid.north!r}\nradius = {grid.radius!r}\n",
        encoding="utf-8",
    )
    moved = displacement(layout, grid, positions)
    moved.to_csv(HERE / "displacement.csv", lineterminator="\n")
    print(moved.sort_values("middle_km").to_string())


if __name__ == "__main__":
    main()
