"""Bars that lie, so that Thai names stand in full beside them, each with its number."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pandas import DataFrame, Series

from areamap.draw.charts import colours
from areamap.draw.charts.template import INK, PAPER, ROW, Figure, axis, figure, text, texts

_EDGE: Final = 1.03
"""Length of the axis in lengths of the longest bar."""

_ROOM: Final = 1.22
"""The same where a number stands behind each bar."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A value that bars are seen against, such as the country's, with its name and number."""

    value: float
    label: str


def bars(
    values: Series,
    names: Mapping[str, str],
    said: Sequence[str],
    *,
    colour: str | Mapping[str, str] = colours.HERE,
    marked: Collection[str] = (),
    reference: Reference | None = None,
    hover: Sequence[str] | None = None,
) -> Figure:
    """
    Return one bar per thing, the first on top, with its number between the name and the bar.

    Parameters
    ----------
    values
        A number by code; missing gets no bar, only what is said of it.
    names
        What each code is called.
    said
        The number of each bar.
    colour
        Of all bars, or by code.
    marked
        Codes that are selected: the others step back.
    reference
        What they are seen against.
    hover
        What is told under the pointer; else name and number.
    """
    codes = [str(code) for code in values.index]
    lengths = values.astype("float64").fillna(0.0).tolist()
    hues = [colour if isinstance(colour, str) else colour[code] for code in codes]
    told = hover or [f"{names[c]}: {words}" for c, words in zip(codes, said, strict=True)]
    longest = max([*lengths, reference.value if reference else 0.0, 0.0]) or 1.0
    shortest = min([*lengths, 0.0])
    trace = {
        "type": "bar",
        "orientation": "h",
        "x": lengths,
        "y": codes,
        "customdata": codes,
        "hovertext": texts(told),
        "hoverinfo": "text",
        "marker": {"color": hues, "opacity": _opacity(codes, marked)},
        # Plotly's own fading would come on top of ours.
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    more = _against(reference, longest) if reference else {}
    return figure(
        [trace],
        ROW * max(len(codes), 1) + (52 if reference else 24),
        bargap=0.32,
        xaxis=axis(visible=False, range=[shortest * _EDGE, longest * _EDGE]),
        yaxis=_named(codes, names, said),
        **more,
    )


def stacked(
    parts: DataFrame,
    names: Mapping[str, str],
    part_names: Mapping[str, str],
    part_colours: Mapping[str, str],
    said: DataFrame,
    totals: Sequence[str],
    *,
    marked: Collection[str] = (),
) -> Figure:
    """
    Return one bar per row, made of parts, with the number of each part where it has room.

    Parameters
    ----------
    parts
        A number by code and part; missing adds nothing.
    names
        What each code is called.
    part_names, part_colours
        What each part is called, and its colour.
    said
        What is said of each part; same shape.
    totals
        What stands behind each bar.
    marked
        Codes that are selected: the others step back.
    """
    codes = [str(code) for code in parts.index]
    numbers = parts.astype("float64").fillna(0.0)
    opacity = _opacity(codes, marked)
    traces: list[dict[str, Any]] = []
    for part in numbers.columns:
        words = [str(each) for each in said[part]]
        name = part_names[part]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "name": text(name),
                "x": numbers[part].tolist(),
                "y": codes,
                "customdata": codes,
                "text": texts(words),
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "hovertext": texts(
                    [f"{names[c]} · {name}: {w}" for c, w in zip(codes, words, strict=True)]
                ),
                "hoverinfo": "text",
                "marker": {
                    "color": part_colours[part],
                    "opacity": opacity,
                    "line": {"color": PAPER, "width": 1},
                },
                "selected": {"marker": {"opacity": 1}},
                "unselected": {"marker": {"opacity": 1}},
            }
        )
    whole = numbers.clip(lower=0).sum(axis=1)
    longest = float(whole.max()) if len(whole) else 0.0
    traces.append(_totals(codes, whole.tolist(), totals))
    return figure(
        traces,
        ROW * max(len(codes), 1) + 70,
        barmode="relative",
        bargap=0.3,
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal"},
        uniformtext={"mode": "hide", "minsize": 12},
        xaxis=axis(visible=False, range=[0, (longest or 1.0) * _ROOM]),
        yaxis=_named(codes, names),
    )


def _totals(codes: list[str], lengths: list[float], totals: Sequence[str]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": lengths,
        "y": codes,
        "text": [f"  {each}" for each in texts(totals)],
        "textposition": "middle right",
        "hoverinfo": "skip",
        "showlegend": False,
        "cliponaxis": False,
    }


def _named(codes: list[str], names: Mapping[str, str], said: Sequence[str] = ()) -> dict[str, Any]:
    labels = texts([names[code] for code in codes])
    if said:
        labels = [f"{a}  <b>{b}</b> " for a, b in zip(labels, texts(said), strict=True)]
    return axis(
        type="category",
        categoryorder="array",
        categoryarray=codes,
        autorange="reversed",
        tickmode="array",
        tickvals=codes,
        ticktext=labels,
        tickfont={"color": INK},
        showgrid=False,
    )


def _opacity(codes: list[str], marked: Collection[str]) -> list[float]:
    known = set(marked) & set(codes)
    return [0.35 if known and code not in known else 1.0 for code in codes]


def _against(reference: Reference, longest: float) -> dict[str, Any]:
    line = {
        "type": "line",
        "x0": reference.value,
        "x1": reference.value,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": INK, "width": 1.5, "dash": "dash"},
    }
    label = {
        "x": reference.value,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "xanchor": "right" if reference.value > longest / 2 else "left",
        "text": text(reference.label),
        "showarrow": False,
        "font": {"color": INK},
    }
    return {
        "shapes": [line],
        "annotations": [label],
        "margin": {"l": 8, "r": 8, "t": 34, "b": 8, "pad": 4},
    }
