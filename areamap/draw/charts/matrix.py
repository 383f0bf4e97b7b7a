"""A table in which each cell has a colour and its number."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
from pandas import DataFrame

from areamap.draw.charts.colours import MARKED
from areamap.draw.charts.template import GRID, INK, ROW, Figure, axis, figure, texts

LIGHT_TO_DARK: Final = ("#eef6f5", "#9fd0c9", "#3f9a91", "#0f766e", "#0a4a46")
"""From little to much."""


@dataclass(frozen=True, slots=True, eq=False)
class Clicks:
    """
    What clicks on a matrix pick.

    Attributes
    ----------
    picks
        What a click on each cell picks, as a text; as many rows and columns as the matrix.
    row, column
        Code of the row and the column that are picked; they are framed.
    """

    picks: DataFrame
    row: str | None = None
    column: str | None = None


def matrix(
    values: DataFrame,
    row_names: Mapping[str, str],
    column_names: Mapping[str, str],
    said: DataFrame,
    *,
    scale: tuple[str, ...] = LIGHT_TO_DARK,
    most: float | None = None,
    hover: DataFrame | None = None,
    clicks: Clicks | None = None,
) -> Figure:
    """
    Return a cell per row and column; the first row is on top.

    Parameters
    ----------
    values
        A number by code of the row and of the column; missing leaves the cell white.
    row_names, column_names
        What the codes are called.
    said
        What stands in each cell; same shape.
    scale
        Colours from the least to the most, evenly spaced.
    most
        The value of the last colour; else the largest there is. The first is that of 0.
    hover
        What is told under the pointer; else names and number.
    clicks
        What clicks pick; else cells can't be clicked.
    """
    rows, columns = [str(c) for c in values.index], [str(c) for c in values.columns]
    numbers = values.astype("float64")
    largest = numbers.max().max() if most is None and numbers.size else most
    top = float(largest) if largest and not pd.isna(largest) else 1.0
    told = (
        hover.to_numpy().tolist()
        if hover is not None
        else [
            [
                f"{row_names[row]} · {column_names[column]}: {words}"
                for column, words in zip(columns, line, strict=True)
            ]
            for row, line in zip(rows, said.to_numpy().tolist(), strict=True)
        ]
    )
    steps = len(scale) - 1
    trace: dict[str, Any] = {
        "type": "heatmap",
        "x": columns,
        "y": rows,
        "z": [[None if pd.isna(v) else v for v in row] for row in numbers.to_numpy().tolist()],
        "zmin": 0,
        "zmax": top,
        "colorscale": [[place / steps, colour] for place, colour in enumerate(scale)],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "text": [texts(list(row)) for row in said.to_numpy().tolist()],
        "texttemplate": "%{text}",
        "hovertext": [texts(line) for line in told],
        "hoverinfo": "text",
        "hoverongaps": False,
    }
    traces = [trace]
    more: dict[str, Any] = {}
    shapes: list[dict[str, Any]] = []
    if clicks is not None:
        # A heatmap hears no click: dots that are not seen lie over it, and do.
        trace["hoverinfo"] = "skip"
        traces.append(_dots(rows, columns, told, clicks.picks))
        more = {"hovermode": "closest", "hoverdistance": -1}
        shapes = _frames(rows, columns, clicks.row, clicks.column)
    return figure(
        traces,
        ROW * max(len(rows), 1) + 90,
        shapes=shapes,
        **more,
        xaxis=axis(
            type="category",
            range=[-0.5, len(columns) - 0.5],
            side="top",
            tickmode="array",
            tickvals=columns,
            ticktext=texts([column_names[column] for column in columns]),
            tickfont={"color": INK},
            showgrid=False,
            linecolor=GRID,
        ),
        yaxis=axis(
            type="category",
            # Its own range would leave room for half a dot above and below.
            range=[len(rows) - 0.5, -0.5],
            tickmode="array",
            tickvals=rows,
            ticktext=texts([row_names[row] for row in rows]),
            tickfont={"color": INK},
            showgrid=False,
        ),
    )


def _dots(
    rows: list[str], columns: list[str], told: list[list[str]], picks: DataFrame
) -> dict[str, Any]:
    cells = [(row, column) for row in range(len(rows)) for column in range(len(columns))]
    codes = picks.to_numpy().tolist()
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [columns[column] for _, column in cells],
        "y": [rows[row] for row, _ in cells],
        "customdata": [str(codes[row][column]) for row, column in cells],
        "hovertext": texts([told[row][column] for row, column in cells]),
        "hoverinfo": "text",
        "marker": {"size": ROW - 6, "opacity": 0, "symbol": "square"},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "showlegend": False,
        "cliponaxis": False,
    }


def _frames(
    rows: list[str], columns: list[str], row: str | None, column: str | None
) -> list[dict[str, Any]]:
    look = {"type": "rect", "line": {"color": MARKED, "width": 3}, "fillcolor": "rgba(0,0,0,0)"}
    found = []
    if row in rows:
        at = rows.index(row)
        found.append(look | {"xref": "paper", "x0": 0, "x1": 1, "y0": at - 0.5, "y1": at + 0.5})
    if column in columns:
        at = columns.index(column)
        found.append(look | {"yref": "paper", "y0": 0, "y1": 1, "x0": at - 0.5, "x1": at + 0.5})
    return found
