"""Leaflet and jQuery from the packages, served as a network of delivery would, but from here."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Final

_LEAFLET: Final = Path(str(files("xstatic.pkg.leaflet"))) / "data"
_JQUERY: Final = Path(str(files("xstatic.pkg.jquery"))) / "data"
_FILES: Final = {
    "/leaflet.js": (_LEAFLET / "leaflet.js", "text/javascript"),
    "/leaflet.css": (_LEAFLET / "leaflet.css", "text/css"),
    "/jquery.js": (_JQUERY / "jquery.min.js", "text/javascript"),
}


@contextmanager
def served() -> Iterator[str]:
    """Serve the files on a free port of this machine while the block runs; give their address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Files)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Files(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = _FILES.get(self.path)
        if found is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        path, kind = found
        body = _packed(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Keep the table the only thing that is printed."""


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9)
