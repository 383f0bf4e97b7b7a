"""The way to a target: what was, what is aimed at, the pace needed and the present one."""

from dataclasses import dataclass
from typing import Any, Final

from pandas import Series

from areamap.calendar import format_year
from areamap.draw.charts import colours
from areamap.draw.charts.template import INK, Figure, axis, figure, text, texts
from areamap.i18n import Lang

_HEIGHT: Final = 380
_ROOM: Final = 0.4
_TICKS: Final = 12


@dataclass(frozen=True, slots=True)
class Words:
    """
    What stands in the picture.

    Attributes
    ----------
    past, needed, present
        What each line is called, with its number at its end.
    target
        What is aimed at, with its number.
    said
        What is told of each point of the past.
    """

    past: str
    needed: str
    present: str
    target: str
    said: tuple[str, ...]


def course(
    past: Series,
    target: float,
    target_year: int,
    present: float | None,
    words: Words,
    lang: Lang,
) -> Figure:
    """
    Return the years up to a target: solid what was, dashed what is needed, dotted what is to come.

    Parameters
    ----------
    past
        A number by Buddhist year; where it is missing the line has a gap.
    target
        What is aimed at.
    target_year
        Buddhist year in which.
    present
        Present pace per year; None where none can be told.
    words
        What stands in it.
    lang
        Language of the years.
    """
    known = past.dropna()
    last, value = int(known.index[-1]), float(known.iloc[-1])
    end = max(target_year, last + 1)
    traces = [
        _line(past.index.tolist(), past.tolist(), colours.HERE, "solid", words.past, words.said)
    ]
    heights = [*known.tolist(), target]
    if target_year > last:
        ahead = [last, target_year]
        traces.append(_line(ahead, [value, target], colours.MARKED, "dash", words.needed))
    if present is not None:
        reached = value + present * (end - last)
        traces.append(_line([last, end], [value, reached], colours.HERE, "dot", words.present))
        heights.append(reached)
    low, top = _range(heights)
    first = int(past.index[0])
    step = max(1, -(-(end - first) // _TICKS))
    years = list(range(first, end + 1, step))
    return figure(
        traces,
        _HEIGHT,
        xaxis=axis(
            tickmode="array",
            tickvals=years,
            ticktext=[str(year) if lang == "th" else format_year(year, lang) for year in years],
            range=[first - 0.3, end + 0.3],
            showgrid=False,
        ),
        yaxis=axis(range=[low, top], nticks=5),
        shapes=[
            {
                "type": "line",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": target,
                "y1": target,
                "line": {"color": INK, "width": 1.5, "dash": "dash"},
            }
        ],
        annotations=[_aim(target, words.target)],
        # On a narrow screen names at the ends would leave no room for the lines.
        showlegend=True,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom"},
        margin={"l": 8, "r": 20, "t": 26, "b": 8, "pad": 4},
    )


def _range(heights: list[float]) -> tuple[float, float]:
    """Return the ends of the axis: near the least, for it is the way that counts."""
    least, most = min(heights), max(heights)
    room = (most - least) * _ROOM or abs(most) or 1.0
    low = least - room
    return (max(low, 0.0) if least >= 0 else low), most + room / 2


def _line(
    years: list[int],
    values: list[float],
    colour: str,
    dash: str,
    name: str,
    said: tuple[str, ...] = (),
) -> dict[str, Any]:
    told = said or (name,) * len(years)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": text(name),
        "x": years,
        "y": [None if value != value else float(value) for value in values],  # noqa: PLR0124 - missing is not itself
        "line": {"color": colour, "width": 3, "dash": dash},
        "marker": {"size": 8},
        "connectgaps": False,
        "cliponaxis": False,
        "hovertext": texts(list(told)),
        "hoverinfo": "text",
    }


def _aim(target: float, words: str) -> dict[str, Any]:
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": target,
        "yanchor": "bottom",
        "text": text(words),
        "showarrow": False,
        "font": {"color": INK},
    }
