"""What checks find: what is wrong, doubtful or worth knowing, and in which rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any


class Severity(StrEnum):
    """How much a finding stands against saying the figures in public, worst first."""

    WRONG = "wrong"
    """It can't be so."""
    DOUBT = "doubt"
    """It may be so, but somebody has to look."""
    NOTE = "note"
    """It is good to know before one speaks."""


class Check(StrEnum):
    """What is looked for, in the order in which it is shown."""

    PUBLISHED = "published"
    """A published figure that the registers do not bear out."""
    CLOSED_YEAR = "closed_year"
    COUNCIL_BEFORE_ACT = "council_before_act"
    DISSOLVED_FIRST = "dissolved_first"
    TWO_COUNCILS = "two_councils"
    MEMBERS_OVER_PEOPLE = "members_over_people"
    WAITING = "waiting"
    UNKNOWN_AUTHORITY = "unknown_authority"
    ONLY_IN_ONE = "only_in_one"
    RETIRED_CODE = "retired_code"


@dataclass(frozen=True, slots=True)
class Found:
    """
    What a check found.

    Attributes
    ----------
    check, severity
        What was looked for, and how bad it is.
    register
        Id of the register that it is found in.
    what
        Key of the sentence below `quality.what_`.
    told
        What the sentence says. Names that end in `area` are codes of areas, in `date` days, in
        `year` Buddhist years, in `register` ids of registers, in `baht` amounts.
    area_code
        The area that it is about; None where nothing tells.
    rows
        Labels of the rows that show it: of the registers in force by their id, of an older
        publication as `register#number`.
    identity
        What the finding is known by as long as it is the same: never a row's number or a
        publication's.
    """

    check: Check
    severity: Severity
    register: str
    what: str
    told: Mapping[str, Any] = field(default_factory=dict)
    area_code: str | None = None
    rows: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    identity: tuple[object, ...] = ()

    def key(self, *, sample: bool) -> str:
        """
        Return the name that the finding has as long as it is the same.

        It changes with the facts that it is about, so that an explanation never covers another
        case, and not with the publication or the row in which they stand. Sample data have names of
        their own.
        """
        told = (self.check, self.register, self.what, self.area_code, *self.identity, sample)
        return f"{self.check}-{sha256(repr(tuple(map(str, told))).encode()).hexdigest()[:16]}"
