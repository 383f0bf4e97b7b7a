"""What a talk is: its slides, the moment that they show, what may be kept, how a line holds it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final

from areamap.errors import StoreError
from areamap.store._persons import refuse_person

MOST_SLIDES: Final = 60

_LONGEST: Final = {"heading": 120, "text": 700, "notes": 1500}
_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class Slide:
    """
    A slide of a talk.

    Attributes
    ----------
    id
        Names it: that of a slide that is made from the registers, or one that begins with `own`.
    heading, text, notes
        What an own slide says, and what only who speaks sees.
    photo
        Digest of its photo; nothing where it has none.
    """

    id: str
    heading: str = ""
    text: str = ""
    notes: str = ""
    photo: str = ""

    @property
    def is_own(self) -> bool:
        """Whether a person wrote it."""
        return self.id.startswith("own")


@dataclass(frozen=True, slots=True)
class Moment:
    """
    What a talk shows for good.

    Attributes
    ----------
    as_of
        The day.
    known_at
        By the publications of this moment (UTC).
    made_from
        Numbers of the publications.
    is_sample
        Whether they are of the sample.
    """

    as_of: date
    known_at: datetime
    made_from: tuple[int, ...]
    is_sample: bool


@dataclass(frozen=True, slots=True)
class Talk:
    """
    A talk that was kept.

    Attributes
    ----------
    id
        Its number.
    name
        What it is called; no other has this name.
    scope
        Code of the area.
    moment
        What it shows for good.
    slides
        The slides in their order.
    version
        One more with each change.
    by, at
        Who changed it last, and when (UTC).
    """

    id: int
    name: str
    scope: str
    moment: Moment
    slides: tuple[Slide, ...]
    version: int
    by: str
    at: datetime


def named(name: str) -> str:
    """
    Return the name of a talk as it is kept.

    Raises
    ------
    StoreError
        It is empty, too long or holds a citizen's number.
    """
    name = " ".join(name.split())
    refuse_person(name)
    if not name or len(name) > _LONGEST_NAME:
        raise StoreError("store_talk_name", longest=_LONGEST_NAME)
    return name


def refuse(slides: Sequence[Slide]) -> None:
    """
    Refuse slides that may not be kept.

    Raises
    ------
    StoreError
        There are none or too many, a text is too long or holds a citizen's number.
    """
    if not slides or len(slides) > MOST_SLIDES:
        raise StoreError("store_talk_slides", most=MOST_SLIDES)
    for slide in slides:
        refuse_person(slide.heading, slide.text, slide.notes)
        for name, longest in _LONGEST.items():
            if len(getattr(slide, name)) > longest:
                raise StoreError("store_talk_long", text=slide.heading[:40], longest=longest)


def moment_values(moment: Moment) -> dict[str, Any]:
    """Return a moment as the columns of its table hold it."""
    return {**asdict(moment), "made_from": json.dumps(list(moment.made_from))}


def written(slides: Sequence[Slide]) -> str:
    """Return slides as JSON, what is empty left out."""
    told = [{name: value for name, value in asdict(each).items() if value} for each in slides]
    return json.dumps(told, ensure_ascii=False)


def read(line: Any) -> Talk:  # noqa: ANN401 - a row of SQLAlchemy
    """Return the talk of a line of the table."""
    moment = Moment(line.as_of, line.known_at, tuple(json.loads(line.made_from)), line.is_sample)
    slides = tuple(Slide(**each) for each in json.loads(line.slides))
    return Talk(
        line.id,
        line.name,
        line.scope,
        moment,
        slides,
        line.version,
        line.changed_by,
        line.changed_at,
    )
