"""What documents write of a content the same way: cells, sources, what a map says beside itself."""

import math
import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final, SupportsFloat

import pandas as pd

from areamap.calendar import format_date, format_year
from areamap.i18n import Lang, t

if TYPE_CHECKING:
    from areamap.briefs.content import Content
    from areamap.briefs.proven import Source
    from areamap.briefs.shown import Cell, Column, Table

NUMBERS: Final = frozenset({"count", "baht", "percent", "ratio"})
"""Cells that stand at the right."""

_UNTOLD: Final = "–"
_BROKEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: object) -> str:
    """Return a text without what no document can hold; names come from files of others."""
    return _BROKEN.sub("", str(text)).replace("\r", " ")


def line(text: object) -> str:
    """Return a text as one line."""
    return " ".join(plain(text).split())


def cell(value: object, kind: "Cell", lang: Lang) -> str:
    """
    Return a cell of a table as people read it.

    What is missing is never 0: a number is said to be unknown, a text is a dash.
    """
    if pd.isna(value):  # type: ignore[call-overload]
        return t("charts.unknown", lang) if kind in NUMBERS else _UNTOLD
    if kind == "date" and isinstance(value, date):
        return format_date(value, lang)
    if kind in _NUMERIC and isinstance(value, SupportsFloat) and not isinstance(value, str):
        return _number(float(value), kind, lang)
    return line(value)


def rows(table: "Table", columns: "tuple[Column, ...]", lang: Lang) -> list[list[str]]:
    """Return the lines of a table as texts."""
    return [list(each) for each in _rows(table, columns, lang)]


@lru_cache(maxsize=64)
def _rows(table: "Table", columns: "tuple[Column, ...]", lang: Lang) -> list[tuple[str, ...]]:
    """Return the lines, read once: each document has them, and a report is set several times."""
    told = [
        [cell(value, column.cell, lang) for value in table.frame[column.name].tolist()]
        for column in columns
    ]
    return list(zip(*told, strict=True))


def heading(column: "Column") -> str:
    """Return what stands above a column, with its unit; years are those of the language."""
    unit = f" ({column.unit})" if column.unit and column.unit not in column.heading else ""
    # A workbook holds Buddhist years in every language and says so; here they are turned.
    name = column.heading.removesuffix(" (BE)") if column.cell == "year" else column.heading
    return line(f"{name}{unit}")


def told_columns(table: "Table", content: "Content") -> "tuple[Column, ...]":
    """Return the columns of paper: no codes, nothing spare, not the area's own name in each row."""
    own = {content.area.name_th, content.area.name_en}
    return tuple(
        each
        for each in table.columns
        if each.cell != "code"
        and not each.is_spare
        and not (each.cell == "text" and set(table.frame[each.name].dropna()) <= own)
    )


def tells_apart(table: "Table") -> bool:
    """Return whether a table says more than that all have it, which a sentence says."""
    rates = table.frame.get("coverage_pct")
    return rates is None or not bool(rates.eq(100).all())


def source_line(source: "Source", lang: Lang) -> str:
    """Return where figures come from and of which day, as one line."""
    day = format_date(source.as_of, lang)
    return t("paper.source_line", lang, what=_named(source, lang), day=day)


def published(source: "Source", lang: Lang) -> str:
    """Return the number and the day of a publication."""
    if source.publication is None or source.published_on is None:
        return t("paper.unpublished", lang)
    day = format_date(source.published_on, lang)
    return t("paper.published_no", lang, number=source.publication, day=day)


def more_rows(count: int, lang: Lang) -> str:
    """Return what is said of the lines of a table that have no room."""
    return t("paper.more_rows", lang, count=f"{count:,}")


def as_of(content: "Content") -> str:
    """Return the day of a content."""
    return format_date(content.as_of, content.lang)


def _named(source: "Source", lang: Lang) -> str:
    title = line(source.title)
    if source.publication is None:
        return f"{title} ({line(source.file_name)})"
    sample = f" · {t('paper.sample', lang)}" if source.is_sample else ""
    return f"{title} {published(source, lang)}{sample}"


_DIGITS: Final = {"percent": 1, "ratio": 2}
_NUMERIC: Final = NUMBERS | {"year"}


def _number(value: float, kind: str, lang: Lang) -> str:
    if math.isinf(value):
        return t("charts.unknown", lang)
    if kind == "year":
        return format_year(int(value), lang)
    digits = _DIGITS.get(kind, 0 if value == int(value) else 2)
    return f"{value:,.{digits}f}"
