"""
Who may do what: viewers see, editors import and decide, administrators roll back and set up.

The person at the machine that serves the app is all three as long as nothing is set. Anywhere
else editing needs a login through Streamlit's own `st.login`, with roles from `settings.toml` of
the data home; without it the app can only be looked at. Each page and each write asks for itself,
also inside callbacks and on a cold deep link.
"""

import getpass
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NoReturn

import streamlit as st

from areamap import settings
from areamap.i18n import Lang, t
from areamap.ui import machine, uploads

if TYPE_CHECKING:
    from areamap.settings import Access


class Role(StrEnum):
    """What a person may do; each includes the ones before."""

    VIEWER = "viewer"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Person:
    """
    Who is at the other end.

    Attributes
    ----------
    name
        What is written beside what she does: her e-mail address, or her account on this machine;
        empty for a stranger.
    roles
        What she may do.
    is_local
        Whether she sits at the machine that serves the app, without a login.
    """

    name: str
    roles: frozenset[Role]
    is_local: bool


_ALL: Final = tuple(Role)
_HOUR: Final = 3600
_DEFAULT: Final = "default"
_SHARED: Final = ("redirect_uri", "cookie_secret")
_ONE_PROVIDER: Final = ("client_id", "client_secret", "server_metadata_url")


def person() -> Person:
    """Return who runs this page or callback, as the server itself knows her."""
    found = _person()
    uploads.tell(may=Role.EDITOR in found.roles)
    return found


def _person() -> Person:
    rules = settings.load().access
    claims = _claims(rules)
    if claims is not None:
        return Person(_email(claims), _roles(claims, rules), is_local=False)
    if _is_local(rules):
        return Person(_account(), frozenset(Role), is_local=True)
    # Who may see is only set where not everyone may.
    seeing = frozenset[Role]() if rules.viewers else frozenset({Role.VIEWER})
    return Person("", seeing, is_local=False)


def may(role: Role) -> bool:
    """Return whether the person has a role."""
    return role in person().roles


def require(role: Role, lang: Lang) -> Person:
    """
    Return the person, or say what she lacks and stop the page.

    Parameters
    ----------
    role
        What the page or the write needs.
    lang
        Language of what is said.
    """
    found = person()
    if role not in found.roles:
        _refuse(found, role, lang)
    return found


def offer(lang: Lang) -> None:
    """Show a way to log in or out, where a login is set up."""
    ways = providers()
    if not ways:
        return
    found = person()
    if found.name and not found.is_local:
        told = t("access.logged_in_as", lang, name=found.name)
        st.button(t("access.log_out", lang), on_click=st.logout, key="access_out", help=told)
    else:
        _offer(ways, lang, "head")


def providers() -> list[str]:
    """Return the names of the logins that the secrets of the data home set up; none is usual."""
    told = _secrets()
    if any(key not in told for key in _SHARED):
        return []
    named = [name for name, told_of in told.items() if _is_provider(told_of)]
    return ([_DEFAULT] if _is_provider(told) else []) + [name for name in named if name != _DEFAULT]


def _refuse(found: Person, role: Role, lang: Lang) -> NoReturn:
    if found.name:
        st.warning(t(f"access.not_{role}", lang, name=found.name))
        st.button(t("access.log_out", lang), on_click=st.logout, key="access_log_out")
    elif ways := providers():
        st.info(t(f"access.log_in_{role}", lang))
        _offer(ways, lang, "page")
    else:
        st.info(t(f"access.closed_{role}", lang))
    st.stop()


def _offer(ways: list[str], lang: Lang, where: str) -> None:
    for way in ways:
        several = "" if way == _DEFAULT else f" ({way})"
        st.button(
            t("access.log_in", lang) + several,
            on_click=st.login,
            args=() if way == _DEFAULT else (way,),
            key=f"access_log_in_{where}_{way}",
        )


def _is_local(rules: "Access") -> bool:
    open_here = not providers() if rules.local is None else rules.local
    return open_here and machine.is_marked(_headers())


def _headers() -> Mapping[str, str]:
    return st.context.headers


def _told_of_user() -> Mapping[str, Any]:
    return st.user.to_dict()


def _secrets() -> Mapping[str, Any]:
    if not st.secrets.load_if_toml_exists():
        return {}
    told = st.secrets.get("auth", {})
    return told if isinstance(told, Mapping) else {}


def _is_provider(told: object) -> bool:
    return isinstance(told, Mapping) and all(key in told for key in _ONE_PROVIDER)


def _claims(rules: "Access") -> Mapping[str, Any] | None:
    """Return what the provider vouched for; None without a login, or when it is too long ago."""
    told = _told_of_user()
    # By identity: what a header brought would be a text. And not by a cookie of times when a login
    # was set up.
    if told.get("is_logged_in") is not True or not providers():
        return None
    since = told.get("iat")
    if not isinstance(since, int) or time.time() - since > rules.login_hours * _HOUR:
        return None
    # An address that the provider itself does not trust is nobody's.
    return told if _email(told) and told.get("email_verified") is not False else None


def _email(claims: Mapping[str, Any]) -> str:
    told = claims.get("email")
    return told.strip().casefold() if isinstance(told, str) and "@" in told else ""


def _roles(claims: Mapping[str, Any], rules: "Access") -> frozenset[Role]:
    groups = claims.get(rules.groups_claim)
    names = frozenset(str(name) for name in groups) if isinstance(groups, list | tuple) else ()
    # A group may not pass as an address, nor the other way round.
    hers = {_email(claims)} | {name for name in names if "@" not in name}
    named = (rules.viewers, rules.editors, rules.administrators)
    highest = max((rank for rank, who in enumerate(named) if hers & who), default=-1)
    if highest < 0 and not rules.viewers:
        highest = 0
    return frozenset(_ALL[: highest + 1])


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return t("access.at_the_machine")
