"""The matrix of areas and work lines: one area, every work line."""

import math
from typing import TYPE_CHECKING, Any

import pandas as pd
from pandas import DataFrame, Series

from areamap.briefs.sentences.work_lines import shade
from areamap.draw import charts
from areamap.draw.amounts import million_baht
from areamap.i18n import t
from areamap.measures.integration import LINES, Reach
from areamap.places.levels import COUNTRY_CODE, Level
from areamap.ui import lines_data
from areamap.ui.chart import Chart
from areamap.ui.lines_choice import EVERY
from areamap.ui.map_view import as_of_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from areamap.i18n import Lang
    from areamap.ui.lines_choice import Shown

_SIGNS = {"at_work": "●", "none": "–", "unknown": "?", "blank": ""}


def matrix(shown: "Shown") -> Chart:
    """Return the matrix, the areas with the fewest lines first, the whole area on top."""
    lang, key, scope = shown.lang, shown.key, shown.scope
    grid = lines_data.cells(key, shown.by, scope, shown.agency)
    areas = lines_data.by_area(key, shown.by, scope, shown.agency)
    names = shown.names
    named = areas.assign(_name=[names[str(code)] for code in areas.index])
    order = named.sort_values(["mean_lines", "_name"], na_position="first", kind="stable").index
    if shown.at is not None:
        # What is picked is to be seen without scrolling.
        order = order.drop(shown.at).insert(0, shown.at)
    is_one = len(shown.inside) == 1
    if is_one:
        rows = _cells(shown, grid, areas, [str(order[0])])
    else:
        whole_cells, whole = _whole(shown)
        rows = _cells(shown, whole_cells, whole, [EVERY])
        rows = [*rows, *_cells(shown, grid, areas, [str(code) for code in order])]
    columns = [EVERY, *(str(line) for line in LINES)]
    frame = DataFrame(rows)

    def table(what: str) -> DataFrame:
        wide = frame.set_index(["row", "column"])[what].unstack()  # noqa: PD010 - one value each
        return wide.reindex(index=frame["row"].unique(), columns=columns)

    row_names = {EVERY: shown.offered.place.label(lang), **names}
    if shown.by is not Level.TAMBON:
        row_names |= {
            str(code): f"{names[str(code)]} ({areas.loc[code, 'areas']:,})" for code in order
        }
    figure = charts.matrix(
        table("value"),
        row_names,
        {EVERY: t("lines.every_line", lang), **_line_names(lang)},
        table("said"),
        most=1.0,
        hover=table("told"),
        clicks=charts.Clicks(table("pick"), shown.at, shown.line),
    )
    return Chart(
        figure,
        _table(shown, grid, order),
        t("lines.matrix", lang, level=t(f"levels.{shown.by}", lang)),
        (f"{t('lines.unit_matrix', lang)} · {as_of_line(key, shown.chosen)}",),
        t("lines.note_matrix_tambon" if _has_signs(shown) else "lines.note_matrix", lang),
    )


def _has_signs(shown: "Shown") -> bool:
    return shown.by is Level.TAMBON


def _whole(shown: "Shown") -> tuple[DataFrame, DataFrame]:
    """Return the cells of all that is looked at as one row."""
    from areamap.direction import work  # noqa: PLC0415 - the page has it loaded

    found = lines_data.narrowed(shown.key, shown.scope, None, shown.agency)
    one = Series(EVERY, index=found.tambons, dtype="str")
    return work.cells(found, one), work.by_area(found, one)


def _cells(
    shown: "Shown", grid: DataFrame, areas: DataFrame, codes: list[str]
) -> list[dict[str, Any]]:
    lang = shown.lang
    names = {EVERY: shown.offered.place.label(lang), **shown.names}
    cells = grid.to_dict("index")
    found = []
    means, sizes = areas["mean_lines"].to_dict(), areas["areas"].to_dict()
    for code in codes:
        name, mean, size = names[code], float(means[code]), int(sizes[code])
        said = _mean(mean, size) or ("" if shown.agency else "?")
        found.append(
            {
                "row": code,
                "column": EVERY,
                "value": mean / len(LINES),
                "said": said,
                "told": t("lines.hover_every", lang, name=name, said=said or "–"),
                "pick": f"{code}|{EVERY}",
            }
        )
        for line in LINES:
            cell = cells[code, str(line)]
            found.append(
                {
                    "row": code,
                    "column": str(line),
                    **_one(shown, cell, str(line), is_tambon=size == 1),
                    "told": _told(shown, name, str(line), cell),
                    "pick": f"{code}|{line}",
                }
            )
    return found


