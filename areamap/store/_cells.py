"""
The cells that rows were read from, between frame and database.

A thousand rows go into one line, column by column and compressed: a file's text shrinks to a tenth,
and the cells of one row are found without reading all the others.
"""

import json
import zlib
from collections.abc import Iterable
from typing import Any, Final

import numpy as np
from pandas import DataFrame, Index, Series

from areamap.store._persons import masked, masked_texts
from areamap.store._rows import pack_texts

PART: Final = 1000
"""Rows of a content whose cells lie in one line."""

_LEVEL: Final = 3


def headings(cells: DataFrame | None) -> list[str] | None:
    """Return the headings of cells; None where none are kept."""
    return None if cells is None else [masked(str(heading)) for heading in cells.columns]


def pack(cells: DataFrame, rows: "Index[Any]") -> list[dict[str, Any]]:
    """
    Return cells as lines of the table `cells`, without their content's id.

    Parameters
    ----------
    cells
        Cells as text, indexed as the rows are; some rows may have none.
    rows
        Index of the rows.

    Raises
    ------
    ValueError
        Cells of a row that is not there, or of one row twice; a mistake of ours.
    """
    positions = rows.get_indexer(cells.index)
    if (positions < 0).any() or not cells.index.is_unique:
        raise ValueError("cells are indexed otherwise than their rows")
    order = np.argsort(positions)
    sorted_positions = positions[order]
    lines = []
    for part in np.unique(sorted_positions // PART).tolist():
        low, high = np.searchsorted(sorted_positions, [part * PART, (part + 1) * PART])
        # Part by part: a million cells as texts of Python take 100 MB.
        some = cells.iloc[order[low:high]]
        held = [masked_texts(pack_texts(some.iloc[:, at])) for at in range(cells.shape[1])]
        body = json.dumps([sorted_positions[low:high].tolist(), held], separators=(",", ":"))
        lines.append({"part": part, "body": zlib.compress(body.encode(), _LEVEL)})
    return lines


def frame(names: list[str] | None, bodies: Iterable[bytes]) -> DataFrame:
    """
    Return lines of the table `cells`, in their order, as the frame that was handed in.

    Returns
    -------
    DataFrame
        str, missing where the file had nothing; indexed by the position of the row.
    """
    if names is None:
        return DataFrame()
    positions: list[int] = []
    columns: list[list[str | None]] = [[] for _ in names]
    for body in bodies:
        found, held = json.loads(zlib.decompress(body))
        positions += found
        for column, more in zip(columns, held, strict=True):
            column.extend(more)
    index = Index(positions, dtype="int64")
    series = {at: Series(column, index=index, dtype="str") for at, column in enumerate(columns)}
    return DataFrame(series, index=index).set_axis(names, axis="columns")
