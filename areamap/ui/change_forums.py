"""The last forum of an area on a page, and the way to state one."""

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from areamap.calendar import format_date
from areamap.direction import forums
from areamap.i18n import Lang, t
from areamap.places import ladder
from areamap.places.levels import Level
from areamap.ui import access, home
from areamap.ui.access import Role
from areamap.ui.keeping import kept

if TYPE_CHECKING:
    from areamap.direction.forums import Forum
    from areamap.places.groupings import Groupings


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
    sample = home.workspace().is_sample("council")
    return of_world(scope, before, is_sample=sample)


def of_world(
    scope: str, before: date, *, is_sample: bool, of_country: bool = True
) -> "Forum | None":
    """
    Return the last forum of an area as one of the two worlds tells it.

    Parameters
    ----------
    scope, before
        As for `last`.
    is_sample
        Which world the published figures are of.
    of_country
        Whether one of the whole country is one of each area.
    """
    workspace = home.workspace()
    figures = workspace.direction.publication("published", sample=is_sample)
    said = workspace.store.setting(forums.SETTING) or ""
    number = None if figures is None else figures.id
    world = (str(workspace.settings.home), number, said)
    return _last(scope, before, of_country, workspace.groupings.all, world)


@kept(256)
def _last(
    scope: str,
    before: date,
    of_country: bool,
    groupings: "Groupings",
    world: tuple[str, int | None, str],
) -> "Forum | None":
    workspace = home.workspace()
    above = ladder.above(scope, groupings, before)
    codes = [each.code for each in above[::-1] if of_country or each.level is not Level.COUNTRY]
    _, number, _ = world
    figures = None
    if number is not None:
        figures = workspace.rows(workspace.store.publication(number))
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
