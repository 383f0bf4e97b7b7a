"""Matching rows to areas: what a row says of its place becomes a code, a question, or neither."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

import pandas as pd

from areamap.places import _lexicon
from areamap.places._by_authority import AuthorityNames
from areamap.places._outcome import Outcome, Status
from areamap.places._rules import Place, Rules
from areamap.places.groupings import Groupings, builtin
from areamap.places.hierarchy import area_names
from areamap.places.levels import Level
from areamap.places.names import bare, normalise

__all__ = ["PLACE_COLUMNS", "Matcher", "Status"]

PLACE_COLUMNS: Final = Place._fields
"""Columns that say where something is."""

_WIDER: Final = (
    Level.COUNTRY,
    Level.CLUSTER,
    Level.REGION,
    Level.OFFICE,
    Level.ZONE,
)
"""What a column of wider areas may name beside provinces, looked for in this order."""


class Matcher:
    """
    Joins rows to areas by their codes and names, and says how.

    Only an exact match joins: a code, or a name that is exact after `names.normalise` inside the
    province and district that the row gives, or alone in its province where no district is given,
    or cut off by a DBF field and the beginning of exactly one name there. Everything nearly right
    is suggested to a person.

    Parameters
    ----------
    authorities
        Register of local authorities: `authority_code`, `authority_type`, `name_th`, `name_en`,
        `province_code`, `tambon_codes`. None where it is not known; then the name of an authority
        is taken for the name of its tambon.
    groupings
        Whose clusters count; the built-in ones where not given.
    on
        The day whose clusters count; today where not given.
    """

    def __init__(
        self,
        authorities: pd.DataFrame | None = None,
        groupings: Groupings | None = None,
        on: date | None = None,
    ) -> None:
        known = None if authorities is None or authorities.empty else AuthorityNames(authorities)
        day = on or date.today()  # noqa: DTZ011  # groups hold by the calendar of the user's wall
        groups = groupings or builtin()
        clusters = _keys([Level.CLUSTER], groups, day)
        wider = _keys(_WIDER, groups, day) | _provinces()
        self._rules = Rules(known, clusters, wider)

    def match(self, places: pd.DataFrame) -> pd.DataFrame:
        """
        Return what each row's place means.

        Parameters
        ----------
        places
            One row per row of a list, any index, any of these columns as text: `tambon_code` (6
            digits, also as `TH190406` or `190406.0`), `district_code`, `province_code`, `tambon`,
            `district`, `province`, `authority_code`, `authority`, `cluster`,
            `wider_area` (a province or anything larger, the country too). Missing is missing.

        Returns
        -------
        DataFrame
            Same index. `status`: `matched`, `suggested`, `ambiguous` or `unmatched`. `area_code`
            (str): tambon, else district, province, cluster or wider area where the row says no
            more; missing unless matched. `authority_code` (str): the local authority that the row
            names, missing where it names none or the register doesn't know it. `suggested_codes`:
            tuple, best first. `reason_key` and `reason_values` (dict):
            `t(f"reasons.{key}", lang, **values)` tells why.
        """
        rows = list(_places(places))
        outcomes = {place: self._rules.match(place) for place in dict.fromkeys(rows)}
        return _frame([outcomes[place] for place in rows], places.index)


def _places(frame: pd.DataFrame) -> Iterator[Place]:
    columns = []
    for name in PLACE_COLUMNS:
        if name in frame:
            texts = frame[name].astype(object)
            columns.append(texts.where(texts.notna(), "").astype(str).tolist())
        else:
            columns.append([""] * len(frame))
    return map(Place._make, zip(*columns, strict=True))


def _frame(outcomes: list[Outcome], index: pd.Index) -> pd.DataFrame:
    def text(values: list[str | None]) -> "pd.Series[str]":
        return pd.Series(values, index=index, dtype="str")

    return pd.DataFrame(
        {
            "status": text([outcome.status.value for outcome in outcomes]),
            "area_code": text([outcome.area_code for outcome in outcomes]),
            "authority_code": text([outcome.authority_code for outcome in outcomes]),
            "suggested_codes": pd.Series(
                [outcome.suggested for outcome in outcomes], index=index, dtype=object
            ),
            "reason_key": text([outcome.reason for outcome in outcomes]),
            "reason_values": pd.Series(
                [outcome.told for outcome in outcomes], index=index, dtype=object
            ),
        },
        index=index,
    )


def _keys(levels: Iterable[Level], groupings: Groupings, on: date) -> dict[str, str]:
    """Return the codes of the areas of levels by every key of theirs; the first level wins."""
    found: dict[str, str] = {}
    for level in levels:
        for code, *named in area_names(level, groupings, on).itertuples(name=None):
            for key in (key for text in (code, *named) for key in (normalise(text), bare(text))):
                found.setdefault(key, code)
    return found


def _provinces() -> dict[str, str]:
    """Return the codes of the provinces by every key of theirs, short names such as กทม. too."""
    known = _lexicon.today(Level.PROVINCE).codes
    return {key: codes[0] for (parent, key), codes in known.items() if not parent}
