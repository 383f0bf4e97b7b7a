"""The charts of the page of clusters: the ranking, the spread inside, the years."""

from typing import TYPE_CHECKING, Any, Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.calendar import fiscal_year, format_year
from areamap.direction import clusters
from areamap.direction.clusters import Measure
from areamap.draw import charts
from areamap.draw.charts import colours
from areamap.i18n import Lang, t
from areamap.places.levels import COUNTRY_CODE, Level
from areamap.ui import clusters_data, loaders, map_view, place_names
from areamap.ui.chart import Chart

if TYPE_CHECKING:
    from datetime import date

    from areamap.ui.clusters_choice import Compared
    from areamap.ui.clusters_words import Shown

FEW: Final = 8
"""So many lines can be told apart in one picture."""

_ENDS: Final = 3


def ranking(shown: "Shown") -> Chart:
    """Return the areas in their order, seen against the country, with their targets."""
    compared, found, wording = shown.compared, shown.found, shown.wording
    whole = shown.whole
    lang, names = compared.lang, shown.names
    reference = None
    if compared.measure is not Measure.SUM and not pd.isna(whole["value"]):
        label = t("clusters.country", lang, value=wording.value(whole["value"]))
        reference = charts.Reference(float(whole["value"]), label)
    figure = charts.bars(
        found["value"],
        names,
        [wording.short(value) for value in found["value"]],
        marked=_marked(shown),
        reference=reference,
        hover=[f"{names[str(code)]}: {wording.of(row)}" for code, row in found.iterrows()],
    )
    return Chart(
        figure if found["value"].notna().any() else None,
        _table(shown),
        t("clusters.ranking", lang, level=_level(shown, shown.by)),
        (_below(compared),),
        t("clusters.note_above", lang) if compared.is_money else t("clusters.note_unknown", lang),
    )


def spread(shown: "Shown") -> Chart | None:
    """Return how the districts inside each area spread; None where districts are compared."""
    if shown.by is clusters.PARTS:
        return None
    compared, found, wording = shown.compared, shown.found, shown.wording
    lang, key, chosen, names = compared.lang, compared.key, compared.chosen, shown.names
    parts = clusters_data.compared(
        key, compared.measure, clusters.PARTS, chosen.basis, chosen.scope, chosen.year
    )
    places = clusters_data.placed(key, shown.by, clusters.PARTS).reindex(parts.index)
    spread_ = clusters.spread(parts, places).reindex(found.index)
    figure = charts.spread(
        DataFrame({"place": places, "value": parts["value"]}).dropna(subset=["place"]),
        names,
        Series(clusters_data.names(parts, lang)),
        [wording.of(row) for _, row in parts[places.notna()].iterrows()],
        middle=spread_["median"],
        middle_said={
            str(code): t("clusters.median", lang, value=wording.value(value))
            for code, value in spread_["median"].items()
        },
        marked=_marked(shown),
        percent=not compared.is_money,
    )
    columns = {"name": [names[str(code)] for code in spread_.index], "parts": spread_["parts"]}
    quantiles = ("least", "quarter", "median", "three_quarters", "most")
    columns |= {name: _rounded(spread_[name], compared.measure) for name in quantiles}
    return Chart(
        figure if parts["value"].notna().any() else None,
        DataFrame({t(f"clusters.column_{n}", lang): v for n, v in columns.items()}),
        t("clusters.spread", lang, level=_level(shown, clusters.PARTS)),
        (_below(compared),),
        t("clusters.note_spread", lang),
    )


def trend(shown: "Shown") -> Chart:
    """Return the years of a few areas, of the one that is picked, and of the country."""
    compared, found, wording, at = shown.compared, shown.found, shown.wording, shown.at
    lang = compared.lang
    years = _by_year(shown)
    few = [str(code) for code in found.index[found["value"].notna()]]
    if len(few) > FEW:
        ends = {*few[:_ENDS], *few[-_ENDS:], *([at] if at else [])}
        few = [code for code in few if code in ends]
    has_country = COUNTRY_CODE in years
    codes = [*few, *([COUNTRY_CODE] if has_country else [])]
    drawn = years.reindex(columns=codes)
    names = shown.names | {COUNTRY_CODE: t("clusters.whole_country", lang)}
    figure = charts.lines(
        drawn,
        names,
        drawn.map(wording.short),
        lang,
        line_colours={
            code: colours.COUNTRY if code == COUNTRY_CODE else colours.PLACES[place % FEW]
            for place, code in enumerate(codes)
        },
        marked=_marked(shown),
        percent=not compared.is_money,
    )
    table = years.reindex(columns=[*map(str, found.index), COUNTRY_CODE]).T
    listed = DataFrame({t("clusters.column_name", lang): [names[str(c)] for c in table.index]})
    for year in table.columns:
        listed[format_year(int(year), lang)] = _rounded(table[year], compared.measure).array
    key = "clusters.note_years" if compared.is_money else "clusters.note_ends"
    note = t(key, lang)
    if len(few) < int(found["value"].notna().sum()):
        note = f"{t('clusters.note_few', lang, ends=_ENDS)} {note}"
    return Chart(
        figure if drawn.notna().any().any() else None,
        listed,
        t("clusters.trend", lang),
        (_below(compared),),
        note,
    )


