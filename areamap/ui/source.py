"""The lines under the map: where its figures come from, and what it can't show."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.calendar import format_date
from areamap.i18n import t
from areamap.ui import home, loaders
from areamap.ui.map_view import as_of_line
from areamap.workspace import registers_of

if TYPE_CHECKING:
    from pandas import Index

    from areamap.i18n import Lang
    from areamap.store import Publication
    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked


def missing(key: "Asked", chosen: "Choices") -> None:
    """Say how to publish a register where there is none, and where the day comes before it."""
    found = loaders.snapshot(key).publications
    for register in registers_of(key.theme):
        if register not in found:
            theme = t(f"ui.theme_{register}", chosen.lang)
            st.info(t("ui.nothing_published", chosen.lang, theme=theme, register=register))
    before_first(key, chosen.lang)


def before_first(key: "Asked", lang: "Lang") -> None:
    """Say so where the day lies before the first one that a register tells of."""
    for register in registers_of(key.theme):
        first = loaders.first_record(key, register)
        if first is not None and key.as_of < first:
            told = {"first": format_date(first, lang), "day": format_date(key.as_of, lang)}
            theme = t(f"ui.theme_{register}", lang)
            st.info(t("moments.before_first", lang, theme=theme, **told))


def show(key: "Asked", chosen: "Choices", inside: "Index", name: str = "source") -> None:
    """
    Say source, day and kind of map, and what is missing.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    inside
        Tambons of the area looked at.
    name
        Names the lines on their page.
    """
    lang = chosen.lang
    with st.container(key=name):
        # A text element of its own kind: names of files are other people's words.
        st.text(line(key, chosen))
    lost = len(inside.difference(home.topology(chosen.map_kind)[1]))
    if lost:
        st.caption(t("ui.no_polygon", lang, count=f"{lost:,}"))


def line(key: "Asked", chosen: "Choices") -> str:
    """Return file, basis, day and kind of map as one line."""
    return "  ·  ".join(_lines(key, chosen))


def _lines(key: "Asked", chosen: "Choices") -> list[str]:
    lang = chosen.lang
    lines = [as_of_line(key, chosen), t(f"ui.map_note_{chosen.map_kind}", lang)]
    found = loaders.snapshot(key).publications
    shown = [found[register] for register in registers_of(key.theme) if register in found]
    return [*dict.fromkeys(of_publication(each, lang) for each in shown), *lines]


def of_publication(publication: "Publication", lang: "Lang") -> str:
    """Return file, day and number of a publication as one line."""
    day = format_date(publication.created_at.astimezone().date(), lang)
    key = "ui.source_sample" if publication.is_sample else "ui.source"
    return t(key, lang, file=publication.file_name, day=day, number=publication.id)
