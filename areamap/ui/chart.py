"""A chart on a page, with its table beside it, its data to download, and what a click picks."""

from dataclasses import dataclass, replace
from functools import cached_property, partial
from html import escape
from typing import TYPE_CHECKING, Any, Final, TypeVar

import streamlit as st

from areamap.briefs.workbook import workbook
from areamap.i18n import Lang, t
from areamap.ui.gap_list import SHOWN, XLSX
from areamap.ui.html_table import html_table
from areamap.ui.keeping import Keeping

if TYPE_CHECKING:
    from collections.abc import Callable

    from pandas import DataFrame
    from streamlit.delta_generator import DeltaGenerator

    from areamap.draw.charts import Figure
    from areamap.draw.charts.ready import Ready

    Pick = Callable[[str], None]

T = TypeVar("T")

_TALL: Final = 900
"""From how many pixels on a chart is scrolled in its frame."""

_CONFIG: Final = {"displayModeBar": False, "responsive": True, "scrollZoom": False}
_CHARTS: Final = Keeping[Any](192)


@dataclass(frozen=True, eq=False)
class Chart:
    """
    What is shown of one question.

    Attributes
    ----------
    figure
        As `areamap.draw.charts` makes it; None where there is nothing to draw, which is said.
    table
        What it is drawn from, with its headings.
    title
        What it shows.
    about
        Lines that the workbook carries below its title: basis, day, source; the first also stands
        below the title on the page.
    note
        What is to be known when reading it.
    """

    figure: "Figure | Ready | None"
    table: "DataFrame"
    title: str
    about: tuple[str, ...] = ()
    note: str = ""

    @cached_property
    def listed(self) -> str:
        """The table as the page shows it."""
        return html_table(self.table.head(SHOWN), self.title)

    def ready(self) -> "Chart":
        """Return the chart with its figure made ready to be shown again and again."""
        # plotly takes half a second to load, and who reads what stands above waits for it
        from areamap.draw.charts.ready import Ready  # noqa: PLC0415

        figure = self.figure
        return (
            self
            if figure is None or isinstance(figure, Ready)
            else replace(self, figure=Ready(figure))
        )


def show(
    chart: Chart, *, name: str, lang: Lang, beside: bool = True, pick: "Pick | None" = None
) -> None:
    """
    Show a chart.

    Parameters
    ----------
    chart
        The chart.
    name
        Names it on its page, and the file of its data without its ending.
    lang
        Language of the page.
    beside
        Whether the table stands beside it; else folded below it.
    pick
        Called with the code of the mark that was clicked, before the page runs again.
    """
    with st.container(key=f"chart_{name}"):
        st.subheader(chart.title, anchor=False)
        if chart.about:
            st.caption(chart.about[0])
        figure = chart.ready().figure
        if figure is None:
            st.info(t("charts.nothing", lang))
            return
        drawn, listed = _places(lang, beside=beside)
        with drawn:
            with _frame(figure, lang):
                _draw(figure, name, chart.title, pick)
            for line in ([t("charts.pick", lang)] if pick else []) + [chart.note] * bool(
                chart.note
            ):
                st.caption(line)
        with listed:
            _list(chart, name, lang)


def kept(name: str, key: tuple[object, ...], make: "Callable[[], T]") -> "T":
    """
    Return what was made before of the same, for a chart takes long to make.

    Parameters
    ----------
    name
        What is made.
    key
        All that it depends on: what is asked (`loaders.Asked`), what is chosen, the language.
    make
        Makes it.
    """

    def made() -> "T | Chart":
        found = make()
        return found.ready() if isinstance(found, Chart) else found

    known: T = _CHARTS.get((name, key), made)
    return known


def _places(lang: Lang, *, beside: bool) -> "tuple[DeltaGenerator, DeltaGenerator]":
    if beside:
        drawn, listed = st.columns([11, 9], gap="medium")
        return drawn, listed
    return st.container(), st.expander(t("charts.as_table", lang), icon=":material/table:")


def _frame(figure: "Ready", lang: Lang) -> "DeltaGenerator":
    if figure.height <= _TALL:
        return st.container()
    frame = st.container(height=_TALL, border=False)
    # Who uses no mouse scrolls what holds something that can be reached with the tabulator.
    frame.html(f"<p class='areamap-scrolls' tabindex='0'>{escape(t('charts.scroll', lang))}</p>")
    return frame


def _draw(figure: "Ready", name: str, title: str, pick: "Pick | None") -> None:
    if pick is None:
        st.plotly_chart(figure, theme=None, key=f"plot_{name}", config=_CONFIG, alt=title)
        return
    # A new key forgets what was clicked: the page shows what is picked, and a second click on the
    # same mark is a click again.
    key = f"plot_{name}_{st.session_state.get(_turn_key(name), 0)}"
    st.plotly_chart(
        figure,
        theme=None,
        key=key,
        config=_CONFIG,
        alt=title,
        on_select=partial(_picked, name, key, pick),
        selection_mode="points",
    )


def _picked(name: str, key: str, pick: "Pick") -> None:
    points = st.session_state[key]["selection"]["points"]
    told = next((point.get("customdata") for point in points), None)
    code = told[0] if isinstance(told, list) and told else told
    if code:
        st.session_state[_turn_key(name)] = st.session_state.get(_turn_key(name), 0) + 1
        pick(str(code))


def _turn_key(name: str) -> str:
    return f"chart_turn_{name}"


def _list(chart: Chart, name: str, lang: Lang) -> None:
    table, title, about = chart.table, chart.title, chart.about
    st.html(chart.listed)
    if len(table) > SHOWN:
        st.caption(t("ui.list_cut", lang, shown=SHOWN, count=f"{len(table):,}"))
    st.download_button(
        t("ui.download", lang),
        lambda: workbook(table, sheet=title, title=title, about=about),
        file_name=f"{name}.xlsx",
        mime=XLSX,
        key=f"download_{name}",
        icon=":material/download:",
        on_click="ignore",
    )
