"""What the checks found, one line each; an opened one shows its rows and takes an explanation."""

from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from areamap.i18n import t
from areamap.quality import words
from areamap.ui import choices, quality_choice, quality_explaining, quality_rows
from areamap.ui.import_steps import paging

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.ui.quality_choice import Chosen

_PAGE: Final = 12
_COLOURS: Final = {"wrong": "red", "doubt": "orange", "note": "gray"}


def show(chosen: "Chosen") -> None:
    """Show the findings of the area that are asked for, worst first."""
    lang = chosen.lang
    st.header(t("quality.findings", lang), anchor=False)
    st.segmented_control(
        t("quality.show", lang),
        quality_choice.SHOWN,
        format_func=lambda name: _choice(name, chosen),
        key=choices.widget_key(quality_choice.SHOW),
        label_visibility="collapsed",
        wrap=True,
    )
    listed = chosen.listed
    if listed.empty:
        st.success(t("quality.findings_none", lang))
        return
    page = _page(chosen)
    # What is missing is None: a NaN would be true.
    for key, line in page.astype(object).where(page.notna(), None).to_dict("index").items():
        _show_one(str(key), line, chosen)


def _page(chosen: "Chosen") -> "DataFrame":
    """Return the findings of the page that is turned to, the opened one first where it is not."""
    listed, opened = chosen.listed, chosen.opened
    name = f"findings_{chosen.show}_{chosen.scope}"
    part = paging.page(listed, _PAGE, name=name, lang=chosen.lang)
    if opened is None or opened in part.index:
        return part
    return listed.loc[[opened, *part.index]]


def _choice(name: str, chosen: "Chosen") -> str:
    if name == quality_choice.OPEN:
        return t("quality.show_open", chosen.lang)
    if name == quality_choice.EXPLAINED:
        return t("quality.explained", chosen.lang)
    return t(f"quality.severity_{name}", chosen.lang)


def _show_one(key: str, line: dict[Any, Any], chosen: "Chosen") -> None:
    lang = chosen.lang
    is_open = key == chosen.opened
    with st.container(border=True, key=f"found_{key}"):
        left, middle, right = st.columns([2, 7, 2], vertical_alignment="center")
        left.markdown(_badges(line, chosen))
        with middle:
            place = line[f"name_{lang}"] or t("quality.no_place", lang)
            st.caption(f"{place} · {words.register(line['register'], lang)}")
            # A text element of its own kind: names of councils are other people's words.
            st.text(words.finding(line["what"], line["told"], lang))
        closed = "quality.rows_show" if line["rows"] else "quality.rows_open"
        label = "quality.rows_close" if is_open else closed
        right.button(
            t(label, lang, count=f"{line['rows']:,}"),
            key=f"open_{key}",
            on_click=quality_choice.close if is_open else quality_choice.open_one,
            args=() if is_open else (key,),
            width="stretch",
        )
        quality_explaining.told(line, lang)
        if is_open:
            quality_rows.show(key, chosen)
            quality_explaining.show(key, line, lang)


def _badges(line: dict[Any, Any], chosen: "Chosen") -> str:
    lang, severity = chosen.lang, line["severity"]
    said = f":{_COLOURS[severity]}-badge[{t(f'quality.severity_{severity}', lang)}]"
    if line["note"]:
        said = f":green-badge[{t('quality.explained', lang)}]"
    check = line["check"]
    return f"{said} {t(f'quality.check_{check}', lang)}"
