"""One sheet of a file again, with what became of each row to the right of it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd
from pandas import DataFrame

from areamap.briefs.row_reasons import reason
from areamap.i18n import Lang, t
from areamap.places.gazetteer import full_name, level_of
from areamap.registers import definitions
from areamap.registers.repeats import OURS

OWN: Final = ("state", "area", "reason")
"""Columns of ours, to the right of the file's, so that its letters and row numbers stay true."""

_FURNITURE: Final = frozenset(
    f"registers_{name}_row"
    for name in ("title", "header", "blank", "numbered_blank", "section", "remark")
)
"""Ignored rows that speak for themselves; words of ours in them would hide what they are."""

_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?")
_WIDEST: Final = 44
_NARROWEST: Final = 9
_ROOM: Final = 3
_LEVELS: Final = " / "
"""What `registers` puts between the lines of a heading."""


def own_cells(part: DataFrame, cells: DataFrame, register: str, lang: Lang) -> DataFrame:
    """Return what the file said in these rows, without columns that this sheet has not."""
    own = cells.reindex(part.index)
    own = own.dropna(axis="columns", how="all")
    if len(own.columns):
        return own
    typed = [column for column in definitions.load(register).all_columns if column.name in part]
    known = [column for column in typed if part[column.name].notna().any()]
    return DataFrame(
        {column.label(lang): part[column.name].map(_typed) for column in known}, index=part.index
    )


def _typed(value: Any) -> str | None:  # noqa: ANN401 - whatever a register holds
    if pd.isna(value):
        return None
    return f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else f"{value}".removesuffix(".0")


def write(
    page: Any,  # noqa: ANN401 - xlsxwriter has no types
    part: DataFrame,
    own: DataFrame,
    formats: Mapping[str, Any],
    lang: Lang,
) -> None:
    """
    Write the rows of a sheet where they stood in the file.

    Parameters
    ----------
    page
        The sheet of the workbook.
    part
        The rows, as `Store.rows` gives them.
    own
        What the file said in them, same index.
    formats
        Formats of the workbook: one per state, `heading`, `own_heading`.
    lang
        Language of what is added.
    """
    lines, heads = _places(part)
    columns = [str(name) for name in own.columns]
    headings = [*columns, *(OURS + t(f"cleaned.{name}", lang) for name in OWN)]
    head = _write_headings(page, headings, heads, formats)
    own_rows = own.astype(object).where(own.notna(), None).itertuples(index=False, name=None)
    widths = [max(map(len, heading.split(_LEVELS))) for heading in headings]
    said = zip(
        part["status"], part["area_code"], part["reason_key"], part["reason_values"], strict=True
    )
    for line, texts, (state, area_code, key, values) in zip(lines, own_rows, said, strict=True):
        if line is None:
            continue
        judged = _judged(state, area_code, key, values, lang)
        for column, text in enumerate([*texts, *judged]):
            _cell(page, line, column, text, formats[state])
            widths[column] = max(widths[column], len(text or ""))
    _merge_shared(page, part, own, lines, formats["rejected"])
    for column, width in enumerate(widths):
        page.set_column(column, column, min(max(width + _ROOM, _NARROWEST), _WIDEST))
    last = max((line for line in lines if line is not None), default=head)
    page.freeze_panes(head + 1, 0)
    page.autofilter(head, 0, max(last, head), len(headings) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _write_headings(
    page: Any,  # noqa: ANN401 - as above
    headings: Sequence[str],
    heads: range,
    formats: Mapping[str, Any],
) -> int:
    """
    Write the headings, groups above their members as the file had them; return the lowest line.

    A heading of one level fills all its lines, or it would be read as a member of a group beside.
    """
    parted = [heading.split(_LEVELS) for heading in headings]
    levels = min(max(map(len, parted)), len(heads))
    last = heads[-1]
    for column, parts in enumerate(parted):
        look = formats["heading" if column < len(headings) - len(OWN) else "own_heading"]
        shown = [_LEVELS.join(parts[: len(parts) - levels + 1]), *parts[len(parts) - levels + 1 :]]
        if levels > 1 and len(parts) == 1:
            page.merge_range(last - levels + 1, column, last, column, parts[0], look)
            continue
        padded = [shown[0]] * (levels - len(shown)) + shown
        for line, text in enumerate(padded, start=last - levels + 1):
            page.write_string(line, column, text, look)
    return last


def _merge_shared(
    page: Any,  # noqa: ANN401 - as above
    part: DataFrame,
    own: DataFrame,
    lines: Sequence[int | None],
    look: Any,  # noqa: ANN401 - as above
) -> None:
    """Merge again what the file had merged over rows that share one number."""
    by_number = dict(zip(part["row"], lines, strict=True))
    shared = part[part["reason_key"].eq("registers_shared_number")]
    for number, values in zip(shared["row"], shared["reason_values"], strict=True):
        first, last = by_number.get(values["first"]), by_number.get(values["last"])
        heading = values["column"]
        if number != values["first"] or first is None or last is None or heading not in own:
            continue
        text = own[heading].loc[shared["row"].eq(number).idxmax()]
        column = list(own.columns).index(heading)
        page.merge_range(first, column, last, column, None, look)
        _cell(page, first, column, text, look)


def _places(part: DataFrame) -> tuple[list[int | None], range]:
    """
    Return the line of each row, from 0 and as in the file, and the lines of the headings.

    The rows of the file's own headings have no line: ours stand in their place.
    """
    is_head = part["reason_key"].eq("registers_header_row") & part["status"].eq("ignored")
    numbers = part["row"].tolist()
    heads = [number for number, own in zip(numbers, is_head, strict=True) if own]
    known = [number for number in numbers if not pd.isna(number)]
    if len(set(known)) < len(numbers) or not known:
        return [line + 1 for line in range(len(numbers))], range(1)
    below = [number for number, own in zip(numbers, is_head, strict=True) if not own]
    first = min(below, default=1)
    block = range(heads[0], _last_of_first_block(heads) + 1) if heads else range(first - 1, first)
    shift = 0 if block[0] > 0 else 1
    lines = [
        None if own else number + shift - 1 for number, own in zip(numbers, is_head, strict=True)
    ]
    return lines, range(block[0] + shift - 1, block[-1] + shift)


def _last_of_first_block(heads: Sequence[int]) -> int:
    """Return the last row of the headings on top, without those that are repeated further down."""
    last = heads[0]
    for number in heads[1:]:
        if number != last + 1:
            break
        last = number
    return last


def _judged(
    state: str,
    area_code: object,
    key: object,
    values: dict[str, object],
    lang: Lang,
) -> tuple[str | None, ...]:
    if state == "ignored" and key in _FURNITURE:
        return (None, None, None)
    said = t(f"registers.state_{state}", lang)
    return said, _area(area_code, lang), reason(key, values, lang)


def _area(area_code: object, lang: Lang) -> str | None:
    if not isinstance(area_code, str):
        return None
    return f"{area_code} {full_name(area_code, lang)}" if level_of(area_code) else area_code


def _cell(page: Any, line: int, column: int, text: str | None, look: Any) -> None:  # noqa: ANN401 - as above
    if not text:
        page.write_blank(line, column, None, look)
    elif _NUMBER.fullmatch(text):
        page.write_number(line, column, float(text), look)
    else:
        page.write_string(line, column, text, look)
