"""A document of what one looks at, made at a click: choose the kind, wait, take it away."""

from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from areamap.errors import AreamapError
from areamap.i18n import Lang, t
from areamap.places import hierarchy
from areamap.places.levels import Level
from areamap.progress import Progress
from areamap.ui import home
from areamap.ui.picked import plain

_KINDS: Final = {
    "slides.pptx": "slides",
    "report.docx": "report",
    "report.pdf": "report",
    "workbook.xlsx": "workbook",
    "geodata.gpkg": "geodata",
    "geodata.geojson": "geodata",
    "page.html": "page",
}
"""What can be made of one area: the kind by its key, which tells the ending, too."""

_SET: Final = "set.zip"
_WIDE: Final = (Level.CLUSTER, Level.OFFICE, Level.REGION)
"""Levels whose provinces can be had all at once; of the whole country, in the terminal."""

_MADE: Final = "brief_made"


@dataclass(frozen=True, slots=True)
class _Made:
    """A document that was made in this session, what of, and which of its files are not in it."""

    key: tuple[str, date, str, Lang]
    name: str
    mime: str
    content: bytes
    failed: tuple[tuple[str, str], ...] = ()


@st.fragment
def show(code: str, as_of: date, lang: Lang) -> None:
    """
    Offer the documents of an area.

    Parameters
    ----------
    code
        `area_code`, or a group's code.
    as_of
        The day that is looked at.
    lang
        Language of the page and of the document.
    """
    with st.popover(t("brief.offer", lang), icon=":material/description:"):
        wide = _area(code, as_of).level in _WIDE
        options = [*_KINDS, *([_SET] if wide else [])]
        kind = st.radio(
            t("brief.offer_kind", lang),
            options,
            format_func=lambda each: t(f"brief.kind_{each.replace('.', '_')}", lang),
            key="brief_kind",
        )
        key = (code, as_of, kind, lang)
        if st.button(t("brief.offer_make", lang), key="brief_make", type="primary"):
            _make(key)
        made = st.session_state.get(_MADE)
        if made is not None and made.key == key:
            if made.failed:
                st.warning(_lacking(made.failed, lang))
            st.download_button(
                t("brief.offer_take", lang, name=made.name),
                made.content,
                file_name=made.name,
                mime=made.mime,
                key="brief_take",
                icon=":material/download:",
                on_click="ignore",
            )


def _make(key: tuple[str, date, str, Lang]) -> None:
    """Make a document while a bar shows how far it is, and keep it for this session."""
    _, _, kind, lang = key
    bar = st.progress(0.0, t("brief.doing_read", lang))

    def tell(share: float, doing: str) -> None:
        bar.progress(share, t(doing, lang))

    make = _make_set if kind == _SET else _make_one
    try:
        st.session_state[_MADE] = make(key, tell)
    except AreamapError as error:
        st.error(error.text(lang))
    bar.empty()


def _make_one(key: tuple[str, date, str, Lang], tell: Progress) -> _Made:
    from areamap.briefs import documents, making  # noqa: PLC0415 - only for who makes one

    code, as_of, kind, lang = key
    opened = home.workspace()
    content, terrain = making.brief(
        opened.direction, opened.boundaries, opened.settings.home, code, as_of=as_of, lang=lang
    )
    tell(0.5, "brief.doing_write")
    suffix = f".{kind.rpartition('.')[2]}"
    body = documents.write(content, terrain, suffix)
    name = documents.file_name(content, _KINDS[kind], suffix)
    return _Made(key, name, documents.MIME[suffix], body)


def _make_set(key: tuple[str, date, str, Lang], tell: Progress) -> _Made:
    from areamap.briefs import sets  # noqa: PLC0415 - as above

    code, as_of, _, lang = key
    opened = home.workspace()
    provinces = sets.provinces(_area(code, as_of), opened.groupings.all, as_of)
    body, made = sets.zipped(opened.settings.home, provinces, as_of, lang, tell)
    name = f"{code}-{as_of.isoformat()}.zip"
    return _Made(key, name, "application/zip", body, made.failed)


def _lacking(failed: tuple[tuple[str, str], ...], lang: Lang) -> str:
    """Return which documents of a set could not be made: the others are kept."""
    files = "\n".join(f"- {plain(f'{name}: {why}')}" for name, why in failed)
    return t("errors.brief_set_failed", lang, count=len(failed), files=f"\n\n{files}")


def _area(code: str, as_of: date) -> hierarchy.Area:
    return hierarchy.find_area(code, home.workspace().groupings.all, as_of)
