"""What a talk says, kept by the publications that it was read from."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import streamlit as st

from areamap import settings
from areamap.store.talk_records import Moment
from areamap.ui import chart, home, present_deck, present_plan

if TYPE_CHECKING:
    from areamap.briefs.content import Content
    from areamap.briefs.talk import TalkSlide
    from areamap.direction import Direction
    from areamap.i18n import Lang
    from areamap.ui.present_choice import Chosen
    from areamap.ui.present_plan import Plan


@dataclass(frozen=True, slots=True)
class Key:
    """
    What is asked of the data home, as a key for what was found.

    Attributes
    ----------
    home
        The data home.
    publications
        Numbers of the publications that the talk is made from.
    as_of
        The day.
    known_at
        By the publications of this moment; None for now.
    scope
        Code of the area.
    """

    home: str
    publications: tuple[int, ...]
    as_of: date
    known_at: datetime | None
    scope: str


@dataclass(frozen=True, slots=True)
class Made:
    """
    A talk as it is shown.

    Attributes
    ----------
    offered
        The slides that can be made from the registers.
    plan
        Which are shown, with one's own.
    deck
        What the script is given; see `present_deck.deck`.
    """

    offered: "tuple[TalkSlide, ...]"
    plan: "Plan"
    deck: dict[str, Any]


def talk(chosen: "Chosen") -> Made:
    """Return the talk of what is chosen."""
    from areamap.briefs import talk as talks  # noqa: PLC0415 - not for a page's first look

    lang, kind = chosen.lang, chosen.kind
    key = asked(chosen)
    told = content(key, lang)
    offered = talks.slides(told)
    plan = present_plan.current(chosen.scope, offered, chosen.kept)
    deck = chart.kept(
        "deck",
        (key, lang, kind, plan.slides, chosen.frozen),
        lambda: present_deck.deck(told, offered, plan, kind=kind, frozen=chosen.frozen),
    )
    return Made(offered, plan, deck)


def asked(chosen: "Chosen") -> Key:
    """Return the key of a talk: what it shows for good where it was kept, else what is known."""
    folder = str(settings.load().home)
    moment = chosen.kept.moment if chosen.kept else None
    if moment and not chosen.is_cleared:
        return Key(folder, moment.made_from, moment.as_of, moment.known_at, chosen.scope)
    as_of, known_at = (moment.as_of, moment.known_at) if moment else (chosen.today, None)
    found = _room(known_at).everything(as_of).publications
    numbers = tuple(sorted(each.id for each in found.values()))
    return Key(folder, numbers, as_of, known_at, chosen.scope)


def now(chosen: "Chosen") -> Moment:
    """Return the moment that a talk shows for good if it is kept now."""
    found = _room(None).everything(chosen.today)
    numbers = tuple(sorted(each.id for each in found.publications.values()))
    return Moment(chosen.today, datetime.now(UTC), numbers, found.is_sample)


@st.cache_resource(max_entries=32, show_spinner=False)
def content(key: Key, lang: "Lang") -> "Content":
    """Return all that there is to say; see `briefs.making.brief`."""
    from areamap.briefs import making  # noqa: PLC0415 - for who makes a talk

    ours = home.workspace()
    room, maps = _room(key.known_at), ours.boundaries
    told, _ = making.brief(room, maps, ours.settings.home, key.scope, as_of=key.as_of, lang=lang)
    return told


def _room(known_at: datetime | None) -> "Direction":
    room = home.workspace().direction
    return room if known_at is None else room.at(known_at)
