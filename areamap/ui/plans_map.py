"""The map of the page of plans: where a plan holds, where it is over, where none is on record."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from areamap.draw import looks
from areamap.draw.area_layer import OUTSIDE, Look
from areamap.i18n import t
from areamap.measures.terms import PlanState
from areamap.ui import live_map, map_view, plans_data, plans_words

if TYPE_CHECKING:
    from areamap.draw.area_layer import View
    from areamap.ui.plans_choice import Shown

_UNCLEAR: Final = Look("#f1ecf5", mark="hatch", ink="#7d5a9e", weight=1.4)
_LOOKS: Final = {
    PlanState.ADOPTED: Look("#0f766e"),
    PlanState.SUBMITTED: Look("#7cc4bb"),
    PlanState.DRAFTED: Look("#e8c565"),
    PlanState.UNTOLD: _UNCLEAR,
    PlanState.AHEAD: Look("#8fb9cc"),
    PlanState.PARTLY: _UNCLEAR,
    PlanState.MAYBE: _UNCLEAR,
    PlanState.NO_YEARS: _UNCLEAR,
    PlanState.EXPIRED: Look("#b8400f"),
    PlanState.NOT_RECORDED: Look("#f3f5f6", mark="hatch", ink="#b3c0c5", weight=1.2, gap=True),
}
_FIRST: Final = OUTSIDE + 1


def show(shown: "Shown") -> None:
    """Show the map of the area looked at, or of the one that is picked in it."""
    lang = shown.lang
    title = t("plans.map", lang)
    view = map_view.of("plans", shown.cache_key, shown.chosen, lambda: _view(shown, title))
    told = "  ·  ".join(plans_words.told_by(shown))
    live_map.show(
        replace(view, heading=f"{title} · {shown.place}", source=told), name="plans_areas"
    )


def _view(shown: "Shown", title: str) -> "View":
    lang = shown.lang
    states = plans_data.by_tambon(shown.key).loc[shown.inside, "state"]
    counts = states.value_counts()
    palette = [looks.AROUND]
    for state, look in _LOOKS.items():
        count = int(counts.get(str(state), 0))
        named = look.named(t(f"plans.state_{state}", lang), f"{count:,}")
        palette.append(named if count else look)
    number = {str(state): place for place, state in enumerate(_LOOKS, start=_FIRST)}
    return map_view.shown(shown.key, shown.chosen, states.map(number), palette, title=title)
