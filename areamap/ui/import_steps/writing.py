"""Writes from the page: each asks who is there, and says in her language what went wrong."""

from collections.abc import Callable
from typing import Final, TypeVar

import streamlit as st

from areamap.errors import AreamapError
from areamap.i18n import Lang, t
from areamap.ui import access
from areamap.ui.access import Role

Made = TypeVar("Made")

_SAID: Final = "import_said"
"""Session key of what the next run has to say: a kind, and a key with its values or an error."""


def attempt(job: Callable[[str], Made], role: Role = Role.EDITOR) -> Made | None:
    """
    Do a write as the person at the page, if she may.

    Parameters
    ----------
    job
        The write; it is given her name.
    role
        What the write needs.

    Returns
    -------
    Made | None
        What the write gives; None where it was refused, which the page says at its next run.
    """
    person = access.person()
    if role not in person.roles:
        say("warning", f"importing.not_{role}")
        return None
    try:
        return job(person.name)
    except AreamapError as error:
        st.session_state[_SAID] = ("error", error)
        return None


def done(job: Callable[[str], object], role: Role = Role.EDITOR) -> bool:
    """Do a write that gives nothing, as `attempt` does, and tell whether it was done."""

    def told(by: str) -> bool:
        job(by)
        return True

    return attempt(told, role) is True


def say(kind: str, key: str, **values: object) -> None:
    """Keep a sentence for the next run: `done`, or `warning`."""
    st.session_state[_SAID] = (kind, (key, values))


def show_said(lang: Lang) -> None:
    """Show what the last write had to say, once; what was done moves nothing on the page."""
    kind, told = st.session_state.pop(_SAID, (None, None))
    if kind is None:
        return
    if isinstance(told, AreamapError):
        st.error(plain(told.text(lang)))
        return
    key, values = told
    text = plain(t(key, lang, **values))
    if kind == "warning":
        st.warning(text)
    else:
        st.toast(text, icon=":material/check_circle:")


def plain(text: str) -> str:
    """Return a text of which markdown makes nothing: names of files are other people's words."""
    return "".join(f"\\{sign}" if sign in _MARKS else sign for sign in text)


_MARKS: Final = frozenset("\\`*_{}[]()<>#+-!|~$:^=&\"'")
