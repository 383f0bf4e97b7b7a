"""Where an administrator hands in a file of boundaries, which the true map is drawn from."""

import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st
from pandas import DataFrame

from areamap import settings
from areamap.calendar import format_date
from areamap.i18n import Lang, t
from areamap.ui import access, home
from areamap.ui.access import Role
from areamap.ui.html_table import html_table
from areamap.ui.import_steps import how_far, writing

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from areamap.progress import Progress

KINDS: Final = ("zip", "gpkg", "geojson", "json", "parquet")
"""A shapefile comes zipped: one of its files alone says nothing."""

_TURN: Final = "boundaries_turn"
"""Session key of how often the box was emptied; a new key empties it."""


def show(lang: Lang) -> None:
    """Show an administrator which sets of boundaries there are, and where one is handed in."""
    if not access.may(Role.ADMINISTRATOR):
        return
    sets = home.workspace().boundaries.listing()
    st.header(t("boundary_sets.title", lang), anchor="boundaries")
    st.caption(t("boundary_sets.intro", lang))
    if len(sets):
        st.html(html_table(_listed(sets, lang), t("boundary_sets.title", lang)))
        _others(sets, lang)
    _offer(lang)


def _listed(sets: "DataFrame", lang: Lang) -> "DataFrame":
    told = {
        "name": sets.index,
        "level": [t(f"levels.{level}", lang) for level in sets["level"]],
        "in_use": [
            t(f"boundary_sets.{'used' if used else 'kept'}", lang) for used in sets["in_use"]
        ],
        "features": pd.to_numeric(sets["features"]).to_numpy(),
        "matched": pd.to_numeric(sets["matched"]).to_numpy(),
        "day": [
            format_date(date.fromisoformat(added.split()[0]), lang) for added in sets["added_at"]
        ],
    }
    return DataFrame({t(f"boundary_sets.column_{name}", lang): each for name, each in told.items()})


def _others(sets: "DataFrame", lang: Lang) -> None:
    """Offer to put another set in use: one that lacks areas is not of its own accord."""
    for place, name in enumerate(sets.index[~sets["in_use"].astype("bool")]):
        st.button(
            t("boundary_sets.use", lang, name=writing.plain(name)),
            key=f"boundaries_use_{place}",
            on_click=_use,
            args=(name,),
        )


def _use(name: str) -> None:
    def job(by: str) -> None:
        home.workspace().boundaries.use(name, by=by)

    if writing.done(job, Role.ADMINISTRATOR):
        writing.say("done", "boundary_sets.taken", name=name)


def _offer(lang: Lang) -> None:
    turn = st.session_state.get(_TURN, 0)
    most = settings.load().max_upload_bytes // 2**20
    upload = st.file_uploader(
        t("boundary_sets.file", lang),
        type=list(KINDS),
        key=f"boundaries_file_{turn}",
        help=t("boundary_sets.file_help", lang, most=most),
    )
    one, two = st.columns(2)
    name = one.text_input(
        t("boundary_sets.name", lang),
        key=f"boundaries_name_{turn}",
        help=t("boundary_sets.name_help", lang),
    )
    crs = two.text_input(
        t("boundary_sets.crs", lang),
        key=f"boundaries_crs_{turn}",
        placeholder="EPSG:32647",
        help=t("boundary_sets.crs_help", lang),
    )
    if not st.button(t("boundary_sets.take", lang), key="boundaries_take", disabled=upload is None):
        return
    assert upload is not None  # noqa: S101 - the button asks for one
    with how_far.shown(lang) as tell:
        job = partial(_add, upload, name.strip() or None, crs.strip() or None, tell)
        added = writing.attempt(job, Role.ADMINISTRATOR)
    if added is not None:
        st.session_state[_TURN] = turn + 1
        _say(added)
    st.rerun()


def _add(
    upload: "UploadedFile", name: str | None, crs: str | None, progress: "Progress", by: str
) -> dict[str, Any]:
    """Take a file in as the command does: another process reads it, which can harm nothing."""
    from areamap.imports.incoming import safe_name  # noqa: PLC0415 - only where a file is taken in

    with tempfile.TemporaryDirectory(prefix="areamap-") as folder:
        path = Path(folder) / safe_name(upload.name)
        path.write_bytes(upload.getbuffer())
        return home.workspace().boundaries.add(path, crs=crs, name=name, progress=progress, by=by)


def _say(added: dict[str, Any]) -> None:
    told = {"name": added["name"], "matched": f"{added['matched']:,}"}
    if added["in_use"]:
        writing.say("done", "boundary_sets.done", **told)
    else:
        writing.say("warning", "boundary_sets.beside", **told)
