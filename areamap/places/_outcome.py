"""What one row says about its place, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from areamap.places.gazetteer import full_name, level_of
from areamap.places.names import Kind, normalise, split_prefix

MOST_SUGGESTED: Final = 8


class Status(StrEnum):
    """What became of a row."""

    MATCHED = "matched"
    SUGGESTED = "suggested"
    AMBIGUOUS = "ambiguous"
    UNMATCHED = "unmatched"


@dataclass(frozen=True, slots=True)
class Outcome:
    """
    The end of matching one place.

    Attributes
    ----------
    status
        What became of it.
    reason
        Key of a sentence below `reasons.`.
    area_code
        The area; None unless matched.
    authority_code
        The local authority that the place named, where the register knows it.
    suggested
        Candidates for a person to choose from, best first.
    told
        What the placeholders of the sentence stand for.
    """

    status: Status
    reason: str
    area_code: str | None = None
    authority_code: str | None = None
    suggested: tuple[str, ...] = ()
    told: dict[str, object] = field(default_factory=dict)

    @property
    def codes(self) -> tuple[str, ...]:
        """The area, or what could be the area, best first."""
        return (self.area_code,) if self.area_code else self.suggested


def matched(area: str, reason: str, /, **values: object) -> Outcome:
    """Join."""
    return Outcome(Status.MATCHED, reason, area_code=area, told=values)


def suggested(codes: Iterable[str], reason: str, /, **values: object) -> Outcome:
    """Leave to a person; the first code is the best guess and names what was `found`."""
    best = tuple(dict.fromkeys(codes))[:MOST_SUGGESTED]
    found = full_name(best[0], "th") if level_of(best[0]) else best[0]
    return Outcome(Status.SUGGESTED, reason, suggested=best, told={"found": found, **values})


def ambiguous(codes: Iterable[str], reason: str, /, **values: object) -> Outcome:
    """Leave to a person, because nothing tells the codes apart."""
    every = tuple(dict.fromkeys(codes))
    return Outcome(
        Status.AMBIGUOUS,
        reason,
        suggested=every,
        told={"count": len(every), **values},
    )


def unmatched(reason: str, /, **values: object) -> Outcome:
    """Leave as it is, because nothing fits."""
    return Outcome(Status.UNMATCHED, reason, told=values)


def doubted(outcome: Outcome, reason: str, /, **values: object) -> Outcome:
    """Turn a join into a suggestion, because something else in the row speaks against it."""
    if outcome.status is not Status.MATCHED:
        return outcome
    doubt = suggested(outcome.codes, reason, **values)
    return replace(doubt, authority_code=outcome.authority_code)


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name as it was typed.

    Attributes
    ----------
    text
        As typed.
    keys
        Keys to look for: as it stands, then without its prefix.
    kind
        What its prefix says that it is.
    """

    text: str
    keys: tuple[str, ...]
    kind: Kind | None

    @property
    def key(self) -> str:
        """The key without the prefix."""
        return self.keys[-1]


@lru_cache(maxsize=2**17)
def read_name(text: str) -> Name | None:
    """Return a typed name with its keys, or None where it names nothing."""
    whole = normalise(text)
    if not whole:
        return None
    kind, rest = split_prefix(text)
    return Name(text, tuple(dict.fromkeys(key for key in (whole, normalise(rest)) if key)), kind)
