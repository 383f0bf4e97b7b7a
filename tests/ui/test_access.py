"""Who may do what, as pages and callbacks see it, also when a page is opened cold."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from areamap import settings
from areamap.errors import SettingsError
from areamap.i18n import LANGS, t
from areamap.ui import access
from areamap.ui.access import Person, Role
from tests.people import SignIn

PAGE = """
import streamlit as st
from areamap.ui import access
from areamap.ui.access import Role

def write():
    st.session_state["written"] = access.may(Role.{role})

person = access.require(Role.{role}, "{lang}")
st.session_state["person"] = person
st.button("write", on_click=write)
st.markdown("inside")
"""

Opened = Callable[..., AppTest]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    monkeypatch.setenv("AREAMAP_HOME", str(tmp_path))

    def page(role: Role = Role.EDITOR, lang: str = "th", rules: str = "") -> AppTest:
        (tmp_path / settings.FILE).write_text(rules, encoding="utf-8")
        script = PAGE.format(role=role.name, lang=lang)
        app = AppTest.from_string(script, default_timeout=30).run()
        assert not app.exception
        return app

    return page


def is_inside(app: AppTest) -> bool:
    return [each.value for each in app.markdown] == ["inside"]


def who(app: AppTest) -> Person:
    person = app.session_state["person"]
    assert isinstance(person, Person)
    return person


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR])
def test_without_a_login_strangers_only_see(opened: Opened, role: Role, lang: str) -> None:
    app = opened(role, lang)
    assert not is_inside(app)
    assert [each.value for each in app.info] == [t(f"access.closed_{role}", lang)]  # type: ignore[arg-type]
    assert is_inside(opened(Role.VIEWER))


def test_the_person_at_the_machine_is_all_three(opened: Opened, at_the_machine: None) -> None:
    app = opened(Role.ADMINISTRATOR)
    assert is_inside(app)
    assert who(app) == Person("somchai", frozenset(Role), is_local=True)
    app.button[0].click().run()
    assert app.session_state["written"] is True


@pytest.mark.parametrize("rules", ["[access]\nlocal = false", ""])
def test_a_login_or_a_word_takes_it_from_the_machine(
    opened: Opened, at_the_machine: None, request: pytest.FixtureRequest, rules: str
) -> None:
    if not rules:
        request.getfixturevalue("with_login")
    assert not is_inside(opened(rules=rules))


def test_both_may_be_wanted(opened: Opened, at_the_machine: None, with_login: None) -> None:
    assert is_inside(opened(rules="[access]\nlocal = true"))


def test_who_is_not_logged_in_is_shown_the_way(opened: Opened, with_login: None) -> None:
    app = opened()
    assert [each.value for each in app.info] == [t("access.log_in_editor")]
    assert [each.label for each in app.button] == [t("access.log_in")]


@pytest.mark.parametrize(
    ("email", "claims", "highest"),
    [
        ("director@codi.example", {}, Role.ADMINISTRATOR),
        ("Director@CODI.example", {}, Role.ADMINISTRATOR),
        ("staff@codi.example", {}, Role.EDITOR),
        ("other@codi.example", {}, Role.VIEWER),
        ("other@codi.example", {"groups": ["data-team"]}, Role.EDITOR),
        ("other@codi.example", {"groups": ["Data-Team"]}, Role.VIEWER),
        ("other@codi.example", {"groups": "data-team"}, Role.VIEWER),
        ("other@codi.example", {"groups": ["director@codi.example"]}, Role.VIEWER),
    ],
)
def test_roles_come_from_the_settings(
    opened: Opened, logged_in: SignIn, email: str, claims: dict[str, Any], highest: Role
) -> None:
    rules = (
        "[access]\nadministrators = ['Director@codi.example']\n"
        "editors = ['staff@codi.example', 'data-team']"
    )
    logged_in(email, **claims)
    person = who(opened(Role.VIEWER, rules=rules))
    assert max(person.roles, key=list(Role).index) == highest
    assert Role.VIEWER in person.roles
    assert person.name == email.casefold()
    assert is_inside(opened(Role.ADMINISTRATOR, rules=rules)) is (highest is Role.ADMINISTRATOR)


@pytest.mark.parametrize(
    "claims",
    [
        {"is_logged_in": "true"},
        {"is_logged_in": False},
        {"email_verified": False},
        {"iat": None},
        {"iat": 0},
        {"iat": int(time.time()) - 13 * 3600},
        {"email": ["staff@codi.example"]},
        {"email": ""},
        {"email": "data-team"},
    ],
)
def test_a_login_that_proves_nothing_counts_for_nothing(
    opened: Opened, logged_in: SignIn, claims: dict[str, Any]
) -> None:
    logged_in("staff@codi.example").update(claims)
    app = opened(rules="[access]\neditors = ['staff@codi.example', 'data-team']")
    assert not is_inside(app)
    assert [each.value for each in app.info] == [t("access.log_in_editor")]


def test_a_cookie_of_another_time_counts_for_nothing(
    opened: Opened, logged_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged_in("staff@codi.example")
    monkeypatch.setattr(access, "_secrets", dict)
    assert not is_inside(opened(rules="[access]\neditors = ['staff@codi.example']"))


def test_who_lacks_a_role_is_told_so_and_may_leave(opened: Opened, logged_in: SignIn) -> None:
    logged_in("staff@codi.example")
    app = opened(Role.ADMINISTRATOR, rules="[access]\neditors = ['staff@codi.example']")
    assert "staff@codi.example" in app.warning[0].value
    assert [each.label for each in app.button] == [t("access.log_out")]


def test_seeing_can_be_kept_to_some(opened: Opened, logged_in: SignIn) -> None:
    rules = "[access]\nviewers = ['guest@codi.example']\neditors = ['staff@codi.example']"
    for email, sees in (("guest@codi.example", True), ("staff@codi.example", True), ("x@y", False)):
        logged_in(email)
        assert is_inside(opened(Role.VIEWER, rules=rules)) is sees


@pytest.mark.parametrize("name", ["overview", "compare", "about"])
def test_a_cold_deep_link_shows_nothing_to_who_may_not_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("AREAMAP_HOME", str(tmp_path))
    monkeypatch.setenv("AREAMAP_VIEWERS", "guest@codi.example")
    page = Path(__file__).parents[2] / "pages" / f"{name}.py"
    app = AppTest.from_file(str(page), default_timeout=30).run()
    assert not app.exception
    assert [each.value for each in app.info] == [t("access.closed_viewer")]
    assert len(app.title) + len(app.header) + len(app.markdown) == 0


def test_a_role_that_is_taken_away_stops_the_next_click(
    opened: Opened, logged_in: SignIn, tmp_path: Path
) -> None:
    logged_in("staff@codi.example")
    app = opened(rules="[access]\neditors = ['staff@codi.example']")
    (tmp_path / settings.FILE).write_text("[access]\neditors = []", encoding="utf-8")
    app.button[0].click().run()
    assert app.session_state["written"] is False
    assert not is_inside(app)


def test_the_environment_goes_before_the_file(
    opened: Opened, logged_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AREAMAP_EDITORS", " staff@codi.example , ")
    logged_in("staff@codi.example")
    assert is_inside(opened(rules="[access]\neditors = ['x@y']"))


@pytest.mark.parametrize(
    "rules",
    [
        "[acess]\neditors = []",
        "[access]\neditor = ['a@b']",
        "[access]\neditors = 'a@b'",
        "[access]\neditors = [1]",
        "[access]\nlocal = 'no'",
        "[access]\nlogin_hours = true",
        "access = 3",
        "[limits]\nmax_rows = -1",
        "[limits]\nmax_rows = '5'",
        "[limits]\nbasemap = 5",
        "[access",
        "\udcff",
    ],
)
def test_settings_that_can_not_be_meant_open_nothing(tmp_path: Path, rules: str) -> None:
    path = tmp_path / settings.FILE
    path.write_bytes(rules.encode("utf-8", "surrogateescape"))
    with pytest.raises(SettingsError) as caught:
        settings.load(tmp_path)
    for lang in LANGS:
        assert settings.FILE in caught.value.text(lang)


def test_limits_come_from_the_file(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_text("[limits]\nmax_rows = 5\n", encoding="utf-8")
    assert settings.load(tmp_path).max_rows == 5
