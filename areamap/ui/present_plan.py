"""The talk in work: which slides in which order, with one's own, until it is kept or left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from areamap.store.talk_records import Slide

if TYPE_CHECKING:
    from areamap.briefs.talk import TalkSlide
    from areamap.store.talk_records import Talk

SLIDES: Final = "slides"
"""Name in the address of the slides in their order, where they are not the usual ones."""

_STATE: Final = "present_plan"
_BETWEEN: Final = "."


@dataclass(frozen=True, slots=True)
class Plan:
    """
    The talk in work.

    Attributes
    ----------
    of
        What it is of: code of the area and number of the talk, 0 for none that was kept.
    slides
        The slides that are shown, in their order.
    photos
        The photos of own slides by digest.
    begun_from
        The slides that it was begun from.
    """

    of: tuple[str, int]
    slides: tuple[Slide, ...]
    photos: dict[str, bytes]
    begun_from: tuple[Slide, ...]

    @property
    def is_changed(self) -> bool:
        """Whether it differs from what it was begun from."""
        return self.slides != self.begun_from

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of its slides."""
        return tuple(slide.id for slide in self.slides)


def current(scope: str, offered: "Sequence[TalkSlide]", kept: "Talk | None") -> Plan:
    """
    Return the talk in work; the address wins where it names slides that can be shown.

    Parameters
    ----------
    scope
        Code of the area.
    offered
        The slides that can be made from the registers.
    kept
        The talk that is open; None where it is none that was kept.
    """
    of = (scope, kept.id if kept else 0)
    found: Plan | None = st.session_state.get(_STATE)
    if found is None or found.of != of:
        found = _begun(of, offered, kept)
    known = {each.id for each in offered}
    asked = [Slide(each) for each in _asked() if each in known]
    if asked and kept is None and not any(slide.is_own for slide in found.slides):
        found = replace(found, slides=tuple(asked))
    _write(found, kept)
    st.session_state[_STATE] = found
    return found


def begin_anew() -> None:
    """Forget the talk in work; only in a callback."""
    st.session_state.pop(_STATE, None)
    if SLIDES in st.query_params:
        del st.query_params[SLIDES]


def put(slide: Slide, at: int | None = None) -> None:
    """Put a slide into the talk, in the place of one of the same id; only in a callback."""
    slides = list(_plan().slides)
    places = [place for place, each in enumerate(slides) if each.id == slide.id]
    if places:
        slides[places[0]] = slide
    else:
        slides.insert(len(slides) if at is None else at, slide)
    _keep(slides)


def take_out(slide_id: str) -> None:
    """Take a slide out of the talk, unless it is the last; only in a callback."""
    slides = [each for each in _plan().slides if each.id != slide_id]
    if slides:
        _keep(slides)


def move(slide_id: str, by: int) -> None:
    """Move a slide towards the beginning or the end; only in a callback."""
    slides = list(_plan().slides)
    at = next(place for place, each in enumerate(slides) if each.id == slide_id)
    to = min(max(0, at + by), len(slides) - 1)
    slides.insert(to, slides.pop(at))
    _keep(slides)


def add_photo(digest: str, body: bytes) -> None:
    """Remember a photo that a slide is to show."""
    plan = _plan()
    st.session_state[_STATE] = replace(plan, photos={**plan.photos, digest: body})


def own_id() -> str:
    """Return an id for another slide of one's own."""
    taken = {each.id for each in _plan().slides}
    return next(
        f"own{number}" for number in range(1, len(taken) + 2) if f"own{number}" not in taken
    )


def _plan() -> Plan:
    plan: Plan = st.session_state[_STATE]
    return plan


def _keep(slides: Sequence[Slide]) -> None:
    st.session_state[_STATE] = replace(_plan(), slides=tuple(slides))
    # What was chosen here is newer than what the address says.
    if SLIDES in st.query_params:
        del st.query_params[SLIDES]


def _begun(of: tuple[str, int], offered: "Sequence[TalkSlide]", kept: "Talk | None") -> Plan:
    if kept is None:
        usual = tuple(Slide(each.id) for each in offered if each.is_usual)
        return Plan(of, usual, {}, usual)
    # Photos are read once: they stay as they are while the talk is open.
    from areamap.ui.home import workspace  # noqa: PLC0415

    return Plan(of, kept.slides, workspace().store.talks.photos(kept.id), kept.slides)


def _asked() -> list[str]:
    return [each for each in st.query_params.get(SLIDES, "").split(_BETWEEN) if each]


def _write(plan: Plan, kept: "Talk | None") -> None:
    """Keep in the address what a link can carry: slides of one's own stand in a kept talk only."""
    told = ""
    if kept is None and plan.is_changed:
        told = _BETWEEN.join(each.id for each in plan.slides if not each.is_own)
    if told and st.query_params.get(SLIDES) != told:
        st.query_params[SLIDES] = told
    elif not told and SLIDES in st.query_params:
        del st.query_params[SLIDES]