def _by_year(shown: "Shown") -> DataFrame:
    """Return values by Buddhist year, a column per area and one for the country."""
    compared, found, by = shown.compared, shown.found, shown.by
    key, chosen, measure = compared.key, compared.chosen, compared.measure
    if compared.is_money:
        own = clusters_data.paid_by_year(key, measure, by, chosen.scope)
        if measure is Measure.SUM:
            return own
        country = clusters_data.paid_by_year(key, measure, Level.COUNTRY, COUNTRY_CODE)
        return own.assign(**{COUNTRY_CODE: country[COUNTRY_CODE]})
    columns: dict[int, dict[Any, float]] = {}
    for year in _moments(key.as_of):
        then = loaders.asked(key.theme, year)
        areas = clusters_data.compared(then, measure, by, chosen.basis, chosen.scope, None)
        line = clusters_data.whole(then, measure, chosen.basis, None)
        columns[year] = {**areas["value"].to_dict(), COUNTRY_CODE: float(line["value"])}
    return DataFrame(columns).reindex([*found.index, COUNTRY_CODE]).T


def _moments(day: "date") -> list[int]:
    """Return the fiscal years at whose ends coverage is looked at, the last up to the day."""
    last = fiscal_year(day)
    return list(range(last - clusters_data.YEARS + 1, last + 1))


def _table(shown: "Shown") -> DataFrame:
    compared, found, aims = shown.compared, shown.found, shown.aims
    lang = compared.lang
    columns: dict[str, Any] = {"name": Series(shown.names)}
    columns[str(compared.measure)] = _rounded(found["value"], compared.measure)
    if compared.measure is Measure.COVERAGE:
        columns |= {
            "covered": found["part"].astype("Int64"),
            "areas": found["whole"].astype("Int64"),
            "unknown": found["unknown"],
        }
        aim = aims.reindex(found.index)
        if not aims.empty and aim["target_year"].notna().any():
            years = aim["target_year"].dropna().unique()
            columns["target"] = aim["target"].astype("Int64")
            if len(years) > 1:
                columns["target_year"] = [_year(year, lang) for year in aim["target_year"]]
            else:
                columns[f"target {_year(years[0], lang)}"] = columns.pop("target")
            columns["short"] = (aim["target"] - found["part"]).clip(lower=0).astype("Int64")
    elif compared.measure is not Measure.SUM:
        columns |= {"baht": found["part"], "whole": found["whole"]}
    return DataFrame(columns).rename(columns=lambda name: _heading(name, compared))


def _below(compared: "Compared") -> str:
    """Return unit, basis and day of a chart."""
    unit = t(f"clusters.unit_{compared.measure}", compared.lang)
    return f"{unit} · {map_view.as_of_line(compared.key, compared.chosen)}"


def _heading(name: str, compared: "Compared") -> str:
    if name.startswith("target ") and name != "target":
        return t("clusters.column_target_of", compared.lang, year=name.removeprefix("target "))
    if name in {"areas", "whole"}:
        per_head = compared.measure is Measure.HEAD
        unit = "heads" if per_head else f"areas_{compared.chosen.basis}"
        return t(f"clusters.column_{unit}", compared.lang)
    return t(f"clusters.column_{name}", compared.lang)


def _year(year: Any, lang: Lang) -> str | None:  # noqa: ANN401 - an Int64 or missing
    return None if pd.isna(year) else format_year(int(year), lang)


def _rounded(values: Series, measure: Measure) -> Series:
    return values.astype("float64").round(1 if measure is Measure.COVERAGE else 2)


def _level(shown: "Shown", level: Level) -> str:
    return place_names.level_word(level, shown.compared.lang, shown.compared.chosen.scope)


def _marked(shown: "Shown") -> list[str]:
    return [shown.at] if shown.at else []
