"""What can't be so in the register of councils."""

from typing import Final

from pandas import DataFrame, Series

from areamap.measures._cells import areas, days, labels, numbers, records, texts, years
from areamap.measures.basis import Ground
from areamap.measures.findings import Check, Found, Severity
from areamap.measures.standing import Standing

FIRST_YEAR: Final = 2551
"""Buddhist year of the Community Organization Council Act; no council is older."""


def council_before_act(councils: DataFrame) -> list[Found]:
    """
    Return the councils that are said to be older than the Act that made councils.

    Rule: registered before 1 January B.E. 2551 (Community Organization Council Act B.E. 2551), by
    the date, else by the year. A Christian year typed as a Buddhist one looks like this.

    Parameters
    ----------
    councils
        Rows of a publication: `status`, `area_code`, `council_name`, `registered_date`,
        `registered_year` (BE). Rows that were ignored or rejected are no councils.
    """
    told = records(councils)
    year = years(told, "registered_date").fillna(numbers(told, "registered_year"))
    early = told[year < FIRST_YEAR]
    each = zip(early.index, texts(early, "council_name"), areas(early), strict=True)
    return [
        Found(
            Check.COUNCIL_BEFORE_ACT,
            Severity.WRONG,
            "council",
            "council_before_act",
            {"name": name, "said_year": int(year[label])},
            area,
            {"council": (int(label),)},
            (name, int(year[label])),
        )
        for label, name, area in each
    ]


def dissolved_first(councils: DataFrame) -> list[Found]:
    """
    Return the councils that were dissolved before they were registered.

    Rule: by their dates; where one of the two is only a year, by their years.

    Parameters
    ----------
    councils
        Rows of a publication, with `registered_date`, `registered_year`, `dissolved_date` and
        `dissolved_year` (BE).
    """
    told = records(councils)
    begun, ended = days(told, "registered_date"), days(told, "dissolved_date")
    turned = told[ended < begun]
    each = zip(turned.index, texts(turned, "council_name"), areas(turned), strict=True)
    by_day = [
        Found(
            Check.DISSOLVED_FIRST,
            Severity.WRONG,
            "council",
            "dissolved_first",
            {
                "name": name,
                "registered_date": begun[label].date(),
                "dissolved_date": ended[label].date(),
            },
            area,
            {"council": (int(label),)},
            (name, begun[label].date(), ended[label].date()),
        )
        for label, name, area in each
    ]
    return by_day + _dissolved_first_by_year(told)


def _dissolved_first_by_year(told: DataFrame) -> list[Found]:
    begun = years(told, "registered_date").fillna(numbers(told, "registered_year"))
    ended = years(told, "dissolved_date").fillna(numbers(told, "dissolved_year"))
    has_days = days(told, "registered_date").notna() & days(told, "dissolved_date").notna()
    turned = told[(ended < begun) & ~has_days]
    each = zip(turned.index, texts(turned, "council_name"), areas(turned), strict=True)
    return [
        Found(
            Check.DISSOLVED_FIRST,
            Severity.WRONG,
            "council",
            "dissolved_first_year",
            {
                "name": name,
                "registered_year": int(begun[label]),
                "dissolved_year": int(ended[label]),
            },
            area,
            {"council": (int(label),)},
            (name, int(begun[label]), int(ended[label])),
        )
        for label, name, area in each
    ]


def two_councils(councils: DataFrame, standing: Series, ground: Ground) -> list[Found]:
    """
    Return the areas of which more than one council is active today.

    Rule: several active records of one local authority, or of one tambon (in Bangkok one khet)
    without an authority, are wrong. One of a tambon beside one of the only local authority that the
    tambon lies in is doubtful: both are of the same ground.

    Parameters
    ----------
    councils
        Rows of a publication.
    standing
        How each stands today, as `measures.standing.council_standing` gives it.
    ground
        The pieces.
    """
    active = councils[(councils["status"] == "matched") & (standing == Standing.ACTIVE)]
    authority = active["authority_code"].astype("str")
    unit = authority.where(authority.notna(), "area " + active["area_code"].astype("str"))
    several = active[unit.duplicated(keep=False)]
    found = [
        _several(several.loc[rows], Severity.WRONG, "two_councils")
        for rows in several.groupby(unit).groups.values()
    ]
    pieces = ground.pieces.dropna(subset=["tambon_code"])
    alone = pieces[~pieces["tambon_code"].duplicated(keep=False)].set_index("tambon_code")
    beside = active["area_code"].map(alone["authority_code"]).where(authority.isna())
    for code in sorted(set(beside.dropna()) & set(authority.dropna())):
        both = active[(beside == code) | (authority == code)]
        found.append(_several(both, Severity.DOUBT, "two_councils_overlap"))
    return found


def _several(rows: DataFrame, severity: Severity, what: str) -> Found:
    names = sorted(name for name in texts(rows, "council_name") if name)
    return Found(
        Check.TWO_COUNCILS,
        severity,
        "council",
        what,
        {"count": len(rows), "names": ", ".join(names)},
        areas(rows)[0],
        {"council": labels(rows)},
        (*sorted(texts(rows, "authority_code")), *names),
    )
