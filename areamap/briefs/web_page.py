"""A brief as one page: map, themes, sentences, tables in a file that asks nobody for anything."""

import gzip
import html
import json
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import numpy as np

from areamap.briefs import told
from areamap.briefs.page_style import STYLE
from areamap.briefs.talk_shown import bars
from areamap.draw import looks, themed
from areamap.draw.area_layer.view import OUTSIDE, View, in_order
from areamap.i18n import t

if TYPE_CHECKING:
    from pandas import Index

    from areamap.briefs.content import Chapter, Content, Terrain
    from areamap.briefs.proven import Source
    from areamap.briefs.shown import Graph, Picture, Table

_FIRST: Final = OUTSIDE + 1
_MOST_IN_DETAIL: Final = 1_500
"""Tambons; of more, the light polygons of the country say as much on a screen."""

_OPEN: Final = 14
"""Lines of a chapter's first table that is shown at once; whoever wants others opens them."""


def write(content: "Content", terrain: "Terrain") -> bytes:
    """
    Return a brief as a page.

    Names are written as text wherever they stand, and the page's own policy forbids every script
    but its own and every request.

    Parameters
    ----------
    content
        The brief.
    terrain
        The polygons of its maps.

    Returns
    -------
    bytes
        HTML, UTF-8; the same content gives the same bytes.
    """
    pictures = list(
        {each.key: each for chapter in content.chapters for each in chapter.pictures}.values()
    )
    made = _map(content, pictures, terrain) if pictures else None
    scripts = made.scripts if made else ()
    style = (made.style if made else "") + STYLE
    body = [
        _head(content),
        _themes(content, pictures),
        *(_chapter(content, chapter) for chapter in content.chapters),
        _sources(content),
    ]
    data = (
        f'<script type="application/json" id="areamap-views">{made.data}</script>' if made else ""
    )
    whole = (
        f'<!doctype html>\n<html lang="{content.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(scripts)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(content.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<main>\n{''.join(body)}</main>\n{data}\n"
        f"{''.join(f'<script>{script}</script>' for script in scripts)}\n</body>\n</html>\n"
    )
    return whole.encode()


