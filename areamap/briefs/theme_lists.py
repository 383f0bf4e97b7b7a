"""Lists of themes that are more than one register's states, as people read them."""

from typing import TYPE_CHECKING, Final

import numpy as np
from pandas import DataFrame, Series

from areamap.i18n import Lang, t
from areamap.measures.coverage import GAP
from areamap.measures.integration import LINES, Reach

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PLACES: Final = ("name", "district", "province")


def integration_table(found: DataFrame, labels: DataFrame, lang: Lang) -> DataFrame:
    """
    Return the tambons with the fewest work lines first.

    Parameters
    ----------
    found
        As `Snapshot.integration` gives it.
    labels
        As `Snapshot.labels` gives it.
    lang
        Language of headings and names.

    Returns
    -------
    DataFrame
        Headings in the language: tambon, district, province, work lines at work (missing where not
        known whether any), lines not known, the names of those at work, code.
    """
    ordered = found.sort_values(["work_lines", "unknown_lines"], kind="stable", na_position="first")
    at_work = (ordered[[str(line) for line in LINES]] == Reach.AT_WORK).to_numpy(bool)
    names = np.array([t(f"measures.work_line_{line}", lang) for line in LINES], dtype=object)
    columns = {
        **places(ordered.index.to_series(), labels, lang),
        "work_lines": ordered["work_lines"],
        "unknown_lines": ordered["unknown_lines"],
        "at_work": [", ".join(names[row]) for row in at_work],
        "code": ordered.index,
    }
    return headed(columns, lang)


def pair_table(
    states: "tuple[Series, Series]", registers: "Sequence[str]", labels: DataFrame, lang: Lang
) -> DataFrame:
    """
    Return the areas that lack one or both of two things, those without either first.

    Parameters
    ----------
    states
        States of both registers by `area_code`, on one basis.
    registers
        What each state is of.
    labels
        As `Snapshot.labels` gives it.
    lang
        Language of headings and names.

    Returns
    -------
    DataFrame
        Headings in the language: area, district, province, both states, code.
    """
    one, other = states
    lacks = one.isin(GAP).astype("int64") + other.reindex(one.index).isin(GAP).astype("int64")
    order = lacks[lacks > 0].sort_values(ascending=False, kind="stable").index
    columns: dict[str, object] = dict(places(order.to_series(), labels, lang))
    table = headed(columns, lang)
    for register, each in zip(registers, states, strict=True):
        said = [t(f"ui.look_{register}_{state}", lang) for state in each.reindex(order)]
        table[t(f"ui.theme_{register}", lang)] = said
    return table.assign(**{t("ui.column_code", lang): order})


def places(codes: Series, labels: DataFrame, lang: Lang) -> dict[str, Series]:
    """Return area, district and province of codes, in the language where it has a name."""
    found = labels.reindex(codes)
    name = found[f"name_{lang}"].fillna(found["name_th"])
    parts = (name, found[f"district_{lang}"], found[f"province_{lang}"])
    return dict(zip(_PLACES, parts, strict=True))


def headed(columns: "Mapping[str, object]", lang: Lang) -> DataFrame:
    """Return columns under the headings of their names."""
    return DataFrame({t(f"ui.column_{name}", lang): value for name, value in columns.items()})
