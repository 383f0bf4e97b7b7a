"""Lists as .xlsx workbooks that Excel opens as they are meant."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final

import pandas as pd
import xlsxwriter
from pandas import DataFrame

_FONT: Final = {"font_name": "TH Sarabun New", "font_size": 16}
_WIDEST: Final = 48
_NARROWEST: Final = 8
_ROOM: Final = 3
_SHEET_NAME: Final = 31


def workbook(table: DataFrame, *, sheet: str, title: str, about: Sequence[str] = ()) -> bytes:
    """
    Return a table as a workbook.

    A text that begins with `=` stays a text; codes stay texts; a missing value is an empty cell.

    Parameters
    ----------
    table
        What to write, without its index; the columns are the headings.
    sheet
        Name of the sheet; what Excel forbids in it is left out.
    title
        First line.
    about
        Lines below it: basis, day, source.

    Returns
    -------
    bytes
        A .xlsx file with the heading frozen and a filter over it.
    """
    target = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(target, options) as book:
        page = book.add_worksheet(_sheet_name(sheet))
        plain = book.add_format(_FONT)
        number = book.add_format(_FONT | {"num_format": "#,##0"})
        formats = {"plain": plain, "number": number}
        page.write_string(0, 0, title, book.add_format(_FONT | {"bold": True, "font_size": 20}))
        for row, line in enumerate(about, start=1):
            page.write_string(row, 0, line, plain)
        first = len(about) + 2
        heading = {"bold": True, "bg_color": "#0f766e", "font_color": "#ffffff", "border": 1}
        _write(page, table, first, formats | {"heading": book.add_format(_FONT | heading)})
        page.freeze_panes(first + 1, 0)
        page.autofilter(first, 0, first + len(table), max(len(table.columns) - 1, 0))
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.repeat_rows(first)
    return target.getvalue()


def _write(page: Any, table: DataFrame, first: int, formats: Mapping[str, Any]) -> None:  # noqa: ANN401 - xlsxwriter has no types
    for column, name in enumerate(table.columns):
        values = table[name].tolist()
        page.write_string(first, column, str(name), formats["heading"])
        shown = [
            str(name),
            *(f"{value:,}" if _is_number(value) else str(value) for value in values),
        ]
        width = max(map(len, shown)) + _ROOM
        page.set_column(column, column, min(max(width, _NARROWEST), _WIDEST))
        for row, value in enumerate(values, start=first + 1):
            if _is_number(value):
                page.write_number(row, column, value, formats["number"])
            elif not pd.isna(value):
                page.write_string(row, column, str(value), formats["plain"])


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and not pd.isna(value)


def _sheet_name(text: str) -> str:
    allowed = "".join(sign for sign in text if sign not in "[]:*?/\\'")
    return allowed[:_SHEET_NAME] or "Sheet1"
