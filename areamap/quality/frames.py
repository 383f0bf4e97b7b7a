"""What was found, as frames: one row per finding, one row per figure."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from pandas import DataFrame, Index

from areamap.errors import PlaceError
from areamap.i18n import LANGS
from areamap.measures.findings import Found
from areamap.measures.reconciliation import Verdict
from areamap.places import gazetteer, hierarchy
from areamap.quality.figures import Held, found_in
from areamap.quality.moment import Moment
from areamap.store import Explanation

FINDINGS: Final = [
    "check", "severity", "register", "area_code", "name_th", "name_en", "what", "told", "rows",
    "links", "note", "explained_by", "explained_at",
]  # fmt: skip
"""Columns of `Quality.findings`, after its index `key`."""

FIGURES: Final = [
    "area_code", "name_th", "name_en", "indicator", "said", "out_of", "unit", "qualifier",
    "said_on", "as_of", "first_year", "last_year", "counted", "difference", "verdict", "causes",
    "register", "source", "said_note", "finding",
]  # fmt: skip
"""Columns of `Quality.reconciliation`, after its index `row`."""

_YEARS: Final = {"first_year": "Int64", "last_year": "Int64"}


def findings_frame(
    found: Sequence[Found], moment: Moment, explanations: Mapping[str, Explanation]
) -> DataFrame:
    """Return findings as `Quality.findings` gives them."""
    keys = [each.key(sample=moment.is_sample) for each in found]
    lines = []
    for key, each in zip(keys, found, strict=True):
        given = explanations.get(key)
        lines.append(
            {
                "check": str(each.check),
                "severity": str(each.severity),
                "register": each.register,
                **_named(each.area_code, moment),
                "what": each.what,
                "told": dict(each.told),
                "rows": sum(map(len, each.rows.values())),
                "links": dict(each.rows),
                "note": given.note if given else None,
                "explained_by": given.by if given else None,
                "explained_at": given.at if given else None,
            }
        )
    index = Index(keys, dtype="str", name="key")
    return DataFrame(lines, index=index, columns=FINDINGS)


def figures_frame(held: Sequence[Held], rows: DataFrame | None, moment: Moment) -> DataFrame:
    """Return figures as `Quality.reconciliation` gives them."""
    lines = [_figure(each, rows, moment) for each in held]
    index = Index([each.row for each in held], dtype="int64", name="row")
    return DataFrame(lines, index=index, columns=FIGURES).astype(_YEARS)


def _figure(each: Held, rows: DataFrame | None, moment: Moment) -> dict[str, Any]:
    said, counted = each.figure.value, each.counted.value
    found = found_in([each])
    known = each.verdict in {Verdict.FITS, Verdict.DIFFERS}
    return {
        **_named(each.area_code, moment),
        "indicator": each.figure.indicator,
        "said": said,
        "out_of": each.figure.out_of,
        "unit": each.asked.unit,
        "qualifier": str(each.figure.qualifier),
        "said_on": each.asked.said_on,
        "as_of": each.asked.as_of,
        "first_year": each.asked.first_year,
        "last_year": each.asked.last_year,
        "counted": counted,
        "difference": counted - said
        if known and counted is not None and said is not None
        else None,
        "verdict": str(each.verdict),
        "causes": each.causes,
        "register": each.indicator.register if each.indicator else "",
        "source": _told(rows, each.row, "source"),
        "said_note": _told(rows, each.row, "note"),
        "finding": found[0].key(sample=moment.is_sample) if found else None,
    }


def _told(rows: DataFrame | None, label: int, column: str) -> str:
    if rows is None or column not in rows.columns:
        return ""
    value = rows.loc[label, column]
    return value if isinstance(value, str) else ""


def _named(code: str | None, moment: Moment) -> dict[str, str | None]:
    if code is None:
        return {"area_code": None, "name_th": None, "name_en": None}
    if names := _of_today(code):
        return {"area_code": code, **names}
    try:
        area = hierarchy.find_area(code, moment.groupings, moment.day)
    except PlaceError:
        # A group of another day, or a code that was retired since: it has no name today.
        return {"area_code": code, "name_th": code, "name_en": code}
    return {"area_code": code, "name_th": area.name_th, "name_en": area.name_en}


@cache
def _of_today(code: str) -> dict[str, str]:
    if gazetteer.level_of(code) is None:
        return {}
    return {f"name_{lang}": gazetteer.full_name(code, lang) for lang in LANGS}
