"""Bars that lie, so that Thai names stand in full beside them, each with its number."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pandas import DataFrame, Series

from areamap.draw.charts import colours
from areamap.draw.charts.template import (
    INK,
    PAPER,
    ROW,
    Figure,
    axis,
    figure,
    room,
    signs,
    text,
    texts,
)

_EDGE: Final = 1.03
"""Length of the axis in lengths of the longest bar."""

_NARROW: Final = 42
"""So many letters fit into a line over the width of a phone."""

_LINE: Final = 22
"""Height of a line of a name that stands above its bar."""

_BAR: Final = 20
"""Height of such a bar."""

_SLIM: Final = 40
"""So few pixels are left to bars before names and numbers are cut."""

_FOOT: Final = 6
"""What is left below it."""


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
    above: bool = False,
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
    above
        Whether names stand above their bars and numbers at the right edge: long names would leave
        the bars of a phone no room.
    """
    codes = [str(code) for code in values.index]
    lengths = values.astype("float64").fillna(0.0).tolist()
    hues = [colour if isinstance(colour, str) else colour[code] for code in codes]
    told = hover or [f"{names[c]}: {words}" for c, words in zip(codes, said, strict=True)]
    longest = max([*lengths, reference.value if reference else 0.0, 0.0]) or 1.0
    shortest = min([*lengths, 0.0])
    trace: dict[str, Any] = {
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
    row, yaxis = ROW, _named(codes, names, said)
    if above:
        # A number would be taken for a place in the order, not for the name of a row.
        rows = [f"row {code}" for code in codes]
        lines = {key: _in_lines(names[code]) for key, code in zip(rows, codes, strict=True)}
        trace["y"] = yaxis["categoryarray"] = yaxis["tickvals"] = rows
        row += _LINE * max((len(each) for each in lines.values()), default=1)
        trace |= {"width": _BAR / row, "offset": 0.5 - (_BAR + _FOOT) / row}
        more = _put_above(more, lines, said, row)
        yaxis |= {"showticklabels": False, "autorange": False}
        yaxis["range"] = [max(len(codes), 1) - 0.5, -0.5]
    return figure(
        [trace],
        row * max(len(codes), 1) + (52 if reference else 24),
        bargap=0.32,
        xaxis=axis(visible=False, range=[shortest * _EDGE, longest * _EDGE]),
        yaxis=yaxis,
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
        xaxis=axis(visible=False, range=[0, (longest or 1.0) * _EDGE]),
        yaxis=_named(codes, names),
        # The totals stand behind the bars and the names before them, however narrow it is.
        minreducedwidth=_SLIM,
        margin={"l": 8, "r": room(list(totals)) + 16, "t": 12, "b": 8, "pad": 4},
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


def _in_lines(name: str) -> list[str]:
    """Return a name in lines that fit over the width of a phone, broken between its parts."""
    lines = [""]
    for part in name.split(" · "):
        longer = f"{lines[-1]} · {part}" if lines[-1] else part
        if lines[-1] and signs(longer) > _NARROW:
            lines.append(part)
        else:
            lines[-1] = longer
    return lines


def _put_above(
    more: dict[str, Any], lines: Mapping[str, list[str]], said: Sequence[str], row: int
) -> dict[str, Any]:
    """Return the layout in which each name stands above its bar, and its number behind it."""
    shared: dict[str, Any] = {"xref": "paper", "xanchor": "left", "yref": "y", "showarrow": False}
    foot = _FOOT - row / 2
    found = list(more.get("annotations", []))
    for (code, own), words in zip(lines.items(), said, strict=True):
        name = {"text": "<br>".join(texts(own)), "align": "left", "x": 0}
        # What they are seen against does not cross the letters.
        name |= {"yanchor": "bottom", "yshift": foot + _BAR, "bgcolor": PAPER}
        number = {"text": f"<b>{text(words)}</b>", "x": 1, "xshift": 6}
        number |= {"yanchor": "middle", "yshift": foot + _BAR / 2}
        found += [shared | {"y": code, "font": {"color": INK}} | each for each in (name, number)]
    top = more.get("margin", {}).get("t", 12)
    return more | {
        "annotations": found,
        "margin": {"l": 8, "r": room(list(said)) + 16, "t": top, "b": 8, "pad": 4},
    }


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
