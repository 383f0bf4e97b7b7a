"""A list that comes back filled in: read in the sandbox, compared, shown, and then taken in."""

from typing import TYPE_CHECKING, Final

import streamlit as st
from pandas import DataFrame

from areamap.calendar import format_date
from areamap.direction import assignment_lists
from areamap.direction.assignment_lists import Asked, heading
from areamap.errors import AreamapError
from areamap.i18n import Lang, t
from areamap.measures.basis import Basis
from areamap.measures.coverage import GAP
from areamap.measures.states import Theme
from areamap.ui import access, gaps_data, home, loaders
from areamap.ui.access import Role
from areamap.ui.gap_list import SHOWN
from areamap.ui.html_table import html_table
from areamap.ui.import_steps import welcome, writing

if TYPE_CHECKING:
    from areamap.direction.assignment_lists import Difference, Returned
    from areamap.registers.cells import Sheet
    from areamap.store import Assignment, Wanted
    from areamap.ui.gaps_choice import Page

_TURN: Final = "gaps_back_turn"
"""Session key of how often the box for the file was emptied; a new key empties it."""
_READ: Final = "gaps_back_read"
"""Session key of the sheets that were read last: the id of the upload, its name, its sheets."""


def show(page: "Page") -> None:
    """Offer to bring a list back in; only for who may edit."""
    if not access.may(Role.EDITOR):
        return
    lang = page.lang
    st.subheader(t("gaps.back_title", lang), anchor=False)
    st.html(f"<style>{welcome.words_of_upload(lang)}</style>")
    upload = st.file_uploader(
        t("gaps.back_file", lang),
        type=["xlsx", "xls", "csv"],
        key=f"gaps_back_{st.session_state.get(_TURN, 0)}",
        help=t("gaps.about_back", lang),
    )
    if upload is None:
        st.session_state.pop(_READ, None)
        return
    try:
        returned = _compared(page, _sheets(upload), upload.name)
    except AreamapError as error:
        st.error(writing.plain(error.text(lang)))
        return
    _tell(page, returned)


def _sheets(upload: "st.runtime.uploaded_file_manager.UploadedFile") -> "list[Sheet]":
    """Return the sheets of the file, read once."""
    kept = st.session_state.get(_READ)
    if kept is None or kept[0] != upload.file_id:
        received = home.workspace().imports.receive(upload.name, upload.getvalue())
        sheets = [sheet for each in received for sheet in each.sheets]
        kept = st.session_state[_READ] = (upload.file_id, upload.name, sheets)
    found: list[Sheet] = kept[2]
    return found


def _compared(page: "Page", sheets: "list[Sheet]", file: str) -> "Returned":
    states = loaders.states(page.key, page.chosen.basis)["state"]
    asked = Asked(
        Theme(page.chosen.theme),
        Basis(page.chosen.basis),
        loaders.snapshot(page.key).is_sample,
        {str(code): str(state) for code, state in states.items()},
        frozenset(str(each) for each in GAP),
        gaps_data.assigned(page.key, page.chosen.basis),
    )
    return assignment_lists.compare(sheets, asked, file)


def _tell(page: "Page", returned: "Returned") -> None:
    lang = page.lang
    counts = {
        "changes": f"{len(returned.differences):,}",
        "same": f"{returned.same:,}",
        "blank": f"{returned.blank:,}",
        "refused": f"{len(returned.refused):,}",
    }
    with st.container(key="back_counts"):
        st.text(t("gaps.back_counts", lang, **counts))
    if returned.refused:
        title = t("gaps.back_refused", lang)
        st.markdown(f"**{title}**")
        st.html(html_table(_refused(returned, lang).head(SHOWN), title))
    if not returned.differences:
        st.info(t("gaps.back_nothing", lang))
        return
    title = t("gaps.back_differences", lang)
    st.markdown(f"**{title}**")
    st.html(html_table(_differences(page, returned).head(SHOWN), title))
    st.button(
        t("gaps.back_take", lang, count=f"{len(returned.differences):,}"),
        key="back_take",
        on_click=_take,
        args=([each.after for each in returned.differences],),
        type="primary",
        icon=":material/check:",
    )


def _refused(returned: "Returned", lang: Lang) -> DataFrame:
    rows = [(str(each.row), each.code, each.text(lang)) for each in returned.refused]
    return DataFrame(rows, columns=[heading(name, lang) for name in ("row", "code", "reason")])


def _differences(page: "Page", returned: "Returned") -> DataFrame:
    lang = page.lang
    names = loaders.labels(page.key, page.chosen.basis)
    rows = [_difference(each, names, lang) for each in returned.differences]
    columns = [heading(name, lang) for name in ("name", "code", "before", "after")]
    return DataFrame(rows, columns=columns)


def _difference(each: "Difference", names: DataFrame, lang: Lang) -> tuple[str, str, str, str]:
    code = each.after.place.area_code
    called = names[f"name_{lang}"].fillna(names["name_th"]).get(code, code)
    before = t("gaps.back_nobody", lang) if each.before is None else _written(each.before, lang)
    return str(called), code, before, _written(each.after, lang)


def _written(each: "Assignment | Wanted", lang: Lang) -> str:
    due = "" if each.due_on is None else format_date(each.due_on, lang)
    parts = (each.assigned_to, due, t(f"gaps.step_{each.state}", lang), each.note)
    return " · ".join(part for part in parts if part)


def _take(wanted: "list[Wanted]") -> None:
    store = home.workspace().store.assignments
    if writing.done(lambda by: store.put(wanted, by)):
        st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
        st.session_state.pop(_READ, None)
        writing.say("done", "gaps.back_taken", count=f"{len(wanted):,}")
