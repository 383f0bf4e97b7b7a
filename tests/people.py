"""Who uses the pages in a test: the person at the machine, or somebody who logged in."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from areamap.ui import access, machine

SignIn = Callable[..., dict[str, Any]]


@pytest.fixture
def at_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pages see the person at the machine, who may do everything."""
    monkeypatch.setattr(access, "_headers", lambda: {machine.HEADER: machine._PROOF})
    monkeypatch.setattr(access, "_account", lambda: "somchai")


@pytest.fixture
def with_login(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set a login up that nobody has used yet."""
    told = {
        "redirect_uri": "http://localhost:8501/oauth2callback",
        "cookie_secret": "a secret of this test alone",
        "client_id": "areamap",
        "client_secret": "of this test",
        "server_metadata_url": "http://127.0.0.1:1/.well-known/openid-configuration",
    }
    monkeypatch.setattr(access, "_secrets", lambda: told)


@pytest.fixture
def logged_in(with_login: None, monkeypatch: pytest.MonkeyPatch) -> SignIn:
    """Return how to let somebody be logged in: by an e-mail address and further claims."""

    def sign_in(email: str, **claims: Any) -> dict[str, Any]:
        told = {"is_logged_in": True, "email": email, "iat": int(time.time())} | claims
        monkeypatch.setattr(access, "_told_of_user", lambda: told)
        return told

    return sign_in
