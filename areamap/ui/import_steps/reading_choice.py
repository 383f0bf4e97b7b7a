"""How a file is read: which register, which sheet, which row of headings, from whom."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

import streamlit as st
from pandas import DataFrame

from areamap.i18n import Lang, t
from areamap.registers import definitions
from areamap.ui import home
from areamap.ui.html_table import html_table

if TYPE_CHECKING:
    from areamap.imports import Look, SheetLook

_LIKELY: Final = 0.5
_PREVIEWED: Final = 12
_COLUMNS: Final = 14


@dataclass(frozen=True, slots=True)
class Reading:
    """
    How a file is to be read.

    Attributes
    ----------
    register
        Id of the register.
    sheet
        Name of the only sheet to read; empty for all that fit.
    header_row
        Number that Excel shows beside the last row of headings; 0 where it is to be found.
    source
        Whose list it is, in her own words; what is decided is remembered for it.
    """

    register: str
    sheet: str
    header_row: int
    source: str

    def told(self) -> dict[str, Any]:
        """Return it as the import desk takes it."""
        return asdict(self)


def choose(look: "Look", lang: Lang, *, name: str, now: Reading | None = None) -> Reading | None:
    """
    Show what a file looks like and let it be changed.

    Parameters
    ----------
    look
        What the file looks like.
    lang
        Language of the page.
    name
        Names the widgets.
    now
        How it is read already; None for a file that is new.

    Returns
    -------
    Reading | None
        What is chosen; None as long as no register is.
    """
    if not look.sheets:
        st.warning(t("importing.no_table", lang))
        return None
    guessed = [register for register, _ in look.registers]
    _say_guess(look, lang)
    one, two, three = st.columns([4, 4, 2])
    others = [each for each in definitions.ids() if each not in guessed]
    options = [*guessed, *others]
    first = now.register if now else (guessed[0] if guessed else None)
    register = one.selectbox(
        t("importing.register", lang),
        options,
        index=None if first is None else options.index(first),
        format_func=lambda each: definitions.load(each).label(lang),
        placeholder=t("importing.register_choose", lang),
        key=f"register_{name}",
    )
    told = now.source if now else look.source
    source = two.selectbox(
        t("importing.source", lang),
        _sources(told),
        # Whose it is has to be said where nothing tells: not that of the first one known.
        index=0 if told else None,
        key=f"source_{name}",
        accept_new_options=True,
        placeholder=t("importing.source_choose", lang),
        help=t("importing.source_help", lang),
    )
    sheet = _sheet(look, lang, name, now)
    with three:
        header_row = _header_row(sheet, lang, name, now)
    shown = sheet or look.sheets[0]
    st.html(_preview(shown, header_row or shown.header_row, lang))
    if register is None:
        return None
    named = sheet.name if sheet and len(look.sheets) > 1 else ""
    return Reading(register, named, header_row, source or "")


def _say_guess(look: "Look", lang: Lang) -> None:
    if not look.registers:
        st.warning(t("importing.guess_none", lang))
        return
    register, score = look.registers[0]
    key = "importing.guess_likely" if score >= _LIKELY else "importing.guess_maybe"
    st.markdown(t(key, lang, register=definitions.load(register).label(lang)))


def _sources(first: str) -> list[str]:
    known = home.workspace().store.mappings.sources()
    return list(dict.fromkeys(each for each in (first, *known) if each))


def _sheet(look: "Look", lang: Lang, name: str, now: Reading | None) -> "SheetLook | None":
    """Return the sheet that is chosen; None where all that fit are read, or there is only one."""
    if len(look.sheets) == 1:
        return look.sheets[0]
    names = [each.name for each in look.sheets]
    options = ["", *names]
    first = options.index(now.sheet) if now and now.sheet in names else 0
    chosen = st.selectbox(
        t("importing.sheet", lang),
        options,
        index=first,
        format_func=lambda each: each or t("importing.sheet_all", lang, count=len(names)),
        key=f"sheet_{name}",
    )
    return next((each for each in look.sheets if each.name == chosen), None)


def _header_row(sheet: "SheetLook | None", lang: Lang, name: str, now: Reading | None) -> int:
    """Return the row of headings where it is chosen to be another than the one found, else 0."""
    if sheet is None:
        return 0
    found = now.header_row if now and now.header_row else sheet.header_row
    chosen = st.number_input(
        t("importing.header_row", lang),
        min_value=1,
        max_value=max(sheet.rows, 1),
        value=found,
        step=1,
        key=f"header_{name}_{sheet.name}",
        help=t("importing.header_row_help", lang),
    )
    return 0 if chosen is None or chosen == sheet.header_row else int(chosen)


def _preview(sheet: "SheetLook", header_row: int | None, lang: Lang) -> str:
    lines = [
        {"": str(number), **dict(enumerate(cells[:_COLUMNS]))}
        for number, cells in list(sheet.preview)[:_PREVIEWED]
    ]
    table = DataFrame(lines).fillna("")
    marks = ["areamap-heading" if int(number) == header_row else "" for number in table.get("", [])]
    letters = {place: chr(ord("A") + place) for place in range(_COLUMNS)}
    title = t("importing.preview", lang, sheet=sheet.name)
    return html_table(table.rename(columns=letters), title, marks=marks)
