"""What is known about one tambon, in sentences that can be read aloud."""

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from areamap.briefs.sentences import place_programme, place_work
from areamap.briefs.sentences.words import counted, day, listed
from areamap.i18n import Lang, t
from areamap.places.levels import Level

if TYPE_CHECKING:
    from areamap.direction.profile import Profile

SECTIONS: Final = (
    "place",
    "council",
    "fund",
    "housing",
    "money",
    "work",
    "agreement",
    "plan",
    "vulnerable",
    "history",
)
"""The parts of what is said, in their order."""

_BANGKOK: Final = "10"
_TYPES: Final = ("TAO", "ThesabanTambon", "ThesabanMueang", "ThesabanNakhon")


def said(profile: "Profile", lang: Lang) -> dict[str, list[str]]:
    """
    Return everything that is known about a tambon as sentences.

    What no register tells is said to be unknown, and what a register tells to be absent is said to
    be absent. Figures are those of the profile, whole baht, as of its day; names of councils, plans
    and agencies are the words of the files.

    Parameters
    ----------
    profile
        As `direction.profile.profile` gives it.
    lang
        Language.

    Returns
    -------
    dict
        Sentences by each of `SECTIONS`, each at least one.
    """
    return {
        "place": _place(profile, lang),
        "council": place_work.council(profile, lang),
        "fund": place_work.fund(profile, lang),
        "housing": place_work.housing(profile, lang),
        "money": place_programme.money(profile, lang),
        "work": place_programme.work(profile, lang),
        "agreement": place_programme.agreement(profile, lang),
        "plan": place_programme.plan(profile, lang),
        "vulnerable": place_programme.vulnerable(profile, lang),
        "history": _history(profile, lang),
    }


def name(profile: "Profile", lang: Lang) -> str:
    """Return the name of the tambon, with the word for it."""
    own = profile.path[-1]
    kind = "khwaeng" if profile.code.startswith(_BANGKOK) else "tambon"
    return t(f"sentences.{kind}", lang, name=own.name_th if lang == "th" else own.name_en)


def answer(profile: "Profile", lang: Lang) -> str:
    """Return the first sentence of all: how it stands by council, fund and work lines."""
    parts = [
        t(f"sentences.short_{theme}_{profile.states.loc[theme, 'state']}", lang)
        for theme in profile.states.index
    ]
    return t("sentences.answer", lang, place=name(profile, lang), what=listed(parts, lang))


def as_of(profile: "Profile", lang: Lang) -> str:
    """Return the day that everything is said of, and that it is sample where it is."""
    told = t("sentences.as_of", lang, day=day(profile.as_of, lang))
    return f"{told} · {t('ui.sample_short', lang)}" if profile.is_sample else told


def _place(profile: "Profile", lang: Lang) -> list[str]:
    names = {
        area.level: area.name_th if lang == "th" else area.name_en for area in profile.path[1:]
    }
    in_bangkok = profile.code.startswith(_BANGKOK)
    key = "lies_bangkok" if in_bangkok else "lies"
    own = {"place": name(profile, lang), "district": names[Level.DISTRICT]}
    first = t(f"sentences.{key}", lang, province=names[Level.PROVINCE], **own)
    if Level.CLUSTER in names:
        first = t("sentences.lies_cluster", lang, lies=first, cluster=names[Level.CLUSTER])
    return [first, _people(profile, lang), _authorities(profile, lang)]


def _people(profile: "Profile", lang: Lang) -> str:
    people, households, when = profile.people[["population", "households", "counted_date"]]
    if pd.isna(people):
        return t("sentences.people_unknown", lang)
    told = counted("people", int(people), lang)
    if not pd.isna(households):
        homes = counted("households", int(households), lang)
        told = t("sentences.people_in", lang, people=told, households=homes)
    if pd.isna(when):
        return t("sentences.people_undated", lang, people=told)
    return t("sentences.people_on", lang, people=told, day=day(when, lang))


def _authorities(profile: "Profile", lang: Lang) -> str:
    if profile.code.startswith(_BANGKOK):
        return t("sentences.authority_bangkok", lang)
    if profile.authorities is None:
        return t("sentences.authority_unknown", lang)
    if profile.authorities.empty:
        return t("sentences.authority_none", lang)
    rows: list[dict[Any, Any]] = profile.authorities.to_dict("records")
    found = [authority_name(row, lang) for row in rows]
    return t("sentences.authority", lang, names=listed(found, lang))


def authority_name(row: dict[Any, Any], lang: Lang) -> str:
    """
    Return what a local authority is called, with its kind.

    Parameters
    ----------
    row
        `name_th`, `name_en`, `authority_type`, and `whole`: whether it covers all of the tambon.
    lang
        Language.
    """
    called = row["name_th"] if lang == "th" or pd.isna(row["name_en"]) else row["name_en"]
    known = row["authority_type"] in _TYPES
    kind = f"type_{row['authority_type']}" if known else "type_other"
    one = t(f"sentences.{kind}", lang, name=called)
    return one if row["whole"] else t("sentences.authority_part", lang, name=one)


def _history(profile: "Profile", lang: Lang) -> list[str]:
    found = [t("sentences.code", lang, code=profile.code)]
    rows: list[dict[Any, Any]] = profile.retired.reset_index().to_dict("records")
    for row in rows:
        called = row["name_th"] if lang == "th" or pd.isna(row["name_en"]) else row["name_en"]
        split = "split" if len(row["successors"]) > 1 else "before"
        told = {"code": row["area_code"], "name": called}
        if row["retired_on"] is None:
            found.append(t(f"sentences.code_{split}", lang, **told))
        else:
            when = day(row["retired_on"], lang)
            found.append(t(f"sentences.code_{split}_on", lang, day=when, **told))
    if not rows:
        found.append(t("sentences.code_no_other", lang))
    return found
