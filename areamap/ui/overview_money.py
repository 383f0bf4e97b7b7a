"""What changed of an area's money: since the fiscal year before, and since the last forum."""

from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.briefs.sentences import standing
from areamap.calendar import fiscal_year, format_year
from areamap.direction.changes import Moment
from areamap.i18n import t
from areamap.places.levels import Level
from areamap.ui import change_data, change_forums, loaders, moments, subjects, ways, years

if TYPE_CHECKING:
    from areamap.ui.choices import Choices
    from areamap.ui.loaders import Asked

_ICON: Final = ":material/history:"


def show(key: "Asked", chosen: "Choices") -> None:
    """
    Say what changed, each with the way to see it.

    Parameters
    ----------
    key
        What is asked.
    chosen
        What the viewer has chosen.
    """
    with st.container(key="moved"):
        if chosen.year is not None:
            _since_year(key, chosen, chosen.year)
        _since_forum(chosen)


def _since_year(key: "Asked", chosen: "Choices", year: int) -> None:
    lang, scope = chosen.lang, chosen.scope
    if years.is_running(year, moments.day()):
        # Part of a year beside a whole one would look like a fall.
        st.text(t("standing.paid_running", lang, year=format_year(year, lang)))
        return
    now, before = (loaders.budget(key, scope, each)["amount_baht"] for each in (year, year - 1))
    said = standing.paid_moved(
        float(now.sum()), float(before.sum()) if len(before) else None, year - 1, lang
    )
    ways.link("budget", said, icon=_ICON, scope=scope, lang=lang, fy=str(year))


def _since_forum(chosen: "Choices") -> None:
    lang, scope = chosen.lang, chosen.scope
    # As the page of changes has it: the years that have begun, on the day that is looked at.
    asked = loaders.asked(subjects.BUDGET, None)
    forum = change_forums.last(scope, asked.as_of)
    if forum is None or fiscal_year(forum.day) == fiscal_year(asked.as_of):
        return
    between = change_data.Between(asked, Moment(forum.day), Moment(asked.as_of))
    line = change_data.paid_account(between, Level.TAMBON, scope).sum()
    said = standing.paid_since(line, forum.day, lang)
    more = {"since": forum.day.isoformat(), "theme": subjects.BUDGET}
    ways.link("change", said, icon=_ICON, scope=scope, lang=lang, **more)
