"""A publication as the workbook that it came from, with what became of each row beside it."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, Final

import pandas as pd
import xlsxwriter
from pandas import DataFrame

from areamap.briefs._cleaned_sheet import own_cells, write
from areamap.calendar import format_date
from areamap.i18n import Lang, t
from areamap.registers import definitions
from areamap.registers.drafts import STATES
from areamap.store import Publication

_FONT: Final = {"font_name": "TH Sarabun New", "font_size": 16}
_FILLS: Final = {
    "matched": "#ffffff",
    "suggested": "#fde8dd",
    "ambiguous": "#fde8dd",
    "unmatched": "#fde8dd",
    "rejected": "#f7d4d4",
    "ignored": "#eef3f4",
}
_SHEET_NAME: Final = 31


def cleaned(
    publication: Publication,
    rows: DataFrame,
    cells: Mapping[int | None, DataFrame],
    lang: Lang,
) -> bytes:
    """
    Return the file of a publication again, each row with its state, its area and the reason.

    Sheets, columns and row numbers are those of the file, without its columns with persons, so
    that a province can filter for what it has to mend, mend it, and hand the workbook in again.
    Texts stay texts: nothing in the data becomes a formula or a link.

    Parameters
    ----------
    publication
        The publication.
    rows
        Its rows, as `Store.rows` gives them.
    cells
        The file's own cells, as `cleaned_cells.cells_by_origin` gives them. Where none were kept,
        the typed columns stand in their place, by the labels of the register.
    lang
        Language of what is added.

    Returns
    -------
    bytes
        A .xlsx file: a sheet that sums up, then one per sheet of the file.
    """
    target = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(target, options) as book:
        formats = _formats(book)
        _sum_up(book, formats, publication, lang)
        taken = {t("cleaned.summary", lang).casefold()}
        for (name, origin), part in _parts(rows):
            own = own_cells(part, cells.get(origin, DataFrame()), publication.register, lang)
            page = book.add_worksheet(_sheet_name(name, origin, taken, lang))
            write(page, part, own, formats, lang)
    return target.getvalue()


def _formats(book: Any) -> dict[str, Any]:  # noqa: ANN401 - xlsxwriter has no types
    heading = {"bold": True, "bg_color": "#0f766e", "font_color": "#ffffff", "border": 1}
    made = {state: {"bg_color": fill, "border": 7} for state, fill in _FILLS.items()}
    made |= {"plain": {}, "title": {"bold": True, "font_size": 20}, "heading": heading}
    made |= {"own_heading": heading | {"bg_color": "#12303b"}}
    made |= {"number": {"num_format": "#,##0.##"}, "note": {"text_wrap": True}}
    return {name: book.add_format(_FONT | look) for name, look in made.items()}


def _sum_up(
    book: Any,  # noqa: ANN401 - as above
    formats: Mapping[str, Any],
    publication: Publication,
    lang: Lang,
) -> None:
    page = book.add_worksheet(t("cleaned.summary", lang))
    page.set_column(0, 0, 34)
    page.set_column(1, 2, 22)
    register = definitions.load(publication.register).label(lang)
    page.write_string(0, 0, t("cleaned.title", lang, register=register), formats["title"])
    made = publication.created_at.astimezone()
    lines = (
        ("file", publication.file_name),
        ("sha256", publication.file_sha256),
        ("number", str(publication.id)),
        ("published", f"{format_date(made.date(), lang)} {made:%H:%M}"),
        ("by", publication.created_by),
        ("note", publication.note),
    )
    for row, (name, said) in enumerate(lines, start=2):
        page.write_string(row, 0, t(f"cleaned.{name}", lang), formats["plain"])
        page.write_string(row, 1, said, formats["plain"])
    first = len(lines) + 3
    for column, name in enumerate(("state", "rows", "baht")):
        page.write_string(first, column, t(f"cleaned.{name}", lang), formats["heading"])
    for row, state in enumerate(STATES, start=first + 1):
        page.write_string(row, 0, t(f"registers.state_{state}", lang), formats[state])
        page.write_number(row, 1, publication.counts.get(state, 0), formats["number"])
        if publication.baht:
            page.write_number(row, 2, publication.baht.get(state, 0), formats["number"])
    page.write_string(first + len(STATES) + 2, 0, t("cleaned.how_to", lang), formats["plain"])


def _parts(rows: DataFrame) -> Iterator[tuple[tuple[str, int | None], DataFrame]]:
    """Yield the rows of each sheet, those of an older file apart."""
    origin = rows["origin"] if "origin" in rows else pd.Series(pd.NA, rows.index, dtype="Int64")
    keys = DataFrame({"origin": origin.fillna(0).astype("int64"), "sheet": rows["sheet"]})
    for (number, sheet), part in rows.groupby([keys["origin"], keys["sheet"]], sort=False):
        yield (str(sheet), int(str(number)) or None), part


def _sheet_name(name: str, origin: int | None, taken: set[str], lang: Lang) -> str:
    """Return a name that Excel takes and that no other sheet has."""
    allowed = "".join(sign for sign in name if sign not in "[]:*?/\\'" and sign.isprintable())
    wanted = allowed.strip() or t("cleaned.sheet", lang)
    if origin is not None:
        wanted = f"{t('cleaned.origin', lang, number=origin)} {wanted}"
    wanted = wanted[:_SHEET_NAME]
    found, count = wanted, 1
    while found.casefold() in taken:
        count += 1
        tail = f" ({count})"
        found = wanted[: _SHEET_NAME - len(tail)] + tail
    taken.add(found.casefold())
    return found
