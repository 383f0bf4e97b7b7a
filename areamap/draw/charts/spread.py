"""How the parts of each place spread: a dot for each, and where the middle half lies."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.draw.charts import colours
from areamap.draw.charts.template import INK, PAPER, ROW, Figure, axis, figure, texts

_HIGH: Final = ROW + 6


def spread(
    parts: DataFrame,
    names: Mapping[str, str],
    part_names: Series,
    said: Sequence[str],
    *,
    middle: Series,
    middle_said: Mapping[str, str],
    marked: Collection[str] = (),
    percent: bool = False,
) -> Figure:
    """
    Return a row of dots per place, with a bar from quarter to quarter and a tick in the middle.

    Parameters
    ----------
    parts
        One row per part, indexed by its code: `place` (code), `value`; missing has no dot.
    names
        What each place is called, the first on top.
    part_names
        What each part is called, by its code.
    said
        What is said of each part; in the order of the rows.
    middle
        The median by place.
    middle_said
        What is said of it.
    marked
        Codes of places that are selected: the others step back.
    percent
        The axis goes from 0 to 100.
    """
    places = [str(code) for code in names]
    known = set(marked) & set(places)
    told = [
        f"{part_names[code]} · {names[place]}: {words}"
        for code, place, words in zip(parts.index, parts["place"], said, strict=True)
    ]
    values = parts.groupby("place")["value"]
    quarters = DataFrame({"low": values.quantile(0.25), "high": values.quantile(0.75)})
    dots = {
        "type": "scatter",
        "mode": "markers",
        "x": [None if pd.isna(value) else float(value) for value in parts["value"]],
        "y": parts["place"].tolist(),
        "customdata": parts["place"].tolist(),
        "hovertext": texts(told),
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "size": 11,
            "color": colours.HERE,
            "opacity": [0.2 if known and each not in known else 0.6 for each in parts["place"]],
            "line": {"color": PAPER, "width": 1},
        },
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.6}},
    }
    top = 100.0 if percent else float(parts["value"].max() or 1.0) * 1.05
    return figure(
        [*_boxes(places, quarters), dots, _middles(places, middle, names, middle_said)],
        _HIGH * max(len(places), 1) + 50,
        xaxis=axis(range=[-top * 0.02, top * 1.02], ticksuffix=" %" if percent else "", nticks=6),
        yaxis=axis(
            type="category",
            categoryorder="array",
            categoryarray=places,
            range=[len(places) - 0.5, -0.5],
            tickmode="array",
            tickvals=places,
            ticktext=texts([names[code] for code in places]),
            tickfont={"color": INK},
            showgrid=False,
        ),
    )


def _boxes(places: list[str], quarters: DataFrame) -> list[dict[str, Any]]:
    low, high = quarters["low"].to_dict(), quarters["high"].to_dict()
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [float(low[place]), float(high[place])],
            "y": [place, place],
            "line": {"color": "#cfe3e0", "width": 16},
            "hoverinfo": "skip",
        }
        for place in places
        if place in low
    ]


def _middles(
    places: list[str], middle: Series, names: Mapping[str, str], said: Mapping[str, str]
) -> dict[str, Any]:
    found = [None if pd.isna(value) else float(value) for value in middle.reindex(places).tolist()]
    told = [f"{names[place]}: {said[place]}" for place in places]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": found,
        "y": places,
        "customdata": places,
        "marker": {"symbol": "line-ns", "size": 20, "line": {"color": INK, "width": 3}},
        "hovertext": texts(told),
        "hoverinfo": "text",
        "cliponaxis": False,
    }
