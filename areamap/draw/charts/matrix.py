"""A table in which each cell has a colour and its number."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
from pandas import DataFrame

from areamap.draw.charts.template import GRID, INK, ROW, Figure, axis, figure, texts

LIGHT_TO_DARK: Final = ("#eef6f5", "#9fd0c9", "#3f9a91", "#0f766e", "#0a4a46")
"""From little to much."""


def matrix(
    values: DataFrame,
    row_names: Mapping[str, str],
    column_names: Mapping[str, str],
    said: DataFrame,
    *,
    scale: tuple[str, ...] = LIGHT_TO_DARK,
    most: float | None = None,
    hover: DataFrame | None = None,
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
    trace = {
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
    return figure(
        [trace],
        ROW * max(len(rows), 1) + 90,
        xaxis=axis(
            type="category",
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
            autorange="reversed",
            tickmode="array",
            tickvals=rows,
            ticktext=texts([row_names[row] for row in rows]),
            tickfont={"color": INK},
            showgrid=False,
        ),
    )
