"""What is known about a tambon, kept by the publications that it was read from."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from areamap import settings
from areamap.direction import profile as profiles
from areamap.direction.profile import Profile
from areamap.ui import home

if TYPE_CHECKING:
    from areamap.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Key:
    """
    What is asked of the data home, as a key for what was found.

    Attributes
    ----------
    home
        The data home.
    publications
        Register and number of every publication that the answer is read from.
    as_of
        The day.
    """

    home: str
    publications: tuple[tuple[str, int], ...]
    as_of: date


def asked(today: date) -> Key:
    """Return the key of everything that is in force today."""
    found = home.workspace().direction.everything(today).publications
    numbers = tuple(sorted((name, publication.id) for name, publication in found.items()))
    return Key(str(settings.load().home), numbers, today)


@st.cache_resource(max_entries=256, show_spinner=False)
def profile(key: Key, code: str) -> Profile:
    """Return everything that is known about a tambon; see `direction.profile.profile`."""
    return profiles.profile(_everything(key), code)


@st.cache_resource(max_entries=4, show_spinner=False)
def _everything(key: Key) -> "Snapshot":
    return home.workspace().direction.everything(key.as_of)
