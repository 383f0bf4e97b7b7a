"""Charts and tables of a talk as texts and lengths, as the deck's script draws them."""

from typing import Any, Final

import pandas as pd
from pandas import DataFrame

from areamap.briefs import told
from areamap.briefs.shown import Cell, Column, Graph, Table
from areamap.calendar import format_date, format_year
from areamap.draw.charts import colours
from areamap.i18n import Lang, t

MOST_LINES: Final = 48
"""Of a chart or a table; the script takes away what has no room."""

MOST_YEARS: Final = 6
"""Of a chart over years: the last ones, so many as have room below one another."""

FEW: Final = 8
"""Lines that have room below one another."""

MOST_COLUMNS: Final = 5
"""Of a table that can be read from the last row; three where it goes on beside itself."""

_FEWER_COLUMNS: Final = 3
_NUMBERS: Final = frozenset({"count", "baht", "percent", "ratio", "year"})


def bars(graph: Graph, lang: Lang, *, years: int = MOST_YEARS) -> dict[str, Any]:
    """
    Return a chart as lying bars, whatever it is on paper.

    Parameters
    ----------
    graph
        The chart; its longest bar is 100.
    lang
        Language of what is not known.
    years
        Of a chart over years so many are shown, the last ones.

    Returns
    -------
    dict
        `title`; `keys` with `label` and `colour` of each series; `lines` with `label`, `shown` and
        `parts`, each with the `share` of the longest bar (hundredths) and its `colour`; `note`;
        how many `columns` they may be in, and how many `more` there are. Of bars side by side only
        the first series has room.
    """
    whole = graph.frame.astype("float64")
    sides = graph.kind in {"bars", "lines"}
    series = whole.iloc[:, :1] if sides else whole
    cut = series.head(MOST_LINES) if graph.kind in {"bars", "stacked"} else series.tail(years)
    frame = cut
    tints = graph.colours or colours.PLACES
    names = [str(name) for name in frame.columns]
    tint = {name: tints[place % len(tints)] for place, name in enumerate(names)}
    top = float(frame.clip(lower=0).sum(axis=1).max()) if len(frame) else 0.0
    # Rates stand beside the whole, not beside the best.
    top = 100.0 if graph.unit in {"%", t("brief.percent", lang)} else top
    lines = [
        {
            "label": str(label),
            "shown": _amount(row, graph.digits, lang),
            "parts": [
                {"share": round(100 * value / top, 2), "colour": tint[str(name)]}
                for name, value in row.items()
                if top > 0 and value > 0
            ],
        }
        for label, row in frame.iterrows()
    ]
    title = f"{graph.title} ({graph.unit})" if graph.unit else graph.title
    if whole.shape[1] > len(names):
        title = f"{title} · {names[0]}"
    keys = [{"label": name, "colour": tint[name]} for name in names]
    return {
        "title": title,
        "keys": keys if len(keys) > 1 else [],
        "lines": lines,
        "note": graph.note,
        "columns": _columns(len(lines)),
        "more": len(whole) - len(cut) if graph.kind in {"bars", "stacked"} else 0,
    }


def table(shown: Table, lang: Lang) -> dict[str, Any]:
    """
    Return a table as texts.

    Left out are codes, texts that are the same on every line, and columns beyond the first few:
    whoever wants them gets the paper.

    Returns
    -------
    dict
        `title`, `heads`, whether each holds `numbers`, `lines` of texts, how many `columns` they
        may be in, and how many `more` there are.
    """
    many = len(shown.frame) > FEW
    telling = [each for each in shown.columns if _tells(shown.frame, each)]
    columns = telling[: _FEWER_COLUMNS if many else MOST_COLUMNS]
    cut = shown.frame.head(MOST_LINES)
    return {
        "title": shown.title,
        "heads": [told.heading(each) for each in columns],
        "numbers": [each.cell in _NUMBERS for each in columns],
        "lines": _lines(cut, columns, lang),
        "columns": 2 if many else 1,
        "more": len(shown.frame) - len(cut),
    }


def _columns(lines: int) -> int:
    if lines <= FEW:
        return 1
    return 2 if lines <= FEW + 2 else 3


def _tells(frame: DataFrame, column: Column) -> bool:
    if column.cell == "code":
        return False
    is_same = frame[column.name].eq(frame[column.name].iloc[0]).all() if len(frame) else False
    return not (column.cell == "text" and is_same and len(frame) > FEW)


def _lines(frame: DataFrame, columns: list[Column], lang: Lang) -> list[list[str]]:
    cells = [[_cell(value, each.cell, lang) for value in frame[each.name]] for each in columns]
    return [list(line) for line in zip(*cells, strict=True)]


def _amount(row: "pd.Series[float]", digits: int, lang: Lang) -> str:
    if row.isna().all():
        return t("present.unknown", lang)
    return f"{row.sum():,.{digits}f}"


def _cell(value: Any, cell: Cell, lang: Lang) -> str:  # noqa: ANN401 - whatever a frame holds
    if pd.isna(value):
        return t("present.unknown", lang)
    if cell in {"count", "baht"}:
        return f"{value:,.0f}"
    if cell == "percent":
        return f"{value:.1f}"
    if cell == "ratio":
        return f"{value:,.2f}"
    if cell == "year":
        return format_year(int(value), lang)
    return format_date(pd.Timestamp(value).date(), lang) if cell == "date" else str(value)
