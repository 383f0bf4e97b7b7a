"""A snapshot beside another: another theme or day of the same publications, on the same ground."""

from dataclasses import replace
from datetime import date

from areamap.snapshot import Snapshot


def beside(snapshot: Snapshot, *, theme: str | None = None, as_of: date | None = None) -> Snapshot:
    """
    Return the same publications by another theme or on another day.

    The ground of tambons and authorities takes most of a second to cut and is the same for both.

    Parameters
    ----------
    snapshot
        Holds the publications that are asked for.
    theme
        Id of the register asked about; else the same.
    as_of
        The day; else the same.
    """
    other = replace(snapshot, theme=theme or snapshot.theme, as_of=as_of or snapshot.as_of)
    # `ground` is a cached property of a value that never changes: what it would find, it is given.
    vars(other)["ground"] = snapshot.ground
    if other.as_of == snapshot.as_of:
        vars(other)["_known_states"] = snapshot._known_states  # noqa: SLF001 - the same day's
    return other
