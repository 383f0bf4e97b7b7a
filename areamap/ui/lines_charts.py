"""The charts of the page of work lines: how many lines, what comes together, who is where."""

from typing import TYPE_CHECKING

from pandas import DataFrame, Series

from areamap.draw import charts
from areamap.draw.charts import colours
from areamap.i18n import t
from areamap.measures.integration import LINES
from areamap.ui import lines_data
from areamap.ui.chart import Chart
from areamap.ui.map_view import as_of_line

if TYPE_CHECKING:
    from areamap.ui.lines_choice import Shown

_UNKNOWN = "unknown"


def index(shown: "Shown") -> Chart:
    """Return how many tambons have how many of the seven lines."""
    lang = shown.lang
    found = lines_data.narrowed(shown.key, shown.scope, shown.at, shown.agency).index
    lines = found["work_lines"].astype("Float64").astype("float64")
    of_agency = shown.agency is not None
    numbers = range(len(LINES), 0 if of_agency else -1, -1)
    counts = {str(number): int((lines == number).sum()) for number in numbers}
    counts[_UNKNOWN] = int(lines.isna().sum())
    names = {str(number): t("lines.so_many", lang, count=number) for number in numbers}
    names[_UNKNOWN] = t("lines.not_recorded" if of_agency else "lines.not_known", lang)
    values = Series(counts, dtype="float64")
    total = len(found)
    said = [f"{int(count):,}" for count in values]
    figure = charts.bars(
        values,
        names,
        said,
        colour={code: colours.UNKNOWN if code == _UNKNOWN else colours.HERE for code in counts},
    )
    table = DataFrame(
        {
            t("lines.column_lines", lang): [names[code] for code in counts],
            t("lines.column_tambons", lang): values.astype("int64").to_numpy(),
            t("lines.column_share", lang): (values / max(total, 1) * 100).round(1).to_numpy(),
        }
    )
    return Chart(
        figure if total else None,
        table,
        t("lines.index", lang),
        (f"{t('lines.unit_index', lang, of=f'{total:,}')} · {_holds(shown)}",),
        t("lines.note_agency" if of_agency else "lines.note_index", lang),
    )


def pairs(shown: "Shown") -> Chart:
    """Return which two lines come together, those that share most tambons first."""
    lang = shown.lang
    found = lines_data.pairs(shown.key, shown.scope, shown.at)
    if shown.line is not None:
        found = found[(found["one"] == shown.line) | (found["other"] == shown.line)]
    found = found.assign(code=found["one"] + "|" + found["other"]).set_index("code")
    names = {
        str(code): t(
            "lines.pair",
            lang,
            one=t(f"lines.short_{row['one']}", lang),
            other=t(f"lines.short_{row['other']}", lang),
        )
        for code, row in found.iterrows()
    }
    said = [_share(row, shown) for _, row in found.iterrows()]
    hover = [
        t(
            "lines.hover_pair",
            lang,
            name=names[str(code)],
            both=f"{row['both']:,}",
            either=f"{row['either']:,}",
            known=f"{row['known']:,}",
        )
        for code, row in found.iterrows()
    ]
    figure = charts.bars(
        found["share"] * 100,
        names,
        said,
        colour={
            str(code): colours.OTHERS if few else colours.HERE
            for code, few in found["is_few"].items()
        },
        hover=hover,
    )
    columns = {
        "pair": [names[str(code)] for code in found.index],
        "both": found["both"],
        "either": found["either"],
        "share": (found["share"] * 100).round(1),
        "lift": found["lift"].round(2),
        "known": found["known"],
    }
    return Chart(
        figure if found["share"].notna().any() else None,
        DataFrame({t(f"lines.column_{name}", lang): each for name, each in columns.items()}),
        t("lines.pairs", lang),
        (f"{t('lines.unit_pairs', lang)} · {_holds(shown)}",),
        t("lines.note_pairs", lang),
    )


def presence(shown: "Shown") -> Chart:
    """Return in how many tambons each agency is."""
    lang = shown.lang
    found = lines_data.presence(shown.key, shown.scope, shown.at, shown.line)
    found = found[(found["tambons"] > 0) | (found["planned"] > 0)]
    names = {str(each): lines_data.agency_name(str(each), lang) for each in found.index}
    of = len(lines_data.tambons(shown.key, shown.scope, shown.at))
    said = [f"{count:,} / {of:,}" for count in found["tambons"]]
    figure = charts.bars(
        found["tambons"],
        names,
        said,
        colour={name: colours.agency(name) if name else colours.UNKNOWN for name in names},
        marked=[shown.agency] if shown.agency else [],
    )
    columns = {
        "agency": [names[str(each)] for each in found.index],
        "tambons": found["tambons"],
        "of": found["of"],
        "share": (found["share"] * 100).round(1),
        "activities": found["activities"],
        "planned": found["planned"],
        "budget_lines": found["budget_lines"],
        "baht": found["amount_baht"],
    }
    return Chart(
        figure if len(found) else None,
        DataFrame({t(f"lines.column_{name}", lang): each for name, each in columns.items()}),
        t("lines.presence", lang),
        (f"{t('lines.unit_presence', lang, of=f'{of:,}')} · {_holds(shown)}",),
        t("lines.note_presence", lang),
    )


def _share(row: "Series[float]", shown: "Shown") -> str:
    if not row["either"]:
        return "–"
    told = {"both": f"{row['both']:,}", "either": f"{row['either']:,}"}
    if row["is_few"]:
        return t("lines.share_few", shown.lang, **told)
    return t("lines.share", shown.lang, share=f"{row['share'] * 100:.0f}", **told)


def _holds(shown: "Shown") -> str:
    return as_of_line(shown.key, shown.chosen)
