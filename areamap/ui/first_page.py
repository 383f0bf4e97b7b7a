"""The page that a browser gets first: Streamlit's, told at once what will be asked for later."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from starlette.routing import Route

from areamap import settings
from areamap.i18n import DEFAULT_LANG, LANGS
from areamap.ui import assets, entry, routes, streamlit_files, warm_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request
    from starlette.responses import Response

_END: Final = "</head>"
_OTHER_FONT: Final = re.compile(r'<link\s+rel="preload"[^>]*\bas="font"[^>]*>')
"""What Streamlit's page asks for and ours never shows: the font of its own theme."""

_FACE: Final = (
    '@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{url}"); }}\n'
)
_FACES: Final = (
    # Until its first message tells it our theme, Streamlit writes in this: 170 kB for a tenth of a
    # second. Of two fonts of a name a browser takes the later one.
    ("Source Sans", "100 900", "Regular"),
    # Those of the theme are only asked for once something is written in them, and the map would be
    # drawn a second time when they are there.
    ("Areamap", "400", "Regular"),
    ("Areamap", "600", "SemiBold"),
    ("Areamap", "700", "Bold"),
)

_LATER: Final = """<script type="module">
addEventListener("load", () => (window.requestIdleCallback || setTimeout)(() => {{
  for (const href of {addresses}) {{
    const link = Object.assign(document.createElement("link"), {{ rel: "modulepreload", href }});
    document.head.append(link);
  }}
  for (const weight of [400, 700]) document.fonts.load(`${{weight}} 1em Areamap`);
  {begin}
}}));
</script>
"""
"""
Once Streamlit's own scripts have run, and wait for the server: before, a browser that has all of
this already would only be kept from running them.
"""

WITH_MAP: Final = (
    *("", "overview", "gaps", "clusters", "budget", "work_lines"),
    *("tambon", "change", "compare", "plans"),
)
"""Names of the pages that show a map of all areas, as the address has them."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """
    What a page will ask for.

    Attributes
    ----------
    map_files
        Addresses that its map fetches, by what it makes of them: `geometry`, `names`, `groups`.
    has_map
        Whether there is a map.
    """

    has_map: bool = False
    map_files: tuple[tuple[str, str], ...] = ()


def page_routes() -> list[Route]:
    """Return the addresses of the pages."""
    folder = entry.script().parent / "pages"
    names = ["", *sorted(file.stem for file in folder.glob("*.py"))]
    return [Route(f"/{name}", _page) for name in names]


@lru_cache(maxsize=16)
def page(ahead: Ahead) -> assets.Packed:
    """
    Return the first page.

    Streamlit's scripts run for half a second before the first message comes that names what is to
    be shown, and only then that is asked for, one after the other. Named here, it comes meanwhile.

    Parameters
    ----------
    ahead
        What the page will ask for.
    """
    whole = _OTHER_FONT.sub("", streamlit_files.index())
    head, end, rest = whole.partition(_END)
    tags = _tags(ahead) if end else ()
    return assets.pack("".join([head, *tags, end, rest]).encode(), ".html")


def ahead_of(name: str, asked_kind: str, asked_lang: str) -> Ahead:
    """
    Return what a page will ask for, as far as that can be told before it is run.

    Parameters
    ----------
    name
        The page, as in the address.
    asked_kind
        The kind of map that the address asks for; anything else is taken for the usual one.
    asked_lang
        The language that it asks for, likewise.
    """
    if name not in WITH_MAP:
        return Ahead()
    # Who may not see has no use for it; and nobody waits here for what is still being loaded.
    if settings.load().access.viewers or not warm_up.is_done():
        return Ahead(has_map=True)
    from areamap.ui import home  # noqa: PLC0415 - loaded by `warm_up` while the server starts

    kinds = {str(kind): kind for kind in home.map_kinds()}
    kind = kinds.get(asked_kind, home.map_kinds()[0])
    lang = asked_lang if asked_lang in LANGS else DEFAULT_LANG
    files = {
        "geometry": assets.geometry_address(home.topology(kind)[0]),
        "names": assets.address(f"names-{lang}.json"),
        "groups": assets.groups_address(home.clusters()[0]),
    }
    return Ahead(has_map=True, map_files=tuple(files.items()))


def _page(request: "Request") -> "Response":
    query = request.query_params
    name = request.url.path.strip("/")
    found = page(ahead_of(name, query.get("map", ""), query.get("lang", "")))
    return routes.answer(request, found, routes.ASK_AGAIN)


def _tags(ahead: Ahead) -> "Iterator[str]":
    faces = (
        _FACE.format(family=family, weight=weight, url=assets.address(f"fonts/Sarabun-{name}.ttf"))
        for family, weight, name in _FACES
    )
    yield f"<style>\n{''.join(faces)}</style>\n"
    for font in assets.FONTS:
        yield _preload(assets.address(font), "font", 'type="font/ttf" crossorigin')
    yield _preload(assets.address(assets.PAGE), "style")
    begin = ""
    if ahead.has_map:
        script = assets.address(assets.SCRIPT)
        begin = f'import("{script}");'
        yield _preload(assets.address(assets.STYLE), "style")
        yield f'<link rel="modulepreload" href="{script}">\n'
        for kind, address in ahead.map_files:
            yield _preload(address, "fetch", f'crossorigin data-areamap="{kind}"')
    yield _LATER.format(addresses=json.dumps(streamlit_files.chunks()), begin=begin)


def _preload(address: str, kind: str, more: str = "") -> str:
    return f'<link rel="preload" as="{kind}" href="{address}" {more}>\n'
