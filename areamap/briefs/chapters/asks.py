"""What we ask for, by the registers alone: gaps, agreements that end, plans that are late."""

from typing import TYPE_CHECKING

import pandas as pd
from pandas import DateOffset, Timestamp

from areamap.briefs.content import Chapter
from areamap.briefs.proven import Said
from areamap.briefs.sentences.words import listed
from areamap.calendar import say_date
from areamap.direction import brief_frames as frames
from areamap.i18n import t
from areamap.places.levels import Level

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.briefs.chapters.telling import Telling

_MOST = 3
_SOON = DateOffset(months=12)


def chapter(telling: "Telling") -> Chapter:
    """Return what the area asks for; that nothing is missing where nothing is."""
    said = [*_gaps(telling), *_agreements(telling), *_plans(telling), *_unknown(telling)]
    if not said:
        said = [Said(telling.t("ask_nothing"))]
    return Chapter("asks", telling.t("asks"), tuple(said))


def _gaps(telling: "Telling") -> list[Said]:
    found = []
    for theme in ("council", "fund"):
        gaps = telling.facts.gaps.get(theme)
        if gaps is None or gaps.empty:
            continue
        names = _where(telling, gaps)
        key = f"ask_{theme}" if len(names) <= _MOST else f"ask_{theme}_first"
        first = listed(names[:_MOST], telling.lang)
        found.append(telling.say(key, count=telling.lacking(theme), names=first))
    return found


def _where(telling: "Telling", gaps: "DataFrame") -> list[str]:
    """Return the names of the areas, each with the one below the asking area that it lies in."""
    names = [str(name) for name in telling.names(gaps)]
    above = {Level.DISTRICT: "district", Level.PROVINCE: "province"}.get(
        Level.PROVINCE if telling.facts.parts is Level.CLUSTER else telling.facts.parts
    )
    if above is None:
        return names
    places = gaps[f"{above}_{telling.lang}"]
    return [f"{name} ({place})" for name, place in zip(names, places, strict=True)]


def _agreements(telling: "Telling") -> list[Said]:
    """Return the agreements that end within a year of the day; of those over, how many."""
    facts = telling.facts
    if not facts.tells_of("agreement"):
        return []
    found = frames.agreements(facts)
    today = Timestamp(facts.as_of)
    ends = pd.to_datetime(found["ends_date"])
    source = telling.source("agreement")
    soon = found[(ends >= today) & (ends <= today + _SOON)]
    said = [
        Said(
            telling.t("ask_agreement", name=name, day=say_date(end.date(), telling.lang)),
            source=source,
        )
        for name, end in _named(soon)[:_MOST]
    ]
    over = int((ends < today).sum())
    if over:
        said.append(Said(telling.t("ask_agreements_over", count=over), source=source))
    return said


def _plans(telling: "Telling") -> list[Said]:
    """Return how many plans are over, and how many were never handed in after they began."""
    facts = telling.facts
    if not facts.tells_of("plan"):
        return []
    found = frames.plans(facts)
    found = found[~found["is_wider"].fillna(value=False).astype(bool)]
    last = found["last_year"].astype("Int64")
    begun = found["first_year"].astype("Int64").le(facts.year).fillna(value=False)
    is_over = last.lt(facts.year).fillna(value=False)
    waits = begun & ~is_over & found["record_status"].eq("drafted").fillna(value=False)
    source = telling.source("plan")
    return [
        Said(telling.t(f"ask_plans_{key}", count=f"{int(which.sum()):,}"), source=source)
        for key, which in (("over", is_over), ("waiting", waits))
        if which.any()
    ]


def _unknown(telling: "Telling") -> list[Said]:
    found = []
    for theme in telling.facts.states:
        line = telling.facts.whole[theme, "tambon"].iloc[0]
        if line["unknown"]:
            what = t(f"standing.what_{theme}", telling.lang)
            count = telling.covered(theme, "tambon", "unknown")
            found.append(telling.say("ask_unknown", count=count, what=what))
    return found


def _named(rows: "DataFrame") -> list[tuple[str, Timestamp]]:
    names = rows["agreement_name"].fillna(rows["parties"]).fillna("–")
    pairs = zip(names, pd.to_datetime(rows["ends_date"]), strict=True)
    return [(str(name), end) for name, end in pairs]
