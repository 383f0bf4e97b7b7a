"""Who works with us: the agencies at work in the area, and the agreements with them."""

from typing import TYPE_CHECKING

import pandas as pd
from pandas import DataFrame, Timestamp

from areamap.briefs.content import Chapter
from areamap.briefs.proven import Said
from areamap.briefs.sentences.words import listed
from areamap.briefs.shown import Table
from areamap.direction import brief_frames as frames
from areamap.i18n import t

if TYPE_CHECKING:
    from areamap.briefs.chapters.telling import Telling


def chapter(telling: "Telling") -> Chapter | None:
    """Return agencies and agreements; None where neither register is published."""
    facts = telling.facts
    if not facts.tells_of("activity") and not facts.tells_of("agreement"):
        return None
    said: list[Said] = []
    tables: list[Table] = []
    if facts.tells_of("activity"):
        said += _at_work(telling)
        if len(frames.agencies(facts)):
            tables.append(_agencies(telling))
    if facts.tells_of("agreement"):
        said += _agreed(telling)
        if len(frames.agreements(facts)):
            tables.append(agreements(telling))
    return Chapter("partners", telling.t("partners"), tuple(said), tables=tuple(tables))


def agreements(telling: "Telling") -> Table:
    """Return the agreements, the soonest to end first, with how each stands on the day."""
    facts = telling.facts
    found = frames.agreements(facts)
    today = Timestamp(facts.as_of)
    ends = pd.to_datetime(found["ends_date"])
    states = [
        telling.t(
            "agreement_open"
            if pd.isna(day)
            else "agreement_over"
            if day < today
            else "agreement_runs"
        )
        for day in ends
    ]
    frame = DataFrame(
        {
            "agreement": found["agreement_name"].fillna(found["parties"]),
            "area": found["area"],
            "parties": found["parties"],
            "signed_date": pd.to_datetime(found["signed_date"]),
            "ends_date": ends,
            "agreement_state": states,
        }
    )
    columns = (
        telling.column("agreement"),
        telling.column("area"),
        telling.column("parties"),
        telling.column("signed_date", "date", "signed_date"),
        telling.column("ends_date", "date", "ends_date"),
        telling.column("agreement_state"),
    )
    title = telling.t("table_agreements")
    return telling.table("agreements", title, frame, columns, "agreement", "agreements")


def _at_work(telling: "Telling") -> list[Said]:
    found = frames.agencies(telling.facts)
    named = found[found.index != ""]
    if found.empty:
        return [telling.plain(telling.t("agencies_none", place=telling.place), "activity")]
    activities = telling.counted(
        int(found["activities"].sum()), "activity", "agencies", "activities"
    )
    names = listed([str(each) for each in named.index[:4]], telling.lang)
    key = "agencies_some" if len(named) > 4 else "agencies_all"  # noqa: PLR2004 - so many are read
    return [telling.say(key, activities=activities, names=names)]


def _agencies(telling: "Telling") -> Table:
    found = frames.agencies(telling.facts).reset_index()
    found["agency"] = found["agency"].replace("", t("sentences.agency_unknown", telling.lang))
    columns = (
        telling.column("agency"),
        telling.column("activities", "count", "activities"),
        telling.column("tambons", "count", "tambons"),
        telling.column("last_year", "year", "last_year"),
    )
    return telling.table(
        "agencies", telling.t("table_agencies"), found, columns, "activity", "agencies"
    )


def _agreed(telling: "Telling") -> list[Said]:
    found = frames.agreements(telling.facts)
    if found.empty:
        return [telling.plain(telling.t("agreements_none", place=telling.place), "agreement")]
    count = telling.counted(len(found), "agreement", "agreements")
    return [telling.say("agreements_are", count=count)]
