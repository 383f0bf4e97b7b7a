"""
An OpenID Connect service of a test alone: whoever comes is whom she says that she is.

All else is held to as a real one does: the application and its secret, the address to go back to,
a code that is good once, the proof of who asked for it (PKCE), tokens that are signed.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

DISCOVERY: Final = "/.well-known/openid-configuration"
CLIENT, SECRET = "areamap", "known to the app and the service alone"
ALGORITHM: Final = "RS256"
_LASTS: Final = 600

Asked = dict[str, str]


class RefusedError(Exception):
    """What was asked is not in order."""


@dataclass
class LoginService:
    """
    A running service.

    Attributes
    ----------
    url
        Where it is, and who it says that it is.
    back
        The only addresses that it sends people back to, as they are registered with it.
    claims
        What else it vouches for, by e-mail address.
    answered
        The paths that it answered, in their order; what it refused is not among them.
    """

    url: str
    back: set[str] = field(default_factory=set)
    claims: dict[str, dict[str, Any]] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)
    key: RSAKey = field(
        default_factory=lambda: RSAKey.generate_key(2048, {"kid": "of-this-test", "use": "sig"})
    )
    _codes: dict[str, Asked] = field(default_factory=dict)

    def discovery(self) -> dict[str, Any]:
        """Return what the service says of itself."""
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/keys",
            "end_session_endpoint": f"{self.url}/end",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": [ALGORITHM],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        }

    def form(self, asked: Asked) -> str:
        """Return the page on which one says who she is."""
        self._check_question(asked)
        kept = "".join(
            f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
            for name, value in asked.items()
        )
        return (
            '<!doctype html><html lang="en"><title>Log in</title><h1>Who are you?</h1>'
            f'<form method="post" action="/sign-in">{kept}<label>E-mail <input name="email">'
            "</label><button>Go on</button></form></html>"
        )

    def sign_in(self, asked: Asked) -> str:
        """Return where one who said who she is goes back to, with a code."""
        self._check_question(asked)
        code = secrets.token_urlsafe()
        self._codes[code] = asked
        told = {"code": code, "state": asked["state"]}
        return f"{asked['redirect_uri']}?{urlencode(told)}"

    def token(self, asked: Asked, authorization: str) -> dict[str, Any]:
        """Return the tokens for a code."""
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        _check(authorization == f"Basic {basic}", "another application")
        _check(asked.get("grant_type") == "authorization_code", "another kind of grant")
        granted = self._codes.pop(asked.get("code", ""), None)
        if granted is None:
            raise RefusedError("no such code, or it was used")
        _check(asked.get("redirect_uri") == granted["redirect_uri"], "another address")
        _check(_challenge(asked.get("code_verifier", "")) == granted["code_challenge"], "no proof")
        now, email = int(time.time()), granted["email"]
        claims = {
            "iss": self.url,
            "aud": CLIENT,
            "sub": hashlib.sha256(email.encode()).hexdigest(),
            "iat": now,
            "exp": now + _LASTS,
            "nonce": granted["nonce"],
            "email": email,
            "email_verified": True,
            **self.claims.get(email, {}),
        }
        header = {"alg": ALGORITHM, "kid": self.key.kid}
        return {
            "token_type": "Bearer",
            "access_token": secrets.token_urlsafe(),
            "expires_in": _LASTS,
            "id_token": jwt.encode(header, claims, self.key),
        }

    def end(self, asked: Asked) -> str:
        """Return where one who logs out goes back to."""
        _check(asked.get("post_logout_redirect_uri") in self.back, "another address")
        told = jwt.decode(asked.get("id_token_hint", ""), self.key, algorithms=[ALGORITHM])
        _check(told.claims["aud"] == CLIENT, "another application")
        return asked["post_logout_redirect_uri"]

    def _check_question(self, asked: Asked) -> None:
        _check(asked.get("client_id") == CLIENT, "another application")
        _check(asked.get("redirect_uri") in self.back, "another address")
        _check(asked.get("response_type") == "code", "another kind of answer")
        _check({"openid", "email"} <= set(asked.get("scope", "").split()), "nothing is wanted")
        _check(asked.get("code_challenge_method") == "S256", "no proof is promised")
        for name in ("state", "nonce", "code_challenge"):
            _check(bool(asked.get(name)), f"no {name}")


@contextmanager
def serving() -> Iterator[LoginService]:
    """Run a service on a free port of this machine."""

    class Answers(_Answers):
        service: LoginService

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        Answers.service = LoginService(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Answers.service
        finally:
            server.shutdown()
            thread.join()


class _Answers(BaseHTTPRequestHandler):
    service: LoginService

    def do_GET(self) -> None:
        path, asked = self._asked()
        service = self.service
        with self._refusing():
            if path == DISCOVERY:
                self._say(path, json.dumps(service.discovery()), "application/json")
            elif path == "/keys":
                keys = {"keys": [service.key.as_dict(private=False)]}
                self._say(path, json.dumps(keys), "application/json")
            elif path == "/authorize":
                self._say(path, service.form(asked), "text/html")
            elif path == "/end":
                self._send_on(path, service.end(asked))
            else:
                self.send_error(404)

    def do_POST(self) -> None:
        path, _ = self._asked()
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        asked = dict(parse_qsl(body))
        service = self.service
        with self._refusing():
            if path == "/sign-in":
                self._send_on(path, service.sign_in(asked))
            elif path == "/token":
                told = service.token(asked, self.headers.get("Authorization", ""))
                self._say(path, json.dumps(told), "application/json")
            else:
                self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _asked(self) -> tuple[str, Asked]:
        parts = urlsplit(self.path)
        return parts.path, dict(parse_qsl(parts.query))

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except RefusedError as error:
            self.send_error(400, str(error))

    def _say(self, path: str, text: str, kind: str) -> None:
        content = text.encode()
        self.service.answered.append(path)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def _send_on(self, path: str, to: str) -> None:
        self.service.answered.append(path)
        self.send_response(303)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()


def _check(holds: bool, otherwise: str) -> None:
    if not holds:
        raise RefusedError(otherwise)


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
