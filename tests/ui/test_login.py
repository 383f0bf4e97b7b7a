"""A login as Streamlit keeps it, on a real server: who it makes somebody, and who it does not."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from streamlit.auth_util import is_authlib_installed
from streamlit.web.server.starlette.starlette_app_utils import (
    create_signed_value,
    generate_xsrf_token_string,
)

from tests.ui.connections import Served, serving

SECRET = "a secret of this test alone, long enough"  # noqa: S105 - what is tested
SECRETS = f"""
[auth]
redirect_uri = "http://127.0.0.1/oauth2callback"
cookie_secret = "{SECRET}"
client_id = "areamap"
client_secret = "x"
server_metadata_url = "http://127.0.0.1:1/.well-known/openid-configuration"
"""
RULES = "[access]\neditors = ['staff@codi.example']\nadministrators = ['bosses']\n"
SEES = "False ['viewer']"
EDITS = "False ['editor', 'viewer']"
ALL = "False ['administrator', 'editor', 'viewer']"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Any:
    home = tmp_path_factory.mktemp("home")
    (home / "secrets.toml").write_text(SECRETS, encoding="utf-8")
    (home / "settings.toml").write_text(RULES, encoding="utf-8")
    with serving(home) as running:
        yield running


def told(
    served: Served,
    email: str = "staff@codi.example",
    *,
    secret: str = SECRET,
    origin: str | None = None,
    token: bool = True,
    **claims: Any,
) -> str:
    """Return what the page says to a browser with a cookie."""
    here = f"http://127.0.0.1:{served.port}"
    kept = {"is_logged_in": True, "email": email, "iat": int(time.time()), "origin": origin or here}
    name = "_streamlit_user"
    cookie = create_signed_value(secret, name, json.dumps(kept | claims)).decode()
    mark = generate_xsrf_token_string()
    headers = {"Cookie": f"{name}={cookie}; _streamlit_xsrf={mark}"}
    with served.session(headers=headers, tokens=(mark,) if token else ()) as (_, said):
        return said


def test_the_library_that_the_login_needs_is_there() -> None:
    assert is_authlib_installed()


def test_without_a_cookie_the_machine_is_no_login(served: Served) -> None:
    with served.session() as (_, said):
        assert said == SEES


def test_roles_of_a_login(served: Served) -> None:
    assert told(served) == EDITS
    assert told(served, "other@codi.example") == SEES
    assert told(served, "other@codi.example", groups=["bosses"]) == ALL


def test_a_cookie_that_proves_nothing(served: Served) -> None:
    assert told(served, secret="another secret, of somebody else") == SEES  # noqa: S106 - not one
    assert told(served, origin="http://areamap.example") == SEES
    assert told(served, token=False) == SEES
    assert told(served, iat=int(time.time()) - 13 * 3600) == SEES
    assert told(served, is_logged_in=False) == SEES


def test_a_home_with_secrets_that_are_no_login_stays_local(tmp_path: Path) -> None:
    (tmp_path / "secrets.toml").write_text("[auth]\nredirect_uri = 'x'\n", encoding="utf-8")
    with serving(tmp_path) as running, running.session() as (_, said):
        assert said == "True ['administrator', 'editor', 'viewer']"
