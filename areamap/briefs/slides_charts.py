"""Charts on slides that can be edited, in the colours of the screen."""

import math
import re
from typing import TYPE_CHECKING, Any, Final

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from areamap.briefs import slides_parts as parts
from areamap.briefs import told
from areamap.briefs.thai_text import LANGUAGES
from areamap.draw.charts.template import GRID, INK, QUIET
from areamap.draw.paper.charts import hues

if TYPE_CHECKING:
    from areamap.draw.paper.charts import Chart
    from areamap.i18n import Lang

_LIVE: Final = re.compile(r"^[={]|://|^mailto:")

_CHARTS: Final = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}


def chart(slide: Any, box: parts.Box, shown: "Chart", name: str, lang: "Lang", size: float) -> None:  # noqa: ANN401
    """Put a chart that can be edited in its place; what is not known leaves a gap."""
    number = f"#,##0{'.' + '0' * shown.digits if shown.digits else ''}"
    data: Any = CategoryChartData(number_format=number)  # type: ignore[no-untyped-call]
    data.categories = [_no_formula(each) for each in shown.frame.index]
    for series in shown.frame.columns:
        values = [None if math.isnan(value) else value for value in shown.frame[series].tolist()]
        data.add_series(_no_formula(series), values)
    place = [Inches(part) for part in box]
    frame = slide.shapes.add_chart(_CHARTS[shown.kind], *place, data)
    parts.describe(frame, name)
    _style(frame.chart, shown, size, lang)


def _no_formula(name: object) -> str:
    """Return a name that the workbook inside a chart does not take for a formula or a link."""
    words = told.line(name)
    return f" {words}" if _LIVE.search(words) else words


def _style(made: Any, shown: "Chart", size: float, lang: "Lang") -> None:  # noqa: ANN401
    made.font.size = Pt(size)
    made.font.color.rgb = parts.rgb(INK)
    for properties in made._chartSpace.iter(qn("a:defRPr")):  # noqa: SLF001
        parts.face(properties)
        properties.set("lang", LANGUAGES[lang])
    several = len(shown.frame.columns) > 1
    made.has_title = False
    made.has_legend = several
    if several:
        made.legend.position = XL_LEGEND_POSITION.TOP
        made.legend.include_in_layout = False
    _axes(made, shown)
    plot = made.plots[0]
    if shown.kind != "lines":
        plot.gap_width = 45
        plot.overlap = 100 if shown.kind == "stacked" else -5
    plot.has_data_labels = True
    plot.data_labels.number_format = f"#,##0{'.' + '0' * shown.digits if shown.digits else ''}"
    plot.data_labels.number_format_is_linked = False
    plot.data_labels.show_value = True
    for series, colour in zip(plot.series, hues(shown), strict=True):
        if shown.kind == "lines":
            series.smooth = False
            series.format.line.color.rgb = parts.rgb(colour)
            series.format.line.width = Pt(3)
            series.marker.format.fill.solid()
            series.marker.format.fill.fore_color.rgb = parts.rgb(colour)
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = parts.rgb(colour)
            series.invert_if_negative = False


def _axes(made: Any, shown: "Chart") -> None:  # noqa: ANN401
    made.value_axis.visible = shown.kind == "lines"
    made.value_axis.has_major_gridlines = shown.kind == "lines"
    made.value_axis.minimum_scale = min(0.0, float(shown.frame.min().min() or 0.0))
    if shown.kind == "lines":
        made.value_axis.major_gridlines.format.line.color.rgb = parts.rgb(GRID)
        made.value_axis.format.line.fill.background()
    made.category_axis.format.line.color.rgb = parts.rgb(QUIET)
    made.category_axis.has_major_gridlines = False
    made.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if shown.kind in ("bars", "stacked"):
        # The first category on top, as in the table.
        made.category_axis.reverse_order = True
