"""The map of the page of work lines: how many lines, or where the line that is picked is."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from areamap.draw import looks
from areamap.draw.area_layer import OUTSIDE, Look
from areamap.i18n import t
from areamap.measures.integration import Reach
from areamap.ui import class_picker, lines_data, live_map, map_view, source, theme_views
from areamap.ui.class_picker import Classing

if TYPE_CHECKING:
    from areamap.draw.area_layer import View
    from areamap.ui.lines_choice import Shown

_LOOKS: Final = {
    Reach.AT_WORK: Look("#0f766e"),
    Reach.NONE: Look("#f2703d", gap=True),
    Reach.UNKNOWN: Look("#f3f5f6", mark="hatch", ink="#b3c0c5", weight=1.2),
}
_FIRST: Final = OUTSIDE + 1


def show(shown: "Shown") -> None:
    """Show the map of the area looked at, or of the one that is picked in it."""
    lang = shown.lang
    view = map_view.of("lines", shown.cache_key, shown.chosen, lambda: _view(shown))
    title = t("lines.map", lang)
    if shown.line is not None:
        title = t("lines.map_of", lang, line=lines_data.line_name(shown.line, lang))
    line = source.line(shown.key, shown.chosen)
    live_map.show(
        replace(view, heading=f"{title} · {shown.place}", source=line), name="lines_areas"
    )


def _view(shown: "Shown") -> "View":
    return _of_count(shown) if shown.line is None else _of_line(shown, shown.line)


def _of_count(shown: "Shown") -> "View":
    found = lines_data.narrowed(shown.key, shown.scope, shown.at, shown.agency)
    usual = class_picker.usual("sum")
    classing = Classing(usual.scheme, usual.palette.longest, usual.palette)
    lines = found.index["work_lines"]
    return theme_views.of_integration(shown.key, shown.chosen, found.tambons, lines, classing)


def _of_line(shown: "Shown", line: str) -> "View":
    lang = shown.lang
    found = lines_data.narrowed(shown.key, shown.scope, shown.at, shown.agency)
    states = found.index[line]
    counts = states.value_counts()
    palette = [looks.AROUND]
    for state, look in _LOOKS.items():
        count = int(counts.get(str(state), 0))
        word = "blank" if shown.agency and state is Reach.UNKNOWN else str(state)
        named = look.named(t(f"lines.map_{word}", lang), f"{count:,}")
        palette.append(named if count else look)
    number = {str(state): place for place, state in enumerate(_LOOKS, start=_FIRST)}
    return map_view.shown(
        shown.key,
        shown.chosen,
        states.map(number),
        palette,
        title=t("lines.map_of", lang, line=lines_data.line_name(line, lang)),
    )
