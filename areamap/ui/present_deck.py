"""A talk as the deck's script takes it: texts, lengths of bars, views of maps, photos."""

import hashlib
import json
import re
from base64 import b64encode
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from areamap.briefs import talk_shown
from areamap.briefs.shown import Graph, Picture, Table
from areamap.calendar import format_date
from areamap.draw import looks
from areamap.draw.area_layer import OUTSIDE, View, in_order
from areamap.i18n import Lang, t
from areamap.ui import assets, home

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from areamap.boundary_sets import MapKind
    from areamap.briefs.content import Content
    from areamap.briefs.proven import Figure, Said
    from areamap.briefs.talk import TalkSlide
    from areamap.draw.area_layer import Look
    from areamap.store.talk_records import Slide
    from areamap.ui.present_plan import Plan

_STRONG: Final = {
    "#0f766e": "#00443f",
    "#7cc4bb": "#2f9d90",
    "#dcf0ed": "#ffffff",
    "#f2703d": "#e03400",
    "#7a3b1d": "#4a1500",
    "#f3f5f6": "#ffffff",
    "#e1e8ea": "#eef0f0",
    "#b3c0c5": "#6f7d82",
    "#e9f1f4": "#ffffff",
    "#eef1f2": "#ffffff",
}
"""Colours of a weak projector, by the usual one: dark is darker, pale is white."""

_NUMBER: Final = re.compile(r"([\d.,]+)\s*(.*)")

_WORDS: Final = (
    "back", "next", "map", "contrast", "presenter", "full", "help", "leave", "black", "restart",
    "now", "coming", "notes", "no_notes", "waiting", "more",
)  # fmt: skip
_KEYS: Final = ("step", "ends", "map", "zoom", "contrast", "full", "presenter", "black", "leave")


def words(lang: Lang) -> dict[str, Any]:
    """Return what the script says around the slides."""
    said: dict[str, Any] = {name: t(f"present.word_{name}", lang, n="{n}") for name in _WORDS}
    keys = [[t(f"present.keys_{name}", lang), t(f"present.does_{name}", lang)] for name in _KEYS]
    return said | {"keys": keys}


def deck(
    content: "Content",
    offered: "Iterable[TalkSlide]",
    plan: "Plan",
    *,
    kind: "MapKind",
    frozen: str = "",
) -> dict[str, Any]:
    """
    Return the slides of a talk as JSON can carry them.

    Parameters
    ----------
    content
        What the talk is made from.
    offered
        The slides that can be made from it.
    plan
        Which are shown, with one's own.
    kind
        Which map is shown.
    frozen
        What a kept talk says of its moment.
    """
    lang = content.lang
    known = {each.id: each for each in offered}
    shown = [each for each in plan.slides if each.is_own or each.id in known]
    maps = _maps(content, kind, (known[each.id] for each in shown if not each.is_own))
    told: dict[str, Any] = {
        "lang": lang,
        "warning": content.warning,
        "words": words(lang),
        "maps": maps,
        "map": next(iter(maps), None),
        "slides": [
            _own(each, plan.photos, frozen) if each.is_own else _made(known[each.id], lang, frozen)
            for each in shown
        ],
    }
    key = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]
    return told | {"key": key}


def _made(slide: "TalkSlide", lang: Lang, frozen: str) -> dict[str, Any]:
    shows = slide.shows
    return {
        "id": slide.id,
        "kind": slide.kind,
        "heading": slide.heading,
        "figures": _figures(slide, lang),
        "lead": None if slide.lead is None else _said(slide.lead),
        "more": [_said(each) for each in slide.more],
        "map": shows.key if isinstance(shows, Picture) else None,
        "legend": shows.legend if isinstance(shows, Picture) and shows.values is not None else "",
        "bars": talk_shown.bars(shows, lang) if isinstance(shows, Graph) else None,
        "table": talk_shown.table(shows, lang) if isinstance(shows, Table) else None,
        "wide": isinstance(shows, Table)
        or (isinstance(shows, Graph) and len(shows.frame) > talk_shown.FEW),
        "photo": None,
        "notes": list(slide.notes),
        "source": " · ".join([*_source(slide, lang), *([frozen] if frozen else [])]),
    }


def _own(slide: "Slide", photos: "Mapping[str, bytes]", frozen: str) -> dict[str, Any]:
    body = photos.get(slide.photo)
    photo = None
    if body is not None:
        address = f"data:image/jpeg;base64,{b64encode(body).decode()}"
        photo = {"address": address, "alt": slide.heading or slide.text}
    return {
        "id": slide.id,
        "kind": "photo" if photo else "text",
        "heading": slide.heading,
        "figures": [],
        "lead": {"text": slide.text, "strong": []} if slide.text else None,
        "more": [],
        "map": None,
        "bars": None,
        "table": None,
        "wide": False,
        "photo": photo,
        "notes": [slide.notes] if slide.notes else [],
        "source": frozen,
    }


def _figures(slide: "TalkSlide", lang: Lang) -> list[dict[str, str]]:
    found = [_figure(each, lang, named=len(slide.figures) > 1) for each in slide.figures]
    return [each for each in found if each["unit"]]


def _figure(figure: "Figure", lang: Lang, *, named: bool) -> dict[str, str]:
    """Return a number and what was counted; that is empty where it is not told apart."""
    if figure.unit == "%":
        unit = t(f"present.of_{figure.basis}", lang) if figure.basis else "%"
        title = figure.source.title if named else ""
        return {"shown": f"{figure.shown}%", "unit": unit, "title": title}
    found = _NUMBER.match(figure.shown)
    if found is None:
        return {"shown": figure.shown, "unit": "", "title": ""}
    return {"shown": found[1], "unit": found[2] or figure.unit, "title": ""}


def _said(said: "Said") -> dict[str, Any]:
    return {"text": said.text, "strong": [figure.shown for figure in said.figures]}


def _source(slide: "TalkSlide", lang: Lang) -> list[str]:
    found = [f"{each.title}: {each.file_name}" for each in slide.sources]
    days = [t("present.as_of", lang, day=format_date(each.as_of, lang)) for each in slide.sources]
    return [*dict.fromkeys(days), *dict.fromkeys(found)]


def _maps(content: "Content", kind: "MapKind", slides: "Iterable[TalkSlide]") -> dict[str, Any]:
    pictures = [each.shows for each in slides if isinstance(each.shows, Picture)]
    return {each.key: _map(each, content, kind) for each in pictures}


def _map(picture: Picture, content: "Content", kind: "MapKind") -> dict[str, Any]:
    lang = content.lang
    digest, codes = home.topology(kind)
    is_schematic = kind == "schematic"
    view = View(
        geometry=assets.geometry_address(digest),
        names=assets.address(f"names-{lang}.json"),
        groups=assets.groups_address(home.clusters()[0]),
        classes=in_order(picture.classes + 1, codes, missing=OUTSIDE),
        palette=(looks.AROUND, *picture.looks),
        focus=f"{content.area.code}/{kind}",
        title=picture.title,
        selected=tuple(code for code in picture.marked if code in codes),
        lang=lang,
        scale=not is_schematic,
        unreachable=t("ui.map_unreachable", lang),
    )
    if picture.values is not None:
        values = in_order(picture.values, codes, missing=float("nan"))
        view = replace(view, values=values, unit=picture.unit)
    return view.message() | {"strong": [_strong(look).message() for look in view.palette]}


def _strong(look: "Look") -> "Look":
    fill = _STRONG.get(look.fill.lower(), look.fill)
    ink = _STRONG.get(look.ink.lower(), look.ink) if look.ink else None
    return replace(look, fill=fill, ink=ink)