def _one(
    shown: "Shown", cell: "Mapping[Any, Any]", line: str, *, is_tambon: bool
) -> dict[str, Any]:
    areas, at_work, unknown = int(cell["areas"]), int(cell["at_work"]), int(cell["unknown"])
    if not at_work and unknown == areas:
        return {"value": None, "said": "" if shown.agency else "?"}
    if not is_tambon:
        return {"value": at_work / areas, "said": f"{at_work:,}"}
    state = Reach.AT_WORK if at_work else Reach.NONE
    sign = _SIGNS[shade(str(state), line)]
    acts = int(cell["activities"])
    return {"value": float(at_work), "said": f"{sign} {acts}" if at_work and acts else sign}


def _mean(mean: float, areas: int) -> str:
    if math.isnan(mean):
        return ""
    return f"{mean:.0f}" if areas == 1 else f"{mean:.1f}"


def _told(shown: "Shown", name: str, line: str, cell: "Mapping[Any, Any]") -> str:
    lang = shown.lang
    areas, at_work = int(cell["areas"]), int(cell["at_work"])
    label = lines_data.line_name(line, lang)
    if areas == 1:
        state = Reach.AT_WORK if at_work else Reach.NONE if cell["none"] else Reach.UNKNOWN
        word = "blank" if shown.agency and not at_work else shade(str(state), line)
        said = t(
            "lines.hover_one", lang, name=name, line=label, state=t(f"lines.state_{word}", lang)
        )
    else:
        told = {"count": f"{at_work:,}", "of": f"{areas:,}", "unknown": f"{cell['unknown']:,}"}
        key = "hover_many" if shown.agency or not cell["unknown"] else "hover_many_unknown"
        said = t(f"lines.{key}", lang, name=name, line=label, **told)
    parts = [said]
    if cell["activities"] or cell["planned"]:
        acts = {"count": f"{cell['activities']:,}", "planned": f"{cell['planned']:,}"}
        parts.append(t("lines.hover_acts", lang, **acts))
    if cell["agencies"]:
        parts.append(t("lines.hover_agencies", lang, count=f"{cell['agencies']:,}"))
    if not pd.isna(cell["amount_baht"]):
        parts.append(million_baht(float(cell["amount_baht"]), lang, unit=True))
    return " · ".join(parts)


def _line_names(lang: "Lang") -> dict[str, str]:
    return {str(line): t(f"lines.short_{line}", lang) for line in LINES}


def _table(shown: "Shown", grid: DataFrame, order: Any) -> DataFrame:  # noqa: ANN401 - an Index
    lang = shown.lang
    flat = grid.reindex(order, level="area_code").reset_index()
    names = shown.names
    columns = {
        "area": [names[str(code)] for code in flat["area_code"]],
        "line": [lines_data.line_name(str(line), lang) for line in flat["work_line"]],
        "tambons": flat["areas"],
        "at_work": flat["at_work"],
        "none": flat["none"],
        "unknown": flat["unknown"],
        "activities": flat["activities"],
        "planned": flat["planned"],
        "agencies": flat["agencies"],
        "baht": flat["amount_baht"],
    }
    if shown.agency is not None:
        # Of an agency nothing but what it does is recorded.
        columns = {name: told for name, told in columns.items() if name not in {"none", "agencies"}}
    if shown.by is not Level.TAMBON or shown.scope == COUNTRY_CODE:
        return DataFrame({t(f"lines.column_{name}", lang): each for name, each in columns.items()})
    return DataFrame(
        {
            t("ui.column_code", lang): flat["area_code"],
            **{t(f"lines.column_{name}", lang): each for name, each in columns.items()},
        }
    )
