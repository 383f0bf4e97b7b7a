"""Choosing and ordering slides, and making one's own."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.briefs import talk_photo
from areamap.errors import AreamapError
from areamap.i18n import Lang, t
from areamap.store import talk_records, talks
from areamap.store.talk_records import Slide
from areamap.ui import access, home, present_plan
from areamap.ui.access import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from areamap.briefs.talk import TalkSlide
    from areamap.ui.present_plan import Plan

_PHOTO: Final = ("jpg", "jpeg", "png", "webp")
_PARTS: Final = ("heading", "text", "notes")
_EDITED: Final = "present_edited"
"""Session key of the own slide that is being changed; nothing for a new one."""

_TURN: Final = "present_turn"


@dataclass(frozen=True, slots=True)
class _Act:
    """What a button does: its name in the words, its icon, what is called with what."""

    name: str
    icon: str
    does: "Callable[..., None]"
    told: tuple[object, ...]


def order(offered: "Sequence[TalkSlide]", plan: "Plan", lang: Lang) -> None:
    """Show the slides in their order, and those that are left out."""
    known = {each.id: _name(each) for each in offered}
    st.subheader(t("present.order", lang), anchor=False)
    with st.container(key="present_order", gap="small"):
        for at, slide in enumerate(plan.slides):
            _line(at, slide, known, plan, lang)
    others = [each for each in offered if each.id not in plan.shown]
    if others:
        with st.expander(t("present.left_out", lang, count=len(others))):
            for each in others:
                _other(each, list(known), plan, lang)
    if plan.is_changed:
        st.button(
            t("present.reset", lang),
            key="present_reset",
            icon=":material/undo:",
            type="tertiary",
            on_click=present_plan.begin_anew,
        )


def _line(at: int, slide: Slide, known: dict[str, str], plan: "Plan", lang: Lang) -> None:
    name = known.get(slide.id, slide.heading or slide.text or t("present.photo", lang))
    with st.container(horizontal=True, vertical_alignment="center", key=f"slide_{slide.id}"):
        # A text element of its own kind: what a person writes is never read as Markdown.
        st.text(f"{at + 1}.  {name}", width="stretch")
        if slide.is_own:
            _act(_Act("edit", "edit", _edit, (slide,)), slide.id, lang)
        last = len(plan.slides) - 1
        up = _Act("up", "arrow_upward", present_plan.move, (slide.id, -1))
        _act(up, slide.id, lang, may=at > 0)
        down = _Act("down", "arrow_downward", present_plan.move, (slide.id, 1))
        _act(down, slide.id, lang, may=at < last)
        out = _Act("out", "close", present_plan.take_out, (slide.id,))
        _act(out, slide.id, lang, may=last > 0)


def _other(each: "TalkSlide", order: list[str], plan: "Plan", lang: Lang) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"slide_{each.id}"):
        st.text(_name(each), width="stretch")
        before = [slide for slide in plan.shown if slide in order[: order.index(each.id)]]
        at = plan.shown.index(before[-1]) + 1 if before else 0
        _act(_Act("in", "add", present_plan.put, (Slide(each.id), at)), each.id, lang)


def _act(act: "_Act", slide: str, lang: Lang, *, may: bool = True) -> None:
    st.button(
        "",
        icon=f":material/{act.icon}:",
        help=t(f"present.do_{act.name}", lang),
        key=f"{act.name}_{slide}",
        on_click=act.does,
        args=act.told,
        type="tertiary",
        disabled=not may,
    )


def _name(slide: "TalkSlide") -> str:
    if slide.id == slide.kind or slide.shows is None:
        return slide.heading
    return f"{slide.heading} · {slide.shows.title}"


def _edit(slide: Slide) -> None:
    _clear()
    st.session_state[_EDITED] = slide.id
    for part in _PARTS:
        st.session_state[_key(part)] = getattr(slide, part)


def _clear() -> None:
    """Begin with an empty form: fields of other keys, for a browser keeps what was typed in one."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state.pop(_EDITED, None)


def _key(part: str) -> str:
    return f"own_{part}_{st.session_state.get(_TURN, 0)}"


def own(plan: "Plan", lang: Lang) -> None:
    """Show the form for a slide of one's own; a photo may be added by who may edit."""
    edited = str(st.session_state.get(_EDITED, ""))
    st.subheader(t("present.own_change" if edited else "present.own", lang), anchor=False)
    with st.form("present_own", border=True):
        st.text_input(t("present.own_heading", lang), key=_key("heading"), max_chars=120)
        st.text_area(t("present.own_text", lang), key=_key("text"), max_chars=700, height=110)
        st.text_area(t("present.own_notes", lang), key=_key("notes"), max_chars=1500, height=80)
        photo = None
        if access.may(Role.EDITOR):
            label = t("present.own_photo", lang)
            photo = st.file_uploader(label, type=list(_PHOTO), key=_key("photo"))
        label = t("present.own_save" if edited else "present.own_add", lang)
        sent = st.form_submit_button(label, icon=":material/check:")
    st.caption(t("present.own_about", lang))
    if sent:
        _take(plan, edited, None if photo is None else photo.getvalue(), lang)


def _take(plan: "Plan", edited: str, photo: bytes | None, lang: Lang) -> None:
    said = {part: str(st.session_state[_key(part)]).strip() for part in _PARTS}
    before = next((each for each in plan.slides if each.id == edited), None)
    try:
        digest = _photo(photo, lang) or (before.photo if before else "")
        if not (said["heading"] or said["text"] or digest):
            st.warning(t("present.own_nothing", lang))
            return
        slide = Slide(before.id if before else present_plan.own_id(), **said, photo=digest)
        talk_records.refuse([slide])
    except AreamapError as error:
        st.error(error.text(lang), icon=":material/error:")
        return
    present_plan.put(slide)
    _clear()
    st.rerun()


def _photo(content: bytes | None, lang: Lang) -> str:
    """Take a photo in and return its digest; nothing where there is none."""
    if content is None:
        return ""
    access.require(Role.EDITOR, lang)
    body = talk_photo.cleaned(content, home.workspace().settings)
    digest = talks.digest(body)
    present_plan.add_photo(digest, body)
    return digest
