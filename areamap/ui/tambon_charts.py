"""The years of a tambon as charts: members and money of its fund, and the budget."""

from typing import TYPE_CHECKING

from pandas import DataFrame, Series

from areamap.calendar import format_date, format_year
from areamap.draw import charts
from areamap.draw.amounts import million_baht
from areamap.i18n import Lang, t
from areamap.ui.chart import Chart

if TYPE_CHECKING:
    from areamap.direction.profile import Profile


def members(profile: "Profile", lang: Lang) -> Chart | None:
    """Return the members of the fund by year; None where no year is known."""
    known = profile.funds["members"].dropna()
    said = [f"{int(value):,}" for value in known]
    columns = {"year": _years(known, lang), "members": known.array, "funds": _funds(profile, known)}
    return _chart("members", known, said, columns, _basis("fund", profile, lang), lang)


def circulating(profile: "Profile", lang: Lang) -> Chart | None:
    """Return the money in circulation of the fund by year; None where no year is known."""
    known = profile.funds["circulating_baht"].dropna()
    said = [million_baht(float(value), lang, unit=True) for value in known]
    columns = {"year": _years(known, lang), "baht": known.array, "funds": _funds(profile, known)}
    return _chart("circulating", known, said, columns, _basis("fund", profile, lang), lang)


def money(profile: "Profile", lang: Lang) -> Chart | None:
    """Return the money that is known to the tambon by year; None where there is none."""
    lines = profile.money.dropna(subset=["fiscal_year", "amount_baht"])
    known = lines.groupby("fiscal_year")["amount_baht"].sum()
    said = [million_baht(float(value), lang, unit=True) for value in known]
    columns = {
        "year": [format_year(int(year), lang) for year in lines["fiscal_year"]],
        "agency": [name or t("sentences.agency_unknown", lang) for name in lines["agency"]],
        "baht": lines["amount_baht"].array,
        "lines": lines["lines"].array,
    }
    return _chart("money", known, said, columns, _basis("money", profile, lang), lang)


def _chart(
    name: str,
    known: Series,
    said: list[str],
    columns: dict[str, object],
    about: str,
    lang: Lang,
) -> Chart | None:
    if known.empty:
        return None
    values = Series(known.astype("float64").to_numpy(), index=[str(year) for year in known.index])
    figure = charts.bars(values, dict(zip(values.index, _years(known, lang), strict=True)), said)
    table = DataFrame({t(f"tambon.column_{key}", lang): told for key, told in columns.items()})
    return Chart(figure, table, t(f"tambon.chart_{name}", lang), (about,))


def _years(known: Series, lang: Lang) -> list[str]:
    return [format_year(int(year), lang) for year in known.index]


def _funds(profile: "Profile", known: Series) -> object:
    return profile.funds["funds"].reindex(known.index).array


def _basis(name: str, profile: "Profile", lang: Lang) -> str:
    return t(f"tambon.{name}_basis", lang, day=format_date(profile.as_of, lang))
