"""The tables behind a brief as one workbook: typed, with units, filters and a sheet of sources."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import xlsxwriter

from areamap.calendar import format_date
from areamap.i18n import Lang, t

if TYPE_CHECKING:
    from areamap.briefs.content import Content, Terrain
    from areamap.briefs.proven import Source
    from areamap.briefs.shown import Cell, Column, Table

_FONT: Final = {"font_name": "TH Sarabun New", "font_size": 16}
_FORMATS: "Final[Mapping[Cell, str]]" = {
    "text": "@",
    "code": "@",
    "count": "#,##0",
    "baht": "#,##0.00",
    "percent": "0.0",
    "ratio": "0.00",
    "year": "0",
    "date": "yyyy-mm-dd",
}
_WIDEST: Final = 84
_NARROWEST: Final = 10
_ROOM: Final = 3
_SHEET_NAME: Final = 31
_HIGH: Final = 24
_HIGHER: Final = 32
"""Points: the letters of the font are taller than a row of a new workbook."""
_FORBIDDEN: Final = "[]:*?/\\'"


def write(content: "Content", terrain: "Terrain") -> bytes:
    """
    Return the tables of a brief as a workbook.

    Every table has a sheet with its heading frozen and a filter over it; codes and texts stay
    texts, also those that begin with `=`; a missing value is an empty cell; days are days and years
    Buddhist numbers. The first sheet tells what is in it, the last where it comes from.

    Parameters
    ----------
    content
        The brief.
    terrain
        The polygons of its maps, which are named among the sources.

    Returns
    -------
    bytes
        A .xlsx file; the same content gives the same bytes.
    """
    target = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": content.title, "created": _created(content.as_of)})
        sheets = _Sheets(book, content)
        tables = [table for chapter in content.chapters for table in chapter.tables]
        names = list(_names(tables))
        sheets.first(tables, names)
        for name, table in zip(names, tables, strict=True):
            sheets.table(name, table)
        sheets.figures()
        sheets.sources(terrain)
    return target.getvalue()


class _Sheets:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, content: "Content") -> None:  # noqa: ANN401 - xlsxwriter has no types
        self.book, self.content, self.lang = book, content, content.lang
        self.title = book.add_format(_FONT | {"bold": True, "font_size": 20})
        self.plain = book.add_format(_FONT)
        self.wrapped = book.add_format(_FONT | {"text_wrap": True, "valign": "top"})
        self.warning = book.add_format(_FONT | {"bold": True, "font_color": "#b3261e"})
        head = {"bold": True, "bg_color": "#0f766e", "font_color": "#ffffff", "border": 1}
        self.head = book.add_format(_FONT | head | {"text_wrap": True, "valign": "vcenter"})
        self.cells = {
            cell: book.add_format(_FONT | {"num_format": form}) for cell, form in _FORMATS.items()
        }

    def first(self, tables: "list[Table]", names: list[str]) -> None:
        """Write what is in the workbook."""
        page = self._page(self._t("sheet_contents"))
        row = self._top(page, self.content.title, [self.content.subtitle])
        rows = [
            [name, table.title, len(table.frame), self._said_of(table.source)]
            for name, table in zip(names, tables, strict=True)
        ]
        heads = [self._t(f"sheet_{name}") for name in ("sheet", "table", "rows", "source")]
        self._listing(page, row, heads, rows)

    def table(self, name: str, table: "Table") -> None:
        """Write one table."""
        page = self._page(name)
        about = [table.note, self._said_of(table.source)]
        if table.proof is not None:
            about.append(self._t("proof", command=table.proof.line))
        head = self._top(page, table.title, [line for line in about if line])
        for at, column in enumerate(table.columns):
            page.write_string(head, at, _heading(column), self.head)
            values = table.frame[column.name].tolist()
            for line, value in enumerate(values, start=head + 1):
                self._cell(page, line, at, value, column.cell)
            shown = [_heading(column), *(_text(value) for value in values)]
            width = max(map(len, shown)) + _ROOM
            page.set_column(at, at, min(max(width, _NARROWEST), _WIDEST))
        self._frame(page, head, len(table.frame), len(table.columns))

    def figures(self) -> None:
        """Write every figure that is said, with the command that gives it again."""
        page = self._page(self._t("sheet_figures"))
        head = self._top(page, self._t("sheet_figures"), [])
        heads = [self._t(f"sheet_{name}") for name in ("sentence", "value", "unit", "command")]
        rows = [
            [said.text, figure.value, figure.unit, figure.proof.line]
            for chapter in self.content.chapters
            for said in chapter.said
            for figure in said.figures
        ]
        self._listing(page, head, heads, rows)

    def sources(self, terrain: "Terrain") -> None:
        """Write where everything comes from, and how it is counted."""
        page = self._page(self._t("sources"))
        head = self._top(page, self._t("sources"), [self.content.subtitle])
        names = ("register", "file", "publication", "published_on", "licence")
        heads = [self._t(f"sheet_{name}") for name in names]
        known = (*self.content.sources, terrain.source)
        rows = [
            [
                each.title,
                each.file_name,
                each.publication,
                each.published_on,
                each.licence,
            ]
            for each in dict.fromkeys(known)
        ]
        last = self._listing(page, head, heads, rows)
        for line, formula in enumerate(self.content.formulas, start=last + 2):
            page.write_string(line, 0, formula.name, self.plain)
            page.write_string(line, 1, formula.formula, self.plain)

    def _page(self, name: str) -> Any:  # noqa: ANN401 - as above
        page = self.book.add_worksheet(name)
        page.set_default_row(_HIGH)
        page.set_row(0, _HIGHER)
        return page

    def _top(self, page: Any, title: str, about: list[str]) -> int:  # noqa: ANN401 - as above
        """Write title, warning and what has to be known; return the row of the headings."""
        page.write_string(0, 0, title, self.title)
        lines = [(line, self.plain) for line in about]
        if self.content.warning:
            lines.insert(0, (self.content.warning, self.warning))
        for row, (line, look) in enumerate(lines, start=1):
            page.write_string(row, 0, line, look)
        return len(lines) + 2

    def _listing(self, page: Any, head: int, heads: list[str], rows: list[list[Any]]) -> int:  # noqa: ANN401 - as above
        for at, heading in enumerate(heads):
            page.write_string(head, at, heading, self.head)
            width = max((len(_text(row[at])) for row in rows), default=0)
            page.set_column(at, at, min(max(width, len(heading), _NARROWEST) + _ROOM, _WIDEST))
        for line, row in enumerate(rows, start=head + 1):
            for at, value in enumerate(row):
                self._cell(page, line, at, value, "")
        self._frame(page, head, len(rows), len(heads))
        return head + len(rows)

    def _cell(self, page: Any, row: int, at: int, value: Any, cell: str) -> None:  # noqa: ANN401 - as above
        look = self.cells.get(cell, self.plain)  # type: ignore[call-overload]
        if value is None or pd.isna(value):
            return
        if isinstance(value, date):
            shown = value.to_pydatetime() if isinstance(value, pd.Timestamp) else value
            page.write_datetime(row, at, shown, self.cells["date"])
        elif isinstance(value, int | float) and not isinstance(value, bool):
            page.write_number(row, at, value, look)
        else:
            page.write_string(row, at, str(value), look)

    def _frame(self, page: Any, head: int, rows: int, columns: int) -> None:  # noqa: ANN401 - as above
        page.set_row(head, _HIGHER)
        page.freeze_panes(head + 1, 1)
        page.autofilter(head, 0, head + max(rows, 1), max(columns - 1, 0))
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(head)

    def _t(self, key: str, **values: object) -> str:
        return t(f"brief.{key}", self.lang, **values)

    def _said_of(self, source: "Source") -> str:
        return said_of(source, self.lang)


def said_of(source: "Source", lang: Lang) -> str:
    """Return a source as one line."""
    if source.published_on is None:
        return f"{source.title}: {source.file_name} ({source.licence})"
    key = "ui.source_sample" if source.is_sample else "ui.source"
    day = format_date(source.published_on, lang)
    return t(key, lang, file=source.file_name, day=day, number=source.publication)


def _created(day: date) -> datetime:
    return datetime.combine(day, time(), UTC).replace(tzinfo=None)


def _heading(column: "Column") -> str:
    return f"{column.heading} ({column.unit})" if column.unit else column.heading


def _text(value: object) -> str:
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return ""
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    return f"{value:,.2f}" if isinstance(value, float) else str(value)


def _names(tables: "list[Table]") -> Iterator[str]:
    """Return names of sheets: what Excel allows, each once, numbered so that they are found."""
    for number, table in enumerate(tables, start=1):
        allowed = "".join(sign for sign in table.title if sign not in _FORBIDDEN)
        yield f"{number} {allowed}"[:_SHEET_NAME].strip()
