"""The charts of the page of plans and targets: how far, on which course, where a plan holds."""

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.briefs.sentences import plans as words
from areamap.calendar import fiscal_year, format_year
from areamap.draw import charts
from areamap.draw.amounts import million_baht
from areamap.draw.charts import colours
from areamap.i18n import t
from areamap.measures.pace import Course
from areamap.measures.terms import HOLDS, PlanState
from areamap.ui import plans_data
from areamap.ui.chart import Chart
from areamap.ui.map_view import as_of_line

if TYPE_CHECKING:
    from areamap.direction.targets import Aim
    from areamap.i18n import Lang
    from areamap.ui.plans_choice import Shown

COURSES: Final = {
    Course.OVERDUE: "#7a3b1d",
    Course.BEHIND: "#b8400f",
    Course.NO_PACE: "#8fb5b1",
    Course.ON_COURSE: "#3f9a91",
    Course.REACHED: "#0f766e",
    Course.NOT_COUNTED: colours.UNKNOWN,
    Course.NO_NUMBER: colours.UNKNOWN,
}
"""Colour of how a target stands."""

PARTS: Final = {
    PlanState.ADOPTED: "#0f766e",
    PlanState.SUBMITTED: "#5fb0a5",
    PlanState.DRAFTED: "#e0b040",
    PlanState.UNTOLD: "#b99cc9",
    "unclear": "#e4d9ea",
    PlanState.AHEAD: "#8fb9cc",
    PlanState.EXPIRED: "#b8400f",
    PlanState.NOT_RECORDED: "#dfe7ea",
}
"""Colour of how tambons stand by their plans, in the order in which they are stacked."""


def progress(shown: "Shown") -> Chart:
    """Return how far each target is, those that need attention first."""
    lang = shown.lang
    found = plans_data.targets(shown.key, shown.scope)
    share = (found["value"] / found["target"].where(found["target"] > 0) * 100).clip(lower=0)
    names = {str(number): target_name(row, lang) for number, row in found.iterrows()}
    said = [_far(row, lang) for _, row in found.iterrows()]
    values = Series(share.to_numpy(), index=list(names))
    figure = charts.bars(
        values,
        names,
        said,
        colour={str(number): COURSES[Course(course)] for number, course in found["course"].items()},
        marked=[str(shown.target)] if shown.target is not None else [],
        reference=charts.Reference(100.0, t("plans.aim", lang)),
        hover=[_told(row, lang) for _, row in found.iterrows()],
        above=True,
    )
    return Chart(
        figure if len(found) else None,
        targets_table(found, lang),
        t("plans.progress", lang),
        (f"{t('plans.unit_progress', lang)} · {as_of_line(shown.key, shown.chosen)}",),
        t("plans.note_progress", lang),
    )


def course(shown: "Shown", number: int) -> Chart:
    """Return the way to one target: what was, the pace needed, the present one."""
    lang = shown.lang
    row = plans_data.targets(shown.key, shown.scope).loc[[number]].iloc[0]
    aim = plans_data.aims(shown.key, shown.scope)[number]
    title = t("plans.course", lang, name=target_name(row, lang))
    table = DataFrame(
        {
            t("plans.column_year", lang): [format_year(int(y), lang) for y in aim.by_year.index],
            t("plans.column_value", lang): aim.by_year.to_numpy(),
        }
    )
    about = (t(f"plans.course_{row['course']}", lang), as_of_line(shown.key, shown.chosen))
    figure = None
    if aim.by_year.notna().any() and not pd.isna(row["target"]):
        figure = charts.course(
            _scaled(aim.by_year, row),
            float(_scaled(row["target"], row)),
            int(row["target_year"]),
            None if aim.pace.present is None else float(_scaled(aim.pace.present, row)),
            _words(row, aim, lang),
            lang,
        )
    return Chart(figure, table, title, about, t("plans.note_course", lang))


def coverage(shown: "Shown") -> Chart | None:
    """Return how many tambons of each area have a plan; None where there is none below."""
    if shown.by is None:
        return None
    lang = shown.lang
    found = plans_data.by_area(shown.key, shown.by, shown.whole)
    parts = DataFrame(index=found.index)
    for part in PARTS:
        own = found.apply(words.unclear, axis=1) if part == "unclear" else found[str(part)]
        parts[str(part)] = own.astype("int64")
    holds = [str(state) for state in HOLDS]
    share = parts[holds].sum(axis=1) / found["areas"]
    order = share.sort_values(ascending=False, kind="stable").index
    parts, found = parts.loc[order], found.loc[order]
    names = shown.names
    used = [str(part) for part in PARTS if parts[str(part)].any()]
    part_names = {str(part): t(f"plans.state_{part}", lang) for part in PARTS}
    figure = charts.stacked(
        parts[used],
        names,
        part_names,
        {str(part): colour for part, colour in PARTS.items()},
        parts[used].map(lambda count: f"{count:,}" if count else ""),
        [
            t("plans.of", lang, count=f"{own:,}", of=f"{of:,}")
            for own, of in zip(parts[holds].sum(axis=1), found["areas"], strict=True)
        ],
        marked=[shown.at] if shown.at else [],
    )
    columns = {
        t("plans.column_place", lang): [names[str(code)] for code in found.index],
        t("plans.column_tambons", lang): found["areas"],
        **{part_names[part]: parts[part] for part in used},
    }
    year = format_year(fiscal_year(shown.key.as_of), lang)
    return Chart(
        figure if used else None,
        DataFrame(columns),
        t("plans.coverage", lang, level=t(f"levels.{shown.by}", lang)),
        (f"{t('plans.unit_coverage', lang, year=year)} · {as_of_line(shown.key, shown.chosen)}",),
        t("plans.note_coverage", lang),
    )


