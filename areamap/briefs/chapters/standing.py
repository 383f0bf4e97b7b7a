"""Where the area stands: one sentence for each thing, and the map of councils."""

from typing import TYPE_CHECKING

import pandas as pd

from areamap.briefs.chapters import maps
from areamap.briefs.content import Chapter
from areamap.briefs.proven import Said
from areamap.direction.brief import by_year
from areamap.measures.basis import Basis

if TYPE_CHECKING:
    from areamap.briefs.chapters.telling import Telling

THEMES = ("council", "fund", "housing")


def chapter(telling: "Telling") -> Chapter:
    """Return how the area stands by council, fund, housing and money."""
    said = [each for theme in THEMES for each in of_theme(telling, theme)]
    said += of_people(telling)
    said += of_money(telling)
    pictures = [maps.of_states(telling, "council")]
    return Chapter(
        "standing",
        telling.t("standing"),
        tuple(said),
        pictures=tuple(each for each in pictures if each),
    )


def of_theme(telling: "Telling", theme: str) -> list[Said]:
    """Return how many tambons have a council, a fund or housing, of how many, and how many not."""
    facts, basis = telling.facts, str(Basis.TAMBON)
    if not facts.tells_of(theme):
        return [telling.say(f"silent_{theme}")]
    line = facts.whole[theme, basis].iloc[0]
    if pd.isna(line["coverage_pct"]):
        return [telling.plain(telling.t(f"unknown_{theme}", place=telling.place), theme)]
    told = {
        name: telling.covered(theme, basis, column)
        for name, column in (("covered", "covered"), ("areas", "areas"), ("rate", "coverage_pct"))
    }
    found = [telling.say(f"stands_{theme}", place=telling.place, **told)]
    return found + [
        telling.say(f"stands_{name}", count=telling.covered(theme, basis, name))
        for name in ("unknown", "partly")
        if line[name]
    ]


def of_people(telling: "Telling") -> list[Said]:
    """Return how many people and households there are, where all tambons are counted."""
    people = telling.facts.people
    if people is None or people["population"].isna().any():
        return []
    figures = {
        name: telling.counted(int(people[name].sum()), "population", "areas", name)
        for name in ("population", "households")
        if not people[name].isna().any()
    }
    return [telling.say("people" if len(figures) > 1 else "people_only", **figures)]


def of_money(telling: "Telling") -> list[Said]:
    """Return the budget of the last fiscal year that is over."""
    facts = telling.facts
    if not facts.tells_of("budget"):
        return [telling.say("silent_budget")]
    found, year = by_year(facts.money), facts.closed_year
    if year not in found.index:
        return [_dated(telling, "paid_none", year)]
    amount = telling.paid(float(found["amount_baht"].loc[year]), [year])
    return [telling.say("paid", place=telling.place, year=telling.year(year), baht=amount)]


def _dated(telling: "Telling", key: str, year: int) -> Said:
    return telling.plain(telling.t(key, place=telling.place, year=telling.year(year)), "budget")
