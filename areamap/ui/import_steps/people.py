"""A list of persons or households becomes counts per tambon, and the counts a draft."""

import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap import settings
from areamap.calendar import fiscal_year
from areamap.i18n import Lang, t
from areamap.ui import access, home
from areamap.ui.import_steps import address, how_far, writing
from areamap.ui.import_steps.address import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from areamap.counting.lists import PeopleList
    from areamap.progress import Progress
    from areamap.store import KeptDraft

FOLDER: Final = "lists"
"""Folder of the data home where the person at the machine puts lists too large for a browser."""

_KINDS: Final = ("csv", "tsv", "txt", "gz", "parquet")
_YEARS: Final = 12
_MEGABYTE: Final = 2**20


def show(lang: Lang) -> None:
    """Show how a list is counted: no person of it is kept, only how many there are where."""
    from areamap.counting import lists  # noqa: PLC0415 - only where a list is counted

    st.markdown(t("counting_page.intro", lang))
    one, two, three = st.columns([4, 4, 2])
    kind = one.selectbox(
        t("counting_page.kind", lang),
        lists.every(),
        format_func=lambda each: each.label(lang),
        key="people_kind",
    )
    source = two.text_input(
        t("importing.source", lang), key="people_source", help=t("importing.source_help", lang)
    ).strip()
    year = three.selectbox(
        t("counting_page.year", lang),
        [None, *_years()],
        format_func=lambda each: (
            t("counting_page.year_in_list", lang) if each is None else str(each)
        ),
        key="people_year",
        help=t("counting_page.year_help", lang),
    )
    upload = st.file_uploader(t("counting_page.file", lang), type=list(_KINDS), key="people_file")
    lying = _lying(lang)
    chosen = upload is not None or lying is not None
    if not st.button(
        t("counting_page.count", lang), type="primary", key="people_count", disabled=not chosen
    ):
        return
    with how_far.shown(lang) as tell:
        job = partial(_begin, kind, upload, lying, source, year, tell)
        kept = writing.attempt(job)
    if kept is not None:
        writing.say("done", "counting_page.counted", list=kind.label(lang))
        address.go(kept.id, Step.ROWS)
    st.rerun()


def _years() -> "Iterator[int]":
    now = fiscal_year(date.today())  # noqa: DTZ011 - the day where she is
    yield from range(now, now - _YEARS, -1)


def _lying(lang: Lang) -> Path | None:
    """Return the list that is chosen in the data home's folder; say how to count larger ones."""
    chosen = settings.load()
    most = chosen.max_upload_bytes // _MEGABYTE
    if not access.person().is_local:
        st.caption(t("counting_page.limit", lang, most=most))
        return None
    folder = chosen.home / FOLDER
    found = sorted(each for each in folder.glob("*.*") if each.suffix.lower()[1:] in _KINDS)
    if not found:
        st.caption(writing.plain(t("counting_page.limit_local", lang, most=most, folder=folder)))
        return None
    name = st.selectbox(
        t("counting_page.lying", lang, most=most, folder=folder),
        [each.name for each in found],
        index=None,
        placeholder=t("counting_page.lying_choose", lang),
        key="people_lying",
    )
    return next((each for each in found if each.name == name), None)


def _begin(
    kind: "PeopleList",
    upload: "UploadedFile | None",
    lying: Path | None,
    source: str,
    year: int | None,
    progress: "Progress",
    by: str,
) -> "KeptDraft":
    """Count a list and keep its counts, and nothing else of it, as a draft."""
    from areamap.counting import table  # noqa: PLC0415 - only where a list is counted
    from areamap.imports.incoming import safe_name  # noqa: PLC0415 - the same

    opened = home.workspace()
    with tempfile.TemporaryDirectory(prefix="areamap-") as folder:
        path = lying
        if upload is not None:
            path = Path(folder) / safe_name(upload.name)
            path.write_bytes(upload.getbuffer())
        assert path is not None  # noqa: S101 - the button asks for one
        counted = opened.counting.count(
            kind.id, path, source=source, fiscal_year=year, progress=progress
        )
        counts = Path(folder) / f"{path.name.split('.')[0]}-counts.csv"
        table.write(counted, counts)
        (incoming,) = opened.imports.receive(counts.name, counts)
    return opened.imports.begin(
        incoming, by=by, register=counted.people.register.id, source=source or None
    )
