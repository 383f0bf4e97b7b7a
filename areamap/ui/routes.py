"""Our own addresses on the app's server, and the headers that every answer carries."""

from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from areamap.ui import assets, basemap

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

IMMUTABLE: Final = "public, max-age=31536000, immutable"
ASK_AGAIN: Final = "no-cache"

_CONTENT: Final = (
    "default-src 'self' data: blob:",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
)
SECURITY: Final = {
    # The browser itself refuses to ask another machine. Streamlit and folium's host evaluate code.
    "Content-Security-Policy": "; ".join(_CONTENT),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def security(tiles: str = "") -> dict[str, str]:
    """
    Return the headers of every answer.

    Parameters
    ----------
    tiles
        Another machine that the browser may ask for tiles; nobody else but us is asked anything.
    """
    if not tiles:
        return SECURITY
    policy = f"{SECURITY['Content-Security-Policy']}; img-src 'self' data: blob: {tiles}"
    return SECURITY | {"Content-Security-Policy": policy}


def routes() -> list[Route]:
    """Return the addresses below `/areamap`: geometry and groups by hash, and the files of ours."""
    return [
        Route(f"{assets.ROOT}/geometry/{{digest}}.json", _geometry),
        Route(f"{basemap.TILES}/{{zoom:int}}/{{column:int}}/{{row:int}}.png", _tile),
        Route(f"{assets.ROOT}/groups/{{digest}}.json", _groups),
        Route(f"{assets.ROOT}/{{path:path}}", _file),
        # In place of Streamlit's own; naming one at each run of a page would load an image library.
        Route("/favicon.png", _icon),
    ]


class SecurityHeaders:
    """
    Middleware that puts the headers of `security` on every answer that has not its own.

    Parameters
    ----------
    app
        What answers.
    """

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app
        tiles = basemap.chosen()
        self.headers = security(tiles.origin if tiles else "")

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request."""

        async def send_with_headers(message: "Message") -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        wrapped = send_with_headers if scope["type"] == "http" else send
        await self.app(scope, receive, wrapped)


def _file(request: "Request") -> Response:
    found = assets.packed(request.path_params["path"])
    if found is None:
        return PlainTextResponse("no such file", 404)
    lasting = request.query_params.get("v") == found.tag
    return answer(request, found, IMMUTABLE if lasting else ASK_AGAIN)


def _icon(request: "Request") -> Response:
    found = assets.packed(assets.ICON)
    return PlainTextResponse("", 404) if found is None else answer(request, found, ASK_AGAIN)


def _geometry(request: "Request") -> Response:
    # The server is to listen before it has loaded what only a page needs.
    from areamap.ui import home  # noqa: PLC0415

    digest = request.path_params["digest"]
    body = home.geometry(digest)
    if body is None:
        return PlainTextResponse("no such geometry", 404)
    return answer(request, assets.Packed(body, digest, "application/json"), IMMUTABLE)


def _groups(request: "Request") -> Response:
    from areamap.ui import home  # noqa: PLC0415 - as in `_geometry`

    digest, body = home.clusters()
    if request.path_params["digest"] != digest:
        return PlainTextResponse("no such groups", 404)
    return answer(request, assets.Packed(body, digest, "application/json"), IMMUTABLE)


def _tile(request: "Request") -> Response:
    places = (request.path_params[name] for name in ("zoom", "column", "row"))
    body = basemap.tile(*places)
    if body is None:
        return PlainTextResponse("no such tile", 404)
    return Response(body, media_type="image/png", headers={"Cache-Control": "max-age=86400"})


def answer(request: "Request", file: assets.Packed, caching: str) -> Response:
    """
    Return a compressed file as an answer, or that the browser has it already.

    Parameters
    ----------
    request
        What is answered.
    file
        The file.
    caching
        `IMMUTABLE` or `ASK_AGAIN`.
    """
    tag = f'"{file.tag}"'
    headers = {"Cache-Control": caching, "ETag": tag, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    headers["Content-Encoding"] = "gzip"
    return Response(file.body, media_type=file.kind, headers=headers)
