"""The maps and graphs of a content as pictures, for documents that are printed and projected."""

from dataclasses import replace
from typing import TYPE_CHECKING

from areamap.boundaries.outlines import outlines
from areamap.briefs.told import line, more_rows
from areamap.draw.paper import charts, maps
from areamap.draw.paper.sheet import Form, Paper
from areamap.i18n import Lang, t
from areamap.places import gazetteer
from areamap.places.levels import CODE_DIGITS, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from areamap.briefs.content import Terrain
    from areamap.briefs.shown import Graph, Picture


def drawn_map(
    picture: "Picture", terrain: "Terrain", paper: Paper, lang: Lang, form: Form = "png"
) -> bytes:
    """
    Return a map of a content as a file.

    Parameters
    ----------
    picture
        What it shows; its title and its source stand beside it in the document.
    terrain
        The polygons.
    paper
        How large it is.
    lang
        Language of its few own words.
    form
        `png`, `svg` or `pdf`.
    """
    level, named = _names(picture, lang)
    is_true = terrain.kind == "true"
    notes = (
        *([line(picture.note)] if picture.note else []),
        t("paper.basis_tambon", lang),
        *([] if is_true else [t("paper.schematic", lang)]),
    )
    shown = maps.AreaMap(
        outlines=outlines(terrain.folder if is_true else None),
        classes=picture.classes,
        looks=tuple(
            replace(look, label=line(look.label)) if look.label else look for look in picture.looks
        ),
        is_true=is_true,
        level=level,
        named=named,
        marked=picture.marked,
        legend=line(picture.legend),
        notes=notes,
        sample=t("paper.sample", lang) if picture.source.is_sample else "",
        lang=lang,
    )
    return maps.draw(shown, paper, form)


def drawn_graph(
    graph: "Graph", paper: Paper, lang: Lang, form: Form = "png", *, least: float = 0.0
) -> tuple[bytes, float]:
    """
    Return a graph of a content as a file, and how high it is.

    Parameters
    ----------
    graph
        What it shows; its title and its source stand beside it in the document.
    paper
        How wide it is, and how high at most.
    lang
        Language of its few own words.
    form
        `png`, `svg` or `pdf`.
    least
        Inches that it takes at least.

    Returns
    -------
    tuple
        The file, and inches.
    """
    shown = chart(graph, lang)
    high = min(max(charts.room(shown, paper.letters), least), paper.height)
    shown, left_out = charts.readable(shown, high)
    if left_out:
        unit = " · ".join(filter(None, (shown.unit, more_rows(left_out, lang))))
        shown = replace(shown, unit=unit)
    return charts.draw(shown, replace(paper, height=high), form), high


def chart(graph: "Graph", lang: Lang) -> charts.Chart:
    """Return a graph as it is drawn on paper."""
    frame = graph.frame.rename(index=line, columns=line)
    return charts.Chart(graph.kind, frame, line(graph.unit), graph.colours, graph.digits, lang)


def _names(picture: "Picture", lang: Lang) -> "tuple[Level, Mapping[str, str]]":
    """Return what is named: provinces where groups of them are set side by side."""
    if picture.level in CODE_DIGITS:
        return picture.level, {code: line(name) for code, name in picture.named.items()}
    codes = {code[: CODE_DIGITS[Level.PROVINCE]] for code in picture.tambons}
    names = gazetteer.areas(Level.PROVINCE)[f"name_{lang}"].reindex(sorted(codes)).dropna()
    return Level.PROVINCE, {str(code): str(name) for code, name in names.items()}
