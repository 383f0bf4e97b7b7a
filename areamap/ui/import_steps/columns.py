"""Step two: what each column of the file means, guessed, changeable, remembered for the source."""

from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from areamap.i18n import Lang, t
from areamap.registers import definitions
from areamap.ui import home
from areamap.ui.import_steps import address, how_far, writing
from areamap.ui.import_steps.address import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pandas import DataFrame

    from areamap.imports import Work
    from areamap.registers.definitions import Register

UNUSED: Final = ""
_SAMPLES: Final = 3
_LONGEST: Final = 90


def show(work: "Work", lang: Lang) -> None:
    """Show one line per column of the file: its heading, what stands in it, what it means."""
    register = definitions.load(work.draft.register)
    mapping = work.mapping
    personal = mapping[mapping["is_personal"]]
    st.markdown(t("importing.columns_intro", lang, register=register.label(lang)))
    if len(personal):
        names = ", ".join(personal["heading"])
        st.info(writing.plain(t("importing.columns_personal", lang, names=names)))
    chosen: dict[str, str] = {}
    options = [UNUSED, *(column.name for column in register.all_columns)]
    with st.form(f"columns_{work.kept.id}_{work.kept.version}", border=False):
        for place, line in enumerate(_lines(mapping)):
            told = line.column if isinstance(line.column, str) else UNUSED
            with st.container(key=f"column_{place}"):
                left, middle, right = st.columns([4, 3, 2], vertical_alignment="center")
                with left:
                    st.text(line.heading)
                    st.caption(writing.plain(_samples(line.sample_values)))
                chosen[line.heading] = middle.selectbox(
                    t("importing.column_means", lang, heading=writing.plain(line.heading)),
                    options,
                    index=options.index(told) if told in options else 0,
                    format_func=lambda name: _label(register, name, lang),
                    key=f"means_{work.kept.id}_{work.kept.version}_{place}",
                    label_visibility="collapsed",
                )
                right.caption(_because(line.guessed_by, lang))
        if st.form_submit_button(t("importing.columns_save", lang), type="primary"):
            _save(work, chosen, lang)
    missing = _missing(register, chosen, lang)
    if missing:
        st.warning(t("importing.columns_missing", lang, names=missing))


def _save(work: "Work", told: dict[str, str], lang: Lang) -> None:
    desk = home.workspace().imports
    twice = _twice(told)
    if twice:
        register = definitions.load(work.draft.register)
        names = ", ".join(_label(register, name, lang) for name in twice)
        st.error(t("importing.columns_twice", lang, names=names))
        return
    with how_far.shown(lang) as tell:
        kept = writing.attempt(
            lambda by: desk.reread(
                work.kept.id, by=by, seen=work.kept.version, mapping=told, progress=tell
            )
        )
    if kept is not None:
        writing.say("done", "importing.columns_saved")
        address.go(work.kept.id, Step.ROWS)
    st.rerun()


def _lines(mapping: "DataFrame") -> "Iterator[Any]":
    """Yield the columns of the file that hold no persons."""
    yield from mapping[~mapping["is_personal"]].itertuples()


def _twice(chosen: dict[str, str]) -> list[str]:
    used = [column for column in chosen.values() if column != UNUSED]
    return [column for column in dict.fromkeys(used) if used.count(column) > 1]


def _missing(register: "Register", chosen: dict[str, str], lang: Lang) -> str:
    used = set(chosen.values())
    return ", ".join(
        column.label(lang)
        for column in register.columns
        if column.required and not column.from_title and column.name not in used
    )


def _label(register: "Register", name: str, lang: Lang) -> str:
    return register.column(name).label(lang) if name else t("importing.column_unused", lang)


def _samples(values: object) -> str:
    texts = [str(each) for each in values][:_SAMPLES] if isinstance(values, list | tuple) else []
    said = " · ".join(texts)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"


def _because(guessed_by: object, lang: Lang) -> str:
    name = guessed_by if isinstance(guessed_by, str) and guessed_by else "nobody"
    return t(f"importing.guessed_by_{name}", lang)
