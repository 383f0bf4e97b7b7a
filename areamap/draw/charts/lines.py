"""Lines over Buddhist years, each with its name and number at its end."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from pandas import DataFrame

from areamap.calendar import format_year
from areamap.draw.charts import colours
from areamap.draw.charts.template import QUIET, Figure, axis, figure, room, text, texts
from areamap.i18n import Lang

_HEIGHT: Final = 360
_DASHES: Final = ("solid", "dash", "dot", "dashdot", "longdash")
_WIDEST: Final = 300
_APART: Final = 0.075
"""Least distance between the names at the ends, in heights of the picture."""


def lines(
    values: DataFrame,
    names: Mapping[str, str],
    said: DataFrame,
    lang: Lang,
    *,
    line_colours: Mapping[str, str] | None = None,
    marked: Collection[str] = (),
    percent: bool = False,
    height: int = _HEIGHT,
) -> Figure:
    """
    Return one line per column over the years of the index.

    Parameters
    ----------
    values
        A number by Buddhist year and code; where it is missing the line has a gap.
    names
        What each code is called.
    said
        What is said of each point; same shape.
    lang
        Language of the years.
    line_colours
        By code; else one colour, told apart by dashes and names.
    marked
        Codes that are selected: the others step back.
    percent
        The axis ends at 100 at the latest; it begins near the least, for it is the way that counts.
    height
        Pixels.
    """
    years = [int(year) for year in values.index]
    hues = line_colours or dict.fromkeys(map(str, values.columns), colours.HERE)
    known = set(marked) & set(values.columns)
    low, top = _range(values, percent=percent)
    traces, ends = [], []
    for place, code in enumerate(values.columns):
        told = [str(each) for each in said[code]]
        points = [None if value != value else float(value) for value in values[code]]  # noqa: PLR0124 - missing is not itself
        back = bool(known) and code not in known
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": years,
                "y": points,
                "customdata": [code] * len(years),
                "line": {"color": hues[code], "width": 3, "dash": _DASHES[place % len(_DASHES)]},
                "marker": {"size": 8},
                "opacity": 0.3 if back else 1,
                "connectgaps": False,
                "cliponaxis": False,
                "hovertext": texts(
                    [
                        f"{names[code]} · {format_year(year, lang)}: {words}"
                        for year, words in zip(years, told, strict=True)
                    ]
                ),
                "hoverinfo": "text",
            }
        )
        end = next((at for at in reversed(range(len(years))) if points[at] is not None), None)
        if end is not None:
            label = f"{names[code]} {told[end]}"
            ends.append((float(points[end] or 0), label, hues[code], back))
    return figure(
        traces,
        height,
        xaxis=axis(
            tickmode="array",
            tickvals=years,
            ticktext=[str(year) if lang == "th" else format_year(year, lang) for year in years],
            range=[min(years, default=0) - 0.2, max(years, default=1) + 0.2],
            showgrid=False,
        ),
        yaxis=axis(range=[low, top], nticks=5, ticksuffix=" %" if percent else ""),
        annotations=_names(ends, low, top),
        margin={"l": 8, "r": _margin([end[1] for end in ends]), "t": 12, "b": 8, "pad": 4},
    )


def _range(values: DataFrame, *, percent: bool) -> tuple[float, float]:
    most = float(values.max().max()) if values.notna().any().any() else 1.0
    if not percent:
        return 0.0, most * 1.12 or 1.0
    least = float(values.min().min()) if values.notna().any().any() else 0.0
    return max(0.0, (least // 10 - 1) * 10), min(101.0, most + 10)


def _margin(labels: list[str]) -> int:
    """Return the room for the longest name."""
    return min(room(labels) + 14, _WIDEST)


def _names(
    ends: list[tuple[float, str, str, bool]], low: float, top: float
) -> list[dict[str, Any]]:
    """Return the names at the ends, pushed apart where they would lie on one another."""
    found: list[dict[str, Any]] = []
    heights = _apart([(end[0] - low) / (top - low) for end in sorted(ends)])
    for height, (_, label, colour, back) in zip(heights, sorted(ends), strict=True):
        found.append(
            {
                "x": 1,
                "xref": "paper",
                "xanchor": "left",
                "xshift": 4,
                "y": height,
                "yref": "paper",
                "text": text(label),
                "showarrow": False,
                "font": {"color": QUIET if back else colour},
            }
        )
    return found


def _apart(heights: list[float]) -> list[float]:
    """Return rising heights pushed up to stand apart, then down where they would leave the top."""
    found: list[float] = []
    for height in heights:
        found.append(max(height, found[-1] + _APART) if found else height)
    roof = 1.0 + _APART
    for at in reversed(range(len(found))):
        roof = found[at] = min(found[at], roof - _APART)
    return found
