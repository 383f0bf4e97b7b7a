"""The last forum of an area on a page, and the way to state one."""

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from areamap.calendar import format_date
from areamap.direction import forums
from areamap.i18n import Lang, t
from areamap.places import ladder
from areamap.ui import access, home
from areamap.ui.access import Role

if TYPE_CHECKING:
    from areamap.direction.forums import Forum


def last(scope: str, before: date) -> "Forum | None":
    """
    Return the last forum of an area, or of one that it lies in, before a day.

    Parameters
    ----------
    scope
        Code of the area.
    before
        The day.
    """
    workspace = home.workspace()
    above = ladder.above(scope, workspace.groupings.all, before)
    sample = workspace.is_sample("council")
    figures = workspace.direction.rows("published", sample=sample)
    codes = [area.code for area in reversed(above)]
    return forums.last(before, codes, forums.every(workspace.store), figures)


def offer(scope: str, place: str, day: date, lang: Lang) -> None:
    """Offer an editor to remember a day as that of a forum, where it is not known as one."""
    if not access.may(Role.EDITOR):
        return
    if day in forums.every(home.workspace().store).get(scope, ()):
        st.caption(t("change.remembered", lang, place=place, day=format_date(day, lang)))
        return
    st.button(
        t("change.remember", lang, place=place),
        key="remember_forum",
        on_click=_remember,
        args=(scope, day),
        icon=":material/bookmark_add:",
    )


def _remember(scope: str, day: date) -> None:
    if access.may(Role.EDITOR):
        forums.remember(home.workspace().store, scope, day, access.person().name)
