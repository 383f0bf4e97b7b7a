"""Deciding one row: take a suggestion, choose another place, leave it open, drop it."""

from typing import TYPE_CHECKING, Final, Literal

import streamlit as st

from areamap.i18n import Lang, t
from areamap.ui import home
from areamap.ui.import_steps import other_place, wording, writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from areamap.imports import Work

Action = Literal["accept", "choose", "leave", "drop"]
_REASONS: Final = ("not_ours", "twice", "closed", "other")
"""Reasons for which rows are dropped; the last one asks for words."""


def show(work: "Work", row: wording.Row, lang: Lang) -> None:
    """
    Show what can be decided about a row.

    Parameters
    ----------
    work
        The draft as it stands.
    row
        One of its rows that wait.
    lang
        Language of the page.
    """
    draft, place = work.kept.id, (row.sheet, int(row.row))
    name = f"{draft}_{row.Index}"
    codes = list(row.suggested_codes)
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"decide_{name}"):
        if len(codes) == 1:
            st.button(
                t("importing.accept", lang, place=wording.area(codes[0], lang)),
                key=f"accept_{name}",
                icon=":material/check:",
                on_click=decide,
                args=(draft, place, "accept", codes[0]),
            )
        elif codes:
            chosen = st.selectbox(
                t("importing.candidates", lang, count=len(codes)),
                codes,
                index=0 if row.status == "suggested" else None,
                placeholder=t("importing.candidates", lang, count=len(codes)),
                format_func=lambda code: wording.area(code, lang),
                key=f"candidate_{name}",
                label_visibility="collapsed",
                width=380,
            )
            st.button(
                t("importing.take", lang),
                key=f"take_{name}",
                icon=":material/check:",
                disabled=chosen is None,
                on_click=decide,
                args=(draft, place, "choose", chosen),
            )
        _offer_other(work, row, name, lang)
        st.button(
            t("importing.leave", lang),
            key=f"leave_{name}",
            on_click=decide,
            args=(draft, place, "leave"),
            type="tertiary",
        )
        _offer_drop_one(draft, place, name, lang)


def mend(work: "Work", row: wording.Row, lang: Lang) -> None:
    """
    Show what can be decided about a row that is settled: another place, or out with it.

    Parameters
    ----------
    work
        The draft as it stands.
    row
        One of its rows that do not wait.
    lang
        Language of the page.
    """
    name = f"{work.kept.id}_{row.Index}"
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"decide_{name}"):
        _offer_other(work, row, name, lang)
        if row.status != "ignored":
            _offer_drop_one(work.kept.id, (row.sheet, int(row.row)), name, lang)


def _offer_other(work: "Work", row: wording.Row, name: str, lang: Lang) -> None:
    if st.button(t("importing.elsewhere", lang), key=f"elsewhere_{name}"):
        place = (row.sheet, int(row.row))
        other_place.ask(
            work.draft.register,
            wording.place_told(row),
            lambda code: decide(work.kept.id, place, "choose", code),
            lang,
        )


def _offer_drop_one(draft: int, place: tuple[str, int], name: str, lang: Lang) -> None:
    with st.popover(t("importing.drop", lang), key=f"drop_{name}", type="tertiary"):
        offer_drop(name, lambda note: decide(draft, place, "drop", note=note), lang)


def offer_drop(name: str, drop: "Callable[[str], None]", lang: Lang) -> None:
    """Offer to drop rows; a reason has to be given."""
    reason = st.radio(
        t("importing.drop_why", lang),
        _REASONS,
        index=None,
        format_func=lambda each: t(f"importing.drop_{each}", lang),
        key=f"drop_why_{name}",
    )
    words = ""
    if reason == _REASONS[-1]:
        words = st.text_input(t("importing.drop_words", lang), key=f"drop_words_{name}").strip()
    elif reason:
        words = t(f"importing.drop_{reason}", "th")
    st.button(
        t("importing.drop_yes", lang),
        key=f"drop_yes_{name}",
        disabled=not words,
        on_click=drop,
        args=(words,),
    )


def decide(
    draft: int, place: tuple[str, int], action: Action, code: str | None = None, note: str = ""
) -> None:
    """Decide one row; only in a callback."""
    from areamap.store import Decision  # noqa: PLC0415 - only for who decides

    sheet, row = place
    made = Decision(
        sheet=sheet, row=row, action=action, area_code=code, column=None, value=None, note=note
    )
    desk = home.workspace().imports
    if writing.done(lambda by: desk.decide(draft, [made], by=by)):
        writing.say("done", f"importing.decided_{action}", row=row)


def decide_alike(draft: int, reason: str, action: Action, note: str = "") -> None:
    """Decide all rows of one reason; only in a callback."""
    desk = home.workspace().imports
    count = writing.attempt(lambda by: desk.decide_alike(draft, reason, action, by=by, note=note))
    if count is not None:
        writing.say("done", f"importing.decided_alike_{action}", count=count)