def first(found: DataFrame) -> int | None:
    """Return the target that is drawn where none is picked: the first whose value is known."""
    known = found[found["value"].notna() & found["target"].notna()]
    return None if known.empty else int(known.index[0])


def target_name(row: "Series[Any]", lang: "Lang") -> str:
    """Return what a target is called: its place where it is another, its indicator, its year."""
    name = row[f"name_{lang}"]
    year = format_year(int(row["target_year"]), lang)
    told = {"name": words.indicator(row, lang), "year": year}
    if row["relation"] == "own":
        return t("plans.target_own", lang, **told)
    return t("plans.target", lang, place=name, **told)


def targets_table(found: DataFrame, lang: "Lang") -> DataFrame:
    """
    Return targets as people read them.

    Parameters
    ----------
    found
        As `direction.targets.targets` gives it.
    lang
        Language of headings and names.
    """
    columns = {
        "place": found[f"name_{lang}"],
        "indicator": [words.indicator(row, lang) for _, row in found.iterrows()],
        "target_year": found["target_year"],
        "target": found["target"],
        "value": found["value"],
        "today": found["today"],
        "present": found["present"].round(2),
        "needed": found["needed"].round(2),
        "expected": found["expected_year"],
        "state": [t(f"plans.course_{course}", lang) for course in found["course"]],
        "basis": [t(f"ui.basis_{basis}", lang) if basis else None for basis in found["basis"]],
        "source": [each or None for each in found["source"]],
    }
    table = DataFrame({t(f"plans.column_{name}", lang): each for name, each in columns.items()})
    for name in ("target_year", "expected"):
        # A year is no number with a comma.
        heading = t(f"plans.column_{name}", lang)
        table[heading] = [
            None if pd.isna(year) else format_year(int(year), lang) for year in table[heading]
        ]
    return table


def _far(row: "Series[Any]", lang: "Lang") -> str:
    if pd.isna(row["target"]):
        return t("plans.no_number", lang)
    value, target = (words.amount(row[name], row, lang) for name in ("value", "target"))
    if words.is_money(row) and not pd.isna(row["value"]):
        # The unit once is enough, and leaves room for the bar.
        value = million_baht(float(row["value"]), lang)
    return t("plans.far", lang, value=value, target=target)


def _told(row: "Series[Any]", lang: "Lang") -> str:
    state = t(f"plans.course_{row['course']}", lang)
    parts = [f"{target_name(row, lang)}: {_far(row, lang)}", state]
    if not pd.isna(row["expected_year"]) and row["course"] != Course.REACHED:
        year = format_year(int(row["expected_year"]), lang)
        parts.append(t("plans.hover_expected", lang, year=year))
    return " · ".join(parts)


def _scaled(value: Any, row: "Series[Any]") -> Any:  # noqa: ANN401 - a number or a series
    return value / 1_000_000 if words.is_money(row) else value


def _words(row: "Series[Any]", aim: "Aim", lang: "Lang") -> charts.Words:
    pace = aim.pace
    last = int(aim.by_year.dropna().index[-1])
    present = needed = ""
    if pace.present is not None:
        ahead = max(int(row["target_year"]), last + 1)
        value = words.amount((pace.value or 0) + pace.present * (ahead - last), row, lang)
        present = t("plans.line_present", lang, value=value, year=format_year(ahead, lang))
    if pace.needed is not None:
        pace_said = words.amount(pace.needed, row, lang)
        needed = t("plans.line_needed", lang, pace=pace_said)
    return charts.Words(
        past=t("plans.line_past", lang, value=words.amount(pace.value, row, lang)),
        needed=needed,
        present=present,
        target=t(
            "plans.line_target",
            lang,
            value=words.amount(row["target"], row, lang),
            year=format_year(int(row["target_year"]), lang),
        ),
        said=tuple(
            f"{format_year(int(year), lang)}: {words.amount(value, row, lang)}"
            for year, value in zip(aim.by_year.index, aim.by_year, strict=True)
        ),
    )
