"""The charts of the page of the budget: flows, agencies, work lines, areas, years, plan."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import pandas as pd
from pandas import DataFrame, Series

from areamap.calendar import format_year
from areamap.draw import charts
from areamap.draw.charts import colours
from areamap.i18n import t
from areamap.measures.leverage import CODI, SEVERAL, UNNAMED, leverage
from areamap.measures.work_lines import WorkLine
from areamap.ui import budget_data, map_view, place_names
from areamap.ui.chart import Chart, kept

if TYPE_CHECKING:
    from areamap.ui.budget_data import Shown

AREAS: Final = 10
"""How many areas the flows end in; the others are drawn together."""

_REST: Final = "rest"
_ABOVE: Final = "above"
_LINES: Final = (*map(str, WorkLine), SEVERAL, UNNAMED)


def of(shown: "Shown", name: str) -> Chart:
    """Return one of the charts, made once for whoever asks the same."""
    makes = {
        "flows": flows,
        "agency": agencies,
        "line": lines,
        "programme": programmes,
        "areas": areas,
        "years": years,
        "plan": plan,
    }
    return kept(f"budget {name}", shown.cache_key, lambda: makes[name](shown))


def flows(shown: "Shown") -> Chart:
    """Return where money came from, for which work it was, and where it went."""
    lang, found = shown.lang, shown.now
    found = found.assign(
        area=found["area_code"].where(found["placed_at"] == shown.by, _ABOVE), part="a"
    )
    found = found[found["amount_baht"] > 0]
    most = found.groupby("area")["amount_baht"].sum().drop(_ABOVE, errors="ignore").nlargest(AREAS)
    is_kept = found["area"].isin(most.index) | (found["area"] == _ABOVE)
    found = found.assign(area=found["area"].where(is_kept, _REST))
    steps = []
    for source, target in (("agency", "work_line"), ("work_line", "area")):
        sums = found.groupby([source, target])["amount_baht"].sum().reset_index()
        steps.append(
            DataFrame(
                {
                    "source": f"{source} " + sums[source].astype("str"),
                    "target": f"{target} " + sums[target].astype("str"),
                    "value": sums["amount_baht"],
                }
            )
        )
    every = pd.concat(steps)
    keys = pd.unique(pd.concat([every["source"], every["target"]]))
    figure = charts.sankey(
        every,
        {key: _node(shown, key) for key in keys},
        {key: _hue(key) for key in keys},
        lambda baht: charts.million_baht(baht, lang),
    )
    table = found.groupby(["agency", "work_line", "area"])["amount_baht"].sum().reset_index()
    table = table.sort_values("amount_baht", ascending=False)
    listed = {
        "agency": [budget_data.agency_name(key, lang) for key in table["agency"]],
        "line": [budget_data.line_name(key, lang) for key in table["work_line"]],
        "area": [_node(shown, f"area {key}") for key in table["area"]],
        "baht": table["amount_baht"],
    }
    note = t("budget.note_flows", lang, count=AREAS)
    return _chart(shown, figure if len(every) else None, listed, "flows", note)


def agencies(shown: "Shown") -> Chart:
    """Return what each agency pays."""
    lang = shown.lang
    sums = _sums(shown, "agency", shown.agency, "agency")
    names = {str(key): budget_data.agency_name(str(key), lang) for key in sums.index}
    hues = {key: colours.UNKNOWN if key == UNNAMED else colours.agency(key) for key in names}
    return _ranked(shown, sums, names, hues, "agency", shown.agency)


def lines(shown: "Shown") -> Chart:
    """Return what each work line gets."""
    lang = shown.lang
    sums = _sums(shown, "work_line", shown.line, "line")
    names = {str(key): budget_data.line_name(str(key), lang) for key in sums.index}
    hues = {key: colours.WORK_LINES.get(key, colours.UNKNOWN) for key in names}
    return _ranked(shown, sums, names, hues, "line", shown.line)


def programmes(shown: "Shown") -> Chart:
    """Return what each programme gets; most first."""
    lang = shown.lang
    sums = _sums(shown, "programme", shown.programme, "programme")
    names = {str(key): budget_data.programme_name(str(key), lang) for key in sums.index}
    hues = {key: colours.HERE if key else colours.UNKNOWN for key in names}
    return _ranked(shown, sums, names, hues, "programme", shown.programme)


def areas(shown: "Shown") -> Chart:
    """Return what each area gets, by work line, and its leverage."""
    lang = shown.lang
    found = _without(shown, budget_data.AT)
    own = found[found["placed_at"] == shown.by]
    if own.empty:
        return _chart(shown, None, {}, "areas", "")
    parts = own.pivot_table("amount_baht", "area_code", "work_line", "sum")
    parts = parts.reindex(columns=[line for line in _LINES if line in parts.columns])
    order = parts.sum(axis=1).sort_values(ascending=False).index
    parts = parts.loc[order]
    names = budget_data.names(shown.key, shown.by, lang)
    said = parts.map(lambda baht: "" if pd.isna(baht) else charts.million_baht(baht, lang))
    totals = parts.sum(axis=1)
    figure = charts.stacked(
        parts,
        names,
        {line: budget_data.line_name(line, lang) for line in parts.columns},
        {line: colours.WORK_LINES.get(line, colours.UNKNOWN) for line in parts.columns},
        said,
        [charts.million_baht(baht, lang) for baht in totals],
        marked=[shown.at] if shown.at else [],
    )
    brought = leverage(own, shown.by).reindex(order)
    listed = {
        "area": [names[str(code)] for code in order],
        "baht": totals,
        "codi": brought["codi_baht"],
        "partners": brought["partners_baht"],
        "leverage": brought["leverage_ratio"].round(2),
    }
    level = place_names.level_word(shown.by, lang, shown.chosen.scope)
    return _chart(shown, figure, listed, "areas", t("budget.note_areas", lang, level=level))


def years(shown: "Shown") -> Chart:
    """Return CODI's and its partners' money of each year, with the leverage."""
    lang, found = shown.lang, shown.picked
    kind = found["agency"].map({CODI: "codi", UNNAMED: "unnamed"}).fillna("partners")
    sums = found.groupby([found["fiscal_year"].astype("int64").astype("str"), kind])["amount_baht"]
    parts = sums.sum().unstack().reindex(columns=["codi", "partners", "unnamed"])  # noqa: PD010 - one value each
    parts = parts.dropna(axis="columns", how="all")
    empty = Series(0.0, index=parts.index)
    codi = parts.get("codi", empty).fillna(0)
    ratio = parts.get("partners", empty).fillna(0) / codi.where(codi > 0)
    names = {year: format_year(int(year), lang) for year in parts.index}
    totals = parts.sum(axis=1)
    figure = charts.stacked(
        parts,
        names,
        {kind: t(f"budget.{kind}", lang) for kind in parts.columns},
        {"codi": colours.CODI, "partners": colours.PARTNERS, "unnamed": colours.UNKNOWN},
        parts.map(lambda baht: "" if pd.isna(baht) else charts.million_baht(baht, lang)),
        [
            f"{charts.million_baht(baht, lang)}{one}"
            for baht, one in zip(totals, _one_to(shown, ratio), strict=True)
        ],
        marked=[str(shown.year)],
    )
    listed = {
        "year": list(names.values()),
        "baht": totals,
        **{kind: parts[kind] for kind in parts.columns},
        "leverage": ratio.round(2),
    }
    has_lines = len(parts) > 0
    return _chart(
        shown, figure if has_lines else None, listed, "years", t("budget.note_years", lang)
    )


def plan(shown: "Shown") -> Chart:
    """Return the shares of plan and grant that are known to be granted and spent, by year."""
    lang = shown.lang
    found = budget_data.planned_and_spent(shown.key, shown.chosen.scope)
    if "spent_baht" not in found or found["spent_baht"].isna().all():
        return _chart(shown, None, {}, "plan", "")
    told = found[found["spent_baht"].notna()]
    share = told["spent_baht"] / told["granted_of_spent_baht"] * 100
    codes = [str(int(year)) for year in told.index]
    names = {code: format_year(int(code), lang) for code in codes}
    figure = charts.bars(
        share.set_axis(codes),
        names,
        [f"{value:,.0f} %" for value in share],
        colour=colours.CODI,
        marked=[str(shown.year)],
        reference=charts.Reference(100.0, t("budget.all_spent", lang)),
    )
    listed = {
        "year": list(names.values()),
        "planned": told.get("planned_baht"),
        "granted_of_planned": told.get("granted_of_planned_baht"),
        "spent": told["spent_baht"],
        "granted_of_spent": told["granted_of_spent_baht"],
        "spent_lines": told["spent_lines"].astype("Int64"),
        "lines": told["lines"],
    }
    return _chart(shown, figure, listed, "plan", t("budget.note_plan", lang))


def _sums(shown: "Shown", column: str, value: str | None, name: str) -> Series:
    """Return baht by a cut, not narrowed to what is picked of the same cut."""
    found = _without(shown, name) if value is not None else shown.now
    return found.groupby(column)["amount_baht"].sum().sort_values(ascending=False)


def _without(shown: "Shown", name: str) -> DataFrame:
    """Return the lines of the year, narrowed to all that is picked but one."""
    return shown.without(name).now


def _ranked(
    shown: "Shown",
    sums: Series,
    names: dict[str, str],
    hues: dict[str, str],
    name: str,
    picked: str | None,
) -> Chart:
    lang = shown.lang
    whole = float(sums.sum()) or 1.0
    share = sums / whole * 100
    said = [
        f"{charts.million_baht(baht, lang)} ({part:,.0f} %)"
        for baht, part in zip(sums, share, strict=True)
    ]
    marked = [picked] if picked is not None else []
    figure = charts.bars(sums, names, said, colour=hues, marked=marked)
    listed = {name: list(names.values()), "baht": sums, "share": share.round(1)}
    return _chart(shown, figure if len(sums) else None, listed, f"by_{name}", "")


def _chart(
    shown: "Shown",
    figure: "charts.Figure | None",
    listed: Mapping[str, object],
    name: str,
    note: str,
) -> Chart:
    lang = shown.lang
    table = DataFrame({t(f"budget.column_{key}", lang): value for key, value in listed.items()})
    # Sums of baht in float64; two decimals are the satang.
    table = table.round(2)
    below = f"{t('budget.unit', lang)} · {map_view.as_of_line(shown.key, shown.chosen)}"
    title = t(f"budget.{name}", lang, year=format_year(shown.year, lang))
    return Chart(figure, table.reset_index(drop=True), title, (below,), note)


def _one_to(shown: "Shown", ratios: Series) -> list[str]:
    """Return what is said of leverage behind each total; nothing where one agency is picked."""
    if shown.agency is not None:
        return [""] * len(ratios)
    lang = shown.lang
    return [f" · {t('budget.one_to', lang, ratio=charts.ratio(each, lang))}" for each in ratios]


def _node(shown: "Shown", key: str) -> str:
    kind, _, code = key.partition(" ")
    lang = shown.lang
    if kind == "agency":
        return budget_data.agency_name(code, lang)
    if kind == "work_line":
        return budget_data.line_name(code, lang)
    if code in {_REST, _ABOVE}:
        level = place_names.level_word(shown.by, lang, shown.chosen.scope)
        return t(f"budget.{code}", lang, level=level)
    return budget_data.names(shown.key, shown.by, lang).get(code, code)


def _hue(key: str) -> str:
    kind, _, code = key.partition(" ")
    if kind == "agency":
        return colours.UNKNOWN if code == UNNAMED else colours.agency(code)
    if kind == "work_line":
        return colours.WORK_LINES.get(code, colours.UNKNOWN)
    return colours.UNKNOWN if code in {_REST, _ABOVE} else colours.OTHERS
