"""A workbook to fill in for a register, which comes back without a question."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from areamap.briefs import _template_words as words
from areamap.i18n import DEFAULT_LANG, Lang, t
from areamap.registers import forms
from areamap.registers.definitions import Column, Register

ROWS: Final = 2_000
"""Rows below the heading that have lists to choose from and the right format."""

_FONT: Final = {"font_name": "TH Sarabun New", "font_size": 16}
_HEADING: Final = {"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"}
_FORMATS: Final[Mapping[str, Mapping[str, Any]]] = {
    "plain": {},
    # Texts stay as they are typed: 15/3/2566 is no day of the Christian year 2566.
    "text": {"num_format": "@"},
    "year": {"num_format": "0"},
    "integer": {"num_format": "#,##0"},
    "amount": {"num_format": "#,##0.00"},
    "title": {"bold": True, "font_size": 20},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "heading": _HEADING | {"bg_color": "#cfe3e1"},
    "needed": _HEADING | {"bg_color": "#0f766e", "font_color": "#ffffff"},
    "example": {"italic": True, "font_color": "#6b7280", "bg_color": "#f3f4f6", "num_format": "@"},
}
_OF_TYPE: Final = {"integer": "integer", "amount": "amount", "number": "plain", "year": "year"}
_ABOUT: Final = ("column", "how", "needed", "unit", "choices", "example")
_ABOUT_WIDTHS: Final = (28, 60, 14, 14, 48, 32)
_NARROWEST, _WIDEST, _ROOM = 12, 34, 3
_MOST_SAID: Final = 255
_MOST_TITLE: Final = 32


def template(register: Register, lang: Lang = DEFAULT_LANG) -> bytes:
    """
    Return the workbook that a person fills in for a register.

    The first sheet has a heading per column, an example row and lists to choose from; the second
    tells of each column what it holds. Both the example and the second sheet are known when the
    workbook comes back and count as nothing; see `areamap.registers.forms`.

    Parameters
    ----------
    register
        What the rows record.
    lang
        Language of headings, words and explanations. Headings of either are read.

    Returns
    -------
    bytes
        A .xlsx file.
    """
    target = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(target, options) as book:
        formats = {name: book.add_format({**_FONT, **look}) for name, look in _FORMATS.items()}
        page = book.add_worksheet(t("template.sheet_rows", lang))
        about = book.add_worksheet(t("template.sheet_about", lang))
        lists = book.add_worksheet(t("template.sheet_lists", lang))
        _write_lists(lists, register, lang)
        _write_rows(page, register, lang, formats)
        _write_about(about, register, lang, formats)
        lists.hide()
        page.activate()
    return target.getvalue()


def _write_rows(page: Any, register: Register, lang: Lang, formats: Mapping[str, Any]) -> None:  # noqa: ANN401 - xlsxwriter has no types
    page.write_string(0, 0, forms.NUMBER[lang], formats["heading"])
    page.write_string(1, 0, forms.EXAMPLE[lang], formats["example"])
    page.set_column(0, 0, _NARROWEST, formats["plain"])
    for place, column in enumerate(register.all_columns, start=1):
        label, shown = column.label(lang), words.example(column, register, lang)
        page.write_string(0, place, label, formats["needed" if column.required else "heading"])
        page.write_string(1, place, shown, formats["example"])
        width = min(max(len(label), len(shown), _NARROWEST) + _ROOM, _WIDEST)
        page.set_column(place, place, width, formats[_OF_TYPE.get(column.type, "text")])
        page.data_validation(2, place, ROWS, place, _validation(column, place, lang))
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.repeat_rows(0)


def _validation(column: Column, place: int, lang: Lang) -> dict[str, Any]:
    """Return the list to choose from, where there is one, and what is said beside the cell."""
    said = {
        "input_title": column.label(lang)[:_MOST_TITLE],
        "input_message": words.how(column, lang)[:_MOST_SAID],
    }
    listed = words.choices(column, lang)
    if not listed:
        return {"validate": "any", **said}
    letter = xl_col_to_name(place)
    sheet = t("template.sheet_lists", lang)
    closed = words.is_closed(column)
    return {
        "validate": "list",
        "source": f"='{sheet}'!${letter}$3:${letter}${len(listed) + 2}",
        "error_type": "stop" if closed else "information",
        "error_title": column.label(lang)[:_MOST_TITLE],
        "error_message": t("template.not_listed" if closed else "template.not_usual", lang),
        **said,
    }


def _write_lists(page: Any, register: Register, lang: Lang) -> None:  # noqa: ANN401 - the same
    """Write the words to choose from, each list in the column that it serves."""
    page.write_string(0, 0, forms.MARKS[lang])
    for place, column in enumerate(register.all_columns, start=1):
        for row, word in enumerate(words.choices(column, lang), start=2):
            page.write_string(row, place, word)


def _write_about(page: Any, register: Register, lang: Lang, formats: Mapping[str, Any]) -> None:  # noqa: ANN401 - the same
    page.write_string(0, 0, f"{forms.MARKS[lang]}: {register.label(lang)}", formats["title"])
    lines = words.intro(register, lang)
    for row, line in enumerate(lines, start=1):
        page.write_string(row, 0, line, formats["plain"])
    first = len(lines) + 2
    for place, (name, width) in enumerate(zip(_ABOUT, _ABOUT_WIDTHS, strict=True)):
        page.write_string(first, place, t(f"template.about_{name}", lang), formats["heading"])
        page.set_column(place, place, width)
    for row, column in enumerate(register.all_columns, start=first + 1):
        for place, text in enumerate(_about(column, register, lang)):
            page.write_string(row, place, text, formats["wrapped"])
    page.freeze_panes(first + 1, 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _about(column: Column, register: Register, lang: Lang) -> Sequence[str]:
    """Return what stands of a column in the table that explains them, in the order of `_ABOUT`."""
    unit = (
        ""
        if column.unit is None
        else column.unit.label_th
        if lang == "th"
        else column.unit.label_en
    )
    listed = words.choices(column, lang)
    many = column.place and bool(listed)
    return (
        column.label(lang),
        words.how(column, lang),
        words.needed(column, lang),
        unit,
        t("template.see_list", lang) if many else " / ".join(listed),
        words.example(column, register, lang),
    )
