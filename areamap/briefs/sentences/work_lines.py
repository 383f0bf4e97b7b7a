"""Who does what where, in words."""

from typing import TYPE_CHECKING

import pandas as pd
from pandas import DataFrame, Series

from areamap.briefs.sentences.areas import called
from areamap.briefs.sentences.words import counted, day, listed
from areamap.i18n import Lang, t
from areamap.measures.integration import LINES, REGISTERS, Reach
from areamap.measures.terms import Term

if TYPE_CHECKING:
    from areamap.direction.work import Work

_SOON_TOLD = 2


def answer(place: str, found: "Work", lang: Lang) -> str:
    """
    Return how many work lines the tambons of a place have, and which are most and least common.

    Parameters
    ----------
    place
        What it is called.
    found
        As `direction.work.work` gives it.
    lang
        Language.
    """
    index = found.index
    lines = index["work_lines"].astype("Float64").astype("float64").dropna()
    if lines.empty:
        return t("lines.answer_nothing", lang, place=place)
    if len(index) == 1:
        return _of_one(place, index.iloc[0], lang)
    # Of a line that nothing is known of it can't be said that it is nowhere.
    heard = [str(line) for line in LINES if (index[str(line)] != Reach.UNKNOWN).any()]
    at_work = at_work_in(index)[heard]
    most, least = str(at_work.idxmax()), str(at_work.idxmin())
    told = {
        "place": place,
        "mean": f"{lines.mean():.1f}",
        "known": f"{len(lines):,}",
        "tambons": f"{len(index):,}",
        "most": _line(most, lang),
        "most_in": f"{at_work[most]:,}",
        "least": _line(least, lang),
        "least_in": f"{at_work[least]:,}",
    }
    return t("lines.answer" if len(heard) > 1 else "lines.answer_one_line", lang, **told)


def of_agency(place: str, agency: str, found: "Work", lang: Lang) -> str:
    """Return where an agency is at work, and at what most."""
    own = found.index
    tambons = found.records.loc[found.records["is_begun"], "area_code"].nunique()
    at_work = at_work_in(own)
    told = {"place": place, "agency": agency, "of": f"{len(own):,}", "tambons": f"{tambons:,}"}
    if not tambons:
        return t("lines.agency_nowhere", lang, **told)
    best = str(at_work.idxmax())
    if not at_work[best]:
        return t("lines.agency_no_line", lang, **told)
    return t("lines.agency_is", lang, **told, line=_line(best, lang), count=f"{at_work[best]:,}")


def of_line(place: str, line: str, index: DataFrame, lang: Lang) -> str:
    """Return in how many tambons a work line is at work, and of how many it is not known."""
    states = index[line].value_counts()
    told = {
        "place": place,
        "line": _line(line, lang),
        "count": f"{int(states.get(str(Reach.AT_WORK), 0)):,}",
        "of": f"{len(index):,}",
        "unknown": f"{int(states.get(str(Reach.UNKNOWN), 0)):,}",
    }
    key = "line_unknown" if states.get(str(Reach.UNKNOWN), 0) else "line_is"
    return t(f"lines.{key}", lang, **told)


def together(pairs: DataFrame, lang: Lang) -> str:
    """Return which two lines come together most often; nothing where too few tambons tell."""
    told = pairs[pairs["share"].notna() & ~pairs["is_few"]]
    if told.empty:
        return ""
    row = told.iloc[0]
    return t(
        "lines.together",
        lang,
        one=_line(str(row["one"]), lang),
        other=_line(str(row["other"]), lang),
        both=f"{row['both']:,}",
        either=f"{row['either']:,}",
        share=f"{row['share'] * 100:.0f}",
    )


def agreements(found: DataFrame, counts: "Series[int]", lang: Lang) -> str:
    """
    Return how many agreements there are, which end soon, how many ended or don't tell.

    Parameters
    ----------
    found
        As `direction.agreements.agreements` gives it.
    counts
        As `direction.agreements.counts` gives it.
    lang
        Language.
    """
    if found.empty:
        return t("lines.no_agreement", lang)
    said = [t("lines.agreements", lang, count=counted("agreements", len(found), lang))]
    soon = found[found["term"] == Term.ENDS_SOON]
    if len(soon):
        first = [
            t("lines.ends", lang, name=called(row, lang), day=day(row["ends"], lang))
            for _, row in soon.head(_SOON_TOLD).iterrows()
        ]
        number = counted("agreements", len(soon), lang)
        said.append(t("lines.ends_soon", lang, count=number, first=listed(first, lang)))
    parts = [
        t(f"lines.also_{term}", lang, count=f"{counts[str(term)]:,}")
        for term in (Term.ENDED, Term.UNKNOWN)
        if counts[str(term)]
    ]
    if parts:
        said.append(t("lines.also", lang, parts=listed(parts, lang)))
    return " ".join(said)


def worked(name: str, row: "Series[str]", lang: Lang) -> list[str]:
    """
    Return the index of one tambon worked out line by line.

    Parameters
    ----------
    name
        What it is called.
    row
        Its line of `Snapshot.integration`.
    lang
        Language.
    """
    said = [
        t("lines.worked_line", lang, line=_line(str(line), lang), state=state_name(row, line, lang))
        for line in LINES
    ]
    count, unknown = row["work_lines"], int(row["unknown_lines"])
    number = "0" if pd.isna(count) else f"{int(count)}"
    key = "worked_least" if unknown else "worked_sum"
    return [*said, t(f"lines.{key}", lang, name=name, count=number, unknown=str(unknown))]


def state_name(row: "Series[str]", line: object, lang: Lang) -> str:
    """Return how a line stands: what no register of its own tells of is not recorded."""
    return t(f"lines.state_{shade(str(row[str(line)]), str(line))}", lang)


def shade(state: str, line: str) -> str:
    """Return `at_work`, `none`, `unknown`, or `blank`: none is recorded, and none need be told."""
    if state == Reach.NONE and line not in {str(each) for each in REGISTERS}:
        return "blank"
    return state


def at_work_in(index: DataFrame) -> "Series[int]":
    """Return in how many tambons each work line is at work."""
    names = [str(line) for line in LINES]
    return (index[names] == Reach.AT_WORK).sum().astype("int64")


def _of_one(place: str, row: "Series[str]", lang: Lang) -> str:
    names = [_line(str(line), lang) for line in LINES if row[str(line)] == Reach.AT_WORK]
    if not names:
        return t("lines.answer_one_none", lang, place=place)
    told = {"place": place, "count": f"{len(names)}", "names": listed(names, lang)}
    said = t("lines.answer_one", lang, **told)
    unknown = int(row["unknown_lines"])
    return f"{said} {t('lines.answer_one_unknown', lang, unknown=unknown)}" if unknown else said


def _line(line: str, lang: Lang) -> str:
    return t(f"measures.work_line_{line}", lang)
