"""Flows from one row of things to the next: where money came from and where it went."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd
from pandas import DataFrame

from areamap.draw.charts.template import INK, SIZE, Figure, figure, texts

_ROW: Final = 40
_LEAST: Final = 380


def sankey(
    flows: DataFrame,
    names: Mapping[str, str],
    node_colours: Mapping[str, str],
    said: Callable[[float], str],
) -> Figure:
    """
    Return flows between things; what flows has the colour of where it comes from.

    Parameters
    ----------
    flows
        One row per flow: `source`, `target` (keys), `value` (more than 0).
    names
        What each key is called.
    node_colours
        By key.
    said
        Says a value, which stands behind the name of each thing and under the pointer.
    """
    keys = list(dict.fromkeys([*flows["source"], *flows["target"]]))
    place = {key: number for number, key in enumerate(keys)}
    going = flows.groupby("source")["value"].sum()
    coming = flows.groupby("target")["value"].sum()
    weight = pd.concat([going, coming], axis=1).max(axis=1)
    rows = max(flows["source"].nunique(), flows["target"].nunique(), 1)
    told = [
        f"{names[source]} → {names[target]}: {said(value)}"
        for source, target, value in zip(
            flows["source"], flows["target"], flows["value"], strict=True
        )
    ]
    trace = {
        "type": "sankey",
        "arrangement": "fixed",
        "valueformat": ",.0f",
        "textfont": {"color": INK, "size": SIZE, "shadow": "none"},
        "node": {
            "label": texts([f"{names[key]} {said(weight[key])}" for key in keys]),
            "customdata": keys,
            "color": [node_colours[key] for key in keys],
            "line": {"width": 0},
            "pad": 16,
            "thickness": 16,
            "hoverinfo": "none",
        },
        "link": {
            "source": [place[key] for key in flows["source"]],
            "target": [place[key] for key in flows["target"]],
            "value": flows["value"].astype("float64").tolist(),
            "color": [_pale(node_colours[key]) for key in flows["source"]],
            "customdata": texts(told),
            "hovertemplate": "%{customdata}<extra></extra>",
        },
    }
    return figure([trace], max(_LEAST, _ROW * rows + 60))


def _pale(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.34)"
