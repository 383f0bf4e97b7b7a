"""A table as HTML in which every text is a text."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from pandas import DataFrame, isna
from pandas.api.types import is_numeric_dtype


def html_table(
    table: DataFrame,
    title: str,
    *,
    marks: Sequence[str] = (),
    decimals: Mapping[str, int] | None = None,
) -> str:
    """
    Return a table as HTML, for `st.html`.

    The grid of `st.dataframe` costs a browser 1.6 MB of scripts before the first row stands.

    Parameters
    ----------
    table
        What to show, without its index; the columns are the headings, missing is a dash.
    title
        What it is called for those who listen.
    marks
        A class of the style sheet per row; nothing leaves the row plain.
    decimals
        Heading of a column of numbers to how many decimals each of them has; else a whole number
        has none and another one those that it has.
    """
    numeric = [is_numeric_dtype(kind) for kind in table.dtypes]
    head = "".join(
        _cell("th", column, is_number=is_number)
        for column, is_number in zip(table.columns, numeric, strict=True)
    )
    places = [(decimals or {}).get(column) for column in table.columns]
    body = "".join(
        _row(row, numeric, places, mark)
        for row, mark in zip(
            table.itertuples(index=False, name=None), marks or [""] * len(table), strict=True
        )
    )
    return (
        f'<div class="areamap-list" tabindex="0" role="region" aria-label="{escape(title)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(
    values: tuple[Any, ...], numeric: list[bool], decimals: list[int | None], mark: str
) -> str:
    cells = "".join(
        _cell("td", value, is_number=is_number, decimals=places)
        for value, is_number, places in zip(values, numeric, decimals, strict=True)
    )
    named = f' class="{escape(mark)}"' if mark else ""
    return f"<tr{named}>{cells}</tr>"


def _cell(
    tag: str,
    value: Any,  # noqa: ANN401 - whatever a cell holds
    *,
    is_number: bool,
    decimals: int | None = None,
) -> str:
    if isna(value):
        text = "–"
    elif is_number and decimals is not None and not isinstance(value, str):
        text = f"{value:,.{decimals}f}"
    elif is_number and not isinstance(value, str):
        text = f"{value:,.0f}" if value == round(value) else f"{value:,}"
    else:
        text = escape(str(value))
    side = ' class="number"' if is_number else ""
    return f"<{tag}{side}>{text}</{tag}>"
