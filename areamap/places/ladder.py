"""The way down from the country to a tambon, one level at a time, and the way up again."""

from datetime import date
from typing import Final

from areamap.places import hierarchy
from areamap.places.groupings import Groupings
from areamap.places.hierarchy import Area
from areamap.places.levels import CODE_DIGITS, COUNTRY_CODE, Level

_BELOW: Final = {
    Level.COUNTRY: Level.CLUSTER,
    Level.REGION: Level.PROVINCE,
    Level.OFFICE: Level.PROVINCE,
    Level.CLUSTER: Level.PROVINCE,
    Level.ZONE: Level.DISTRICT,
    Level.PROVINCE: Level.DISTRICT,
    Level.DISTRICT: Level.TAMBON,
}


def above(code: str, groupings: Groupings, on: date) -> tuple[Area, ...]:
    """
    Return the areas that an area lies in, from the country down to itself.

    A province lies in its cluster; a cluster that is only one province is left out.

    Parameters
    ----------
    code
        `area_code` of any level, or a group's code.
    groupings
        Clusters, regions, offices and zones.
    on
        The day whose groups count.

    Raises
    ------
    PlaceError
        There is no such area on that day.
    """
    own = hierarchy.find_area(code, groupings, on)
    codes = [COUNTRY_CODE]
    if own.level in CODE_DIGITS:
        codes += [code[:digits] for digits in sorted(CODE_DIGITS.values()) if digits <= len(code)]
        cluster = _cluster(codes[1], groupings, on)
        codes[1:1] = [cluster] if cluster else []
    elif own.level is not Level.COUNTRY:
        codes.append(own.code)
    return tuple(hierarchy.find_area(each, groupings, on) for each in codes)


def below(scope: Area, tambon: str, groupings: Groupings, on: date) -> str:
    """
    Return the code of the area, one level below another, in which a tambon lies.

    Parameters
    ----------
    scope
        The area from which one goes down.
    tambon
        `area_code` of a tambon in it.
    groupings, on
        As for `above`.

    Returns
    -------
    str
        The tambon itself where there is nothing between; a province where it is in no cluster.
    """
    level = _BELOW.get(scope.level, Level.TAMBON)
    if level is Level.CLUSTER:
        province = tambon[: CODE_DIGITS[Level.PROVINCE]]
        return _cluster(province, groupings, on) or province
    return tambon[: CODE_DIGITS[level]]


def _cluster(province: str, groupings: Groupings, on: date) -> str | None:
    """Return the cluster of a province, or None where it has none or is alone in it."""
    members = groupings.members(Level.CLUSTER, on)
    mine = members.loc[members["member_code"] == province, "group_code"]
    if mine.empty or (members["group_code"] == mine.iloc[0]).sum() == 1:
        return None
    return str(mine.iloc[0])
