"""The list of gaps as people read it: who lives there, who helps, with whom to talk, who goes."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
from pandas import DataFrame

from areamap.briefs.sentences import gaps as said
from areamap.calendar import format_date
from areamap.direction.assignment_lists import heading
from areamap.i18n import Lang, t
from areamap.places import gazetteer

if TYPE_CHECKING:
    from areamap.briefs.sentences.gaps import Wording
    from areamap.direction.gaps import Gaps

COLUMNS: Final = (
    "rank",
    "name",
    "district",
    "province",
    "people",
    "vulnerable",
    "neighbours",
    "years",
    "mentors",
    "counterpart",
    "assigned_to",
    "due",
    "note",
    "step",
    "code",
)
"""Columns of the list, by the key of their heading below `gaps.column_`."""


def gap_table(
    gaps: "Gaps", ranked: DataFrame, kept: DataFrame, wording: "Wording", *, first: int = 1
) -> DataFrame:
    """
    Return gaps as people read them.

    Parameters
    ----------
    gaps
        The gaps.
    ranked
        The lines of `Gaps.found` to write, in their order.
    kept
        As `direction.assignments.frame` gives it.
    wording
        What they are gaps of.
    first
        Rank of the first line.

    Returns
    -------
    DataFrame
        Headings in the language, in the order of `COLUMNS`; what is not known is missing.
    """
    lang = wording.lang
    mentors = _texts(gaps.mentors, ranked, lambda rows: mentors_short(rows, lang))
    whom = _texts(gaps.counterparts, ranked, lambda rows: said.counterpart(rows, lang))
    own = kept.reindex(ranked.index)
    rows = ranked.reset_index().to_dict("records")
    columns: dict[str, Any] = {
        "rank": range(first, first + len(ranked)),
        "name": ranked[f"name_{lang}"].fillna(ranked["name_th"]),
        "district": ranked[f"district_{lang}"],
        "province": ranked[f"province_{lang}"],
        "people": ranked["population"],
        "vulnerable": ranked["vulnerable"],
        "neighbours": [said.neighbours_short(row, lang) for row in rows],
        "years": ranked["neighbours_years"].round(1),
        "mentors": mentors,
        "counterpart": whom,
        "assigned_to": own["assigned_to"],
        "due": [None if pd.isna(day) else format_date(day, lang) for day in own["due_on"]],
        "note": own["note"],
        "step": [None if pd.isna(step) else t(f"gaps.step_{step}", lang) for step in own["step"]],
        "code": ranked.index,
    }
    return DataFrame(
        {heading(name, lang): columns[name] for name in COLUMNS}, index=ranked.index
    ).reset_index(drop=True)


def unknown_table(unknown: DataFrame, lang: Lang) -> DataFrame:
    """
    Return the areas of which it can't be told, with the reason and what to do.

    Parameters
    ----------
    unknown
        As `Gaps.unknown`.
    lang
        Language of headings and names.
    """
    columns = {
        "name": unknown[f"name_{lang}"].fillna(unknown["name_th"]),
        "district": unknown[f"district_{lang}"],
        "province": unknown[f"province_{lang}"],
        "people": unknown["population"],
        "why": [t(f"measures.unknown_{each}", lang) for each in unknown["unknown_because"]],
        "ask": [t(f"gaps.ask_{each}", lang) for each in unknown["unknown_because"]],
        "code": unknown.index,
    }
    return _headed(columns, lang)


def closed_table(closed: DataFrame, kept: DataFrame, lang: Lang) -> DataFrame:
    """
    Return the gaps that were closed, with who was sent there.

    Parameters
    ----------
    closed
        As `direction.gaps.closed` gives it.
    kept
        As `direction.assignments.frame` gives it.
    lang
        Language of headings and names.
    """
    columns = {
        "name": closed[f"name_{lang}"].fillna(closed["name_th"]),
        "district": closed[f"district_{lang}"],
        "province": closed[f"province_{lang}"],
        "people": closed["population"],
        "assigned_to": kept.reindex(closed.index)["assigned_to"],
        "code": closed.index,
    }
    return _headed(columns, lang)


def mentors_short(rows: list[dict[Any, Any]], lang: Lang) -> str:
    """Return the tambons of the councils that can help, each once and with how near it is."""
    named = (
        t(
            "gaps.mentor",
            lang,
            name=gazetteer.name(str(row["tambon_code"]), lang),
            near=said.how_near(row, lang),
        )
        for row in rows
    )
    return "; ".join(dict.fromkeys(named))


def _texts(rows: DataFrame, ranked: DataFrame, say: Any) -> list[str | None]:  # noqa: ANN401 - a function of rows
    """Return one text for each gap from its rows; nothing where it has none."""
    own = rows[rows["area_code"].isin(ranked.index)]
    found = {
        code: say(each.to_dict("records")) for code, each in own.groupby("area_code", sort=False)
    }
    return [found.get(code) for code in ranked.index]


def _headed(columns: Mapping[str, Any], lang: Lang) -> DataFrame:
    found = DataFrame({heading(name, lang): value for name, value in columns.items()})
    return found.reset_index(drop=True)