def _policy(scripts: tuple[str, ...]) -> str:
    """Return the page's policy: its own scripts by their hashes, and data that lies in it."""
    hashes = [f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'" for each in scripts]
    allowed = {
        "default-src": "'none'",
        "script-src": " ".join(hashes) or "'none'",
        "style-src": "'unsafe-inline'",
        "font-src": "data:",
        "img-src": "data:",
        "connect-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def _map(content: "Content", pictures: "list[Picture]", terrain: "Terrain") -> themed.Parts:
    from pandas import Index  # noqa: PLC0415 - as in the functions below

    from areamap.boundaries import packing  # noqa: PLC0415 - only for a page with a map

    topology = _topology(terrain, pictures[0])
    codes = Index(packing.codes_of(json.loads(topology)), dtype="str")
    views = [_view(content, each, codes) for each in pictures]
    return themed.parts(views, topology, content.lang)


def _topology(terrain: "Terrain", picture: "Picture") -> bytes:
    if len(picture.tambons) <= _MOST_IN_DETAIL:
        from areamap.boundaries import exporting  # noqa: PLC0415 - half a second of geopandas

        return exporting.topology_around(terrain.folder, picture.tambons)
    light = json.loads(gzip.decompress(terrain.topology))
    light.pop("details", None)
    return json.dumps(light, separators=(",", ":")).encode()


def _view(content: "Content", picture: "Picture", codes: "Index[str]") -> View:
    lang = content.lang
    is_schematic = picture.kind == "schematic"
    notes = [picture.note] if picture.note else []
    notes.append(t("ui.legend_counts", lang, basis=t("ui.basis_tambon", lang)))
    if is_schematic:
        notes.append(t("ui.schematic_label", lang))
    if content.warning:
        notes.append(content.warning)
    values = picture.values  # noqa: PD011 - of a picture, not of pandas
    placed = picture.classes.reindex(picture.tambons).astype("float64") + _FIRST
    return View(
        geometry="",
        classes=in_order(placed, codes, missing=OUTSIDE),
        palette=(looks.AROUND, *picture.looks),
        focus=f"{content.area.code}/{picture.kind}",
        values=None if values is None else in_order(values, codes, missing=np.nan),
        unit=picture.unit,
        title=picture.legend,
        notes=tuple(notes),
        tooltip=(told.as_of(content),),
        selected=tuple(code for code in picture.marked if code in codes),
        lang=lang,
        scale=not is_schematic,
        heading=picture.title,
        source=told.source_line(picture.source, lang),
    )


def _head(content: "Content") -> str:
    warning = f'<p class="warning">{_text(content.warning)}</p>' if content.warning else ""
    title, subtitle = _text(content.title), _text(content.subtitle)
    return f"<header>{warning}<h1>{title}</h1><p>{subtitle}</p></header>\n"


def _themes(content: "Content", pictures: "list[Picture]") -> str:
    if not pictures:
        return ""
    buttons = "".join(
        f'<button type="button" data-theme aria-pressed="false">{_text(each.legend)}</button>'
        for each in pictures
    )
    label = _text(t("brief.page_map", content.lang))
    alt = _text(pictures[0].alt)
    return (
        f'<section aria-label="{label}"><div class="themes" role="group" aria-label="{label}">'
        f'{buttons}</div><div id="areamap-map" class="areamap-host" role="application" '
        f'aria-label="{alt}"></div></section>\n'
    )


def _chapter(content: "Content", chapter: "Chapter") -> str:
    said = "".join(
        f'<p class="{"lead" if not at else "said"}">{_text(each.text)}</p>'
        for at, each in enumerate(chapter.said)
    )
    graphs = "".join(_graph(content, each) for each in chapter.graphs)
    tables = "".join(
        _table(content, each, is_open=not at and len(each.frame) <= _OPEN)
        for at, each in enumerate(chapter.tables)
    )
    heading = _text(chapter.heading)
    return f"<section><h2>{heading}</h2>{said}{graphs}{tables}</section>\n"


def _graph(content: "Content", graph: "Graph") -> str:
    drawn = bars(graph, content.lang, years=len(graph.frame))
    keys = "".join(
        f'<li><i style="background:{_text(key["colour"])}"></i>{_text(key["label"])}</li>'
        for key in drawn["keys"]
    )
    lines = "".join(
        f'<div class="bar"><span>{_text(line["label"])}</span><span class="rail">'
        + "".join(
            f'<i style="width:{part["share"]:.2f}%;background:{_text(part["colour"])}"></i>'
            for part in line["parts"]
        )
        + f"</span><b>{_text(line['shown'])}</b></div>"
        for line in drawn["lines"]
    )
    note = f'<p class="note">{_text(graph.note)}</p>' if graph.note else ""
    source = _source_line(content, graph.source)
    legend = f'<ul class="keys">{keys}</ul>' if keys else ""
    title = f"<figcaption>{_text(drawn['title'])}</figcaption>"
    return f"<figure>{title}{legend}{lines}{note}{source}</figure>"


def _table(content: "Content", table: "Table", *, is_open: bool) -> str:
    columns = table.columns
    heads = "".join(
        f'<th scope="col"{_right(column.cell)}>{_text(told.heading(column))}</th>'
        for column in columns
    )
    lines = "".join(
        "<tr>"
        + "".join(
            f"<td{_right(column.cell)}>{_text(cell)}</td>"
            for column, cell in zip(columns, row, strict=True)
        )
        + "</tr>"
        for row in told.rows(table, columns, content.lang)
    )
    note = f'<p class="note">{_text(table.note)}</p>' if table.note else ""
    proof = ""
    if table.proof is not None:
        said = t("brief.proof", content.lang, command=table.proof.line)
        proof = f'<p class="note">{_text(said)}</p>'
    state = " open" if is_open else ""
    title = _text(f"{table.title} ({len(table.frame):,})")
    return (
        f"<details{state}><summary>{title}</summary>{note}"
        f'<div class="scroll" tabindex="0"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>{proof}"
        f"{_source_line(content, table.source)}</details>"
    )


def _sources(content: "Content") -> str:
    lines = "".join(
        f"<li>{_text(told.source_line(each, content.lang))} · {_text(each.file_name)} · "
        f"{_text(each.licence)}</li>"
        for each in content.sources
    )
    formulas = "".join(
        f"<dt>{_text(each.name)}</dt><dd>{_text(each.formula)}</dd>" for each in content.formulas
    )
    heading = _text(t("brief.sources", content.lang))
    return f"<section><h2>{heading}</h2><ul>{lines}</ul><dl>{formulas}</dl></section>\n"


def _source_line(content: "Content", source: "Source") -> str:
    return f'<p class="note">{_text(told.source_line(source, content.lang))}</p>'


def _right(cell: str) -> str:
    return ' class="number"' if cell in told.NUMBERS else ""


def _text(text: object) -> str:
    return html.escape(told.plain(text))
