"""What is said of a tambon on its page: the answer, the sentences, the sources, the way on."""

from html import escape
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st
from pandas import DataFrame

from areamap.briefs.sentences import place, sources
from areamap.briefs.workbook import workbook
from areamap.calendar import format_date
from areamap.i18n import t
from areamap.measures.coverage import COVERED, GAP
from areamap.measures.place_records import Through
from areamap.places.levels import Level
from areamap.ui import answer as answers
from areamap.ui import tambon_choice, ways
from areamap.ui.gap_list import XLSX
from areamap.ui.html_table import html_table

if TYPE_CHECKING:
    from areamap.direction.profile import Profile
    from areamap.i18n import Lang

_REGISTER: Final = {
    "place": "population",
    "council": "council",
    "fund": "fund",
    "housing": "housing",
    "money": "budget",
    "work": "activity",
    "agreement": "agreement",
    "plan": "plan",
    "vulnerable": "vulnerable",
}
"""The register that a part is read from."""

NEAR: Final = (Through.TAMBON, Through.AUTHORITY, Through.PART)
"""How a record speaks of a place that is its own, not that of a larger area."""


def answer(profile: "Profile", lang: "Lang") -> None:
    """Show the answer in one sentence, with the day."""
    said = place.answer(profile, lang)
    answers.show(t("tambon.question", lang), [said], place.as_of(profile, lang))


def sentences(profile: "Profile", lang: "Lang") -> None:
    """Show all sentences, part by part, each marked by whether something is known."""
    parts = "".join(
        f"<section class='areamap-{state(profile, section)}'>"
        f"<h2>{escape(t(f'tambon.section_{section}', lang))}</h2>"
        + "".join(f"<p>{escape(each)}</p>" for each in said)
        + "</section>"
        for section, said in place.said(profile, lang).items()
    )
    st.html(f"<article class='areamap-read' lang='{lang}'>{parts}</article>")


def state(profile: "Profile", section: str) -> str:
    """Return whether a part is known, known to be nothing, or unknown."""
    register = _REGISTER.get(section)
    if register is None:
        return "known"
    if not profile.tells_of(register):
        return "unknown"
    return _state(profile, section, register)


def read_from(profile: "Profile", lang: "Lang") -> None:
    """Show what each part was read from, and offer everything as a workbook."""
    left, right = st.columns([3, 2], vertical_alignment="center")
    title = t("tambon.sources", lang)
    left.subheader(title, anchor=False)
    table = _table(profile, lang)
    about: tuple[str, ...] = (place.answer(profile, lang), place.as_of(profile, lang))
    about += tuple(f"{name} · {told}" for name, told in sources.told(profile, lang))
    right.download_button(
        t("tambon.download", lang),
        lambda: workbook(table, sheet=profile.code, title=about[0], about=about[1:]),
        file_name=f"tambon-{profile.code}-{profile.as_of}.xlsx",
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
    )
    st.html(html_table(_sources(profile, lang), title))


def onward(profile: "Profile", lang: "Lang") -> None:
    """Show the links to the next pages, with the area kept."""
    upper = {area.level: area.code for area in profile.path}
    district, province = upper[Level.DISTRICT], upper[Level.PROVINCE]
    names = {code: tambon_choice.named(code, lang) for code in (district, province)}
    with st.container(horizontal=True, key="ways"):
        for page, code, icon in (
            ("overview", district, ":material/map:"),
            ("gaps", province, ":material/person_pin_circle:"),
            ("quality", province, ":material/fact_check:"),
        ):
            label = t(f"tambon.to_{page}", lang, place=names[code])
            ways.link(page, label, icon=icon, scope=code, lang=lang)


def _table(profile: "Profile", lang: "Lang") -> DataFrame:
    rows = [
        (t(f"tambon.section_{section}", lang), each)
        for section, said in place.said(profile, lang).items()
        for each in said
    ]
    return DataFrame(rows, columns=[t(f"tambon.column_{n}", lang) for n in ("section", "sentence")])


def _sources(profile: "Profile", lang: "Lang") -> DataFrame:
    rows: list[dict[Any, Any]] = profile.sources.reset_index().to_dict("records")
    listed = []
    for row in rows:
        is_there = not pd.isna(row["publication"])
        listed.append(
            {
                "register": _begun(t(f"sentences.register_{row['register']}", lang)),
                "file": row["file_name"] if is_there else t("tambon.source_none", lang),
                "published": format_date(row["published_on"], lang) if is_there else None,
                "number": str(row["publication"]) if is_there else None,
            }
        )
    frame = DataFrame(listed)
    return frame.rename(columns={name: t(f"tambon.column_{name}", lang) for name in frame.columns})


def _state(profile: "Profile", section: str, register: str) -> str:
    is_empty = profile.of(register).empty
    if section == "vulnerable" and is_empty:
        return "unknown"
    if section == "plan":
        is_empty = profile.of(register, *NEAR).empty
    if section in profile.states.index:
        found = str(profile.states.loc[section, "state"])
        return "known" if found in COVERED else "none" if found in GAP else "unknown"
    if section == "place":
        return "unknown" if pd.isna(profile.people["population"]) else "known"
    if section == "money":
        is_empty = profile.money.empty
    elif section == "work":
        count = profile.work_lines["work_lines"]
        is_empty = not pd.isna(count) and count == 0
    return "none" if is_empty else "known"


def _begun(words: str) -> str:
    """Return words as they stand at the beginning of a line."""
    return words[:1].upper() + words[1:]
