"""The charts of a tambon side by side on its page."""

from typing import TYPE_CHECKING

import streamlit as st

from areamap.ui import chart, tambon_charts

if TYPE_CHECKING:
    from areamap.direction.profile import Profile
    from areamap.i18n import Lang


def show(profile: "Profile", lang: "Lang") -> None:
    """Show the charts that there is something for."""
    made = {
        "members": tambon_charts.members(profile, lang),
        "circulating": tambon_charts.circulating(profile, lang),
        "money": tambon_charts.money(profile, lang),
    }
    shown = {name: each for name, each in made.items() if each is not None}
    if not shown:
        return
    places = st.columns(2, gap="large")
    for number, (name, each) in enumerate(shown.items()):
        with places[number % 2]:
            chart.show(each, name=f"tambon_{name}", lang=lang, beside=False)
