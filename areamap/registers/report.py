"""
The report of a check: one line per row of the sheet, with what became of it.

The file is UTF-8 with a byte order mark: the people who get it open it in Excel, which shows Thai
as rubbish without one. Readers that know `utf-8-sig` (pandas does by itself) see no mark.

A text that Excel would take for a formula has `'` before it; a number such as -5 stays a number.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from areamap.errors import FileError
from areamap.i18n import Lang, t
from areamap.registers.drafts import Draft

HEADINGS: Final = ("sheet", "row", "status", "area_code", "suggested_codes", "reason")
"""First columns; the row's own cells follow by the file's own headings."""

_FORMULA: Final = re.compile(r"[=+\-@＝＋－＠\t\r\n]")
_NUMBER: Final = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?%?")


def write(draft: Draft, path: Path, lang: Lang) -> None:
    """
    Write the report of a draft as CSV.

    Parameters
    ----------
    draft
        The file, joined.
    path
        Where to; an existing file is replaced.
    lang
        Language of the reasons.

    Raises
    ------
    FileError
        The report can't be written there.
    """
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*HEADINGS, *map(guarded, own_headings(draft))])
            writer.writerows([guarded(cell) for cell in line] for line in lines(draft, lang))
    except OSError as error:
        raise FileError(
            "registers_report_unwritable", file=path.name, reason=error.strerror
        ) from error


def lines(draft: Draft, lang: Lang) -> Iterator[list[str]]:
    """Yield the cells of each line, not yet guarded."""
    rows = draft.rows
    cells = draft.cells.astype(object).where(draft.cells.notna(), "")
    for *judged, key, values, own in zip(
        rows["sheet"],
        rows["row"],
        rows["status"],
        rows["area_code"].fillna(""),
        rows["suggested_codes"],
        rows["reason_key"],
        rows["reason_values"],
        cells.itertuples(index=False, name=None),
        strict=True,
    ):
        sheet, number, status, area_code, suggested = judged
        reason = t(f"reasons.{key}", lang, **values) if isinstance(key, str) else ""
        yield [sheet, str(number), status, area_code, " ".join(suggested), reason, *own]


def own_headings(draft: Draft) -> list[str]:
    """Return the file's own headings, made different from the report's."""
    taken = set(HEADINGS)
    return [f"{name} (2)" if name in taken else name for name in draft.cells.columns]


def guarded(text: str) -> str:
    """Return text that Excel takes for text, unless it is a number."""
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
