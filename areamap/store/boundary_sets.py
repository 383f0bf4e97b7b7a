"""A set of boundaries as the store knows it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class BoundarySet:
    """
    A set of boundaries that was added.

    Attributes
    ----------
    name
        What its people call it.
    level
        Level of its areas (a value of `places.levels.Level`).
    folder
        Where its files lie, relative to the data home.
    sha256
        Hash of the file that it was made from.
    report
        What was done on the way in, as JSON can hold it.
    added_at
        When, UTC.
    in_use
        Whether it is the one in use at its level.
    """

    name: str
    level: str
    folder: str
    sha256: str
    report: dict[str, Any]
    added_at: datetime
    in_use: bool
