"""
What a brief says of an area, before it is slides, a report, a workbook or a page.

`documents.write` hands a `Content` and the `Terrain` of its maps to the writer of a kind, a module
with `write(content: Content, terrain: Terrain) -> bytes`: `slides` (.pptx), `report_docx`,
`report_pdf`, `data_workbook`, `geodata`, `web_page`. A writer decides how it looks, never what is
said. All texts are in the language of the content and are plain
text: names in them come from files of others and have to be escaped. There is no present moment in
it, so the same publications give the same bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pandas import DataFrame

from areamap.briefs.proven import Said, Source
from areamap.briefs.shown import Graph, MapKind, Picture, Table
from areamap.i18n import Lang
from areamap.places.hierarchy import Area


@dataclass(frozen=True, slots=True, eq=False)
class Chapter:
    """
    One thing that is told; the most telling sentence first.

    Attributes
    ----------
    key
        Names it: `standing`, `coverage`, `missing`, `funds`, `housing`, `money`, `partners`,
        `change`, `asks`, `sources`.
    heading
        What stands above it.
    said
        The sentences; a slide has room for the first ones.
    pictures, graphs, tables
        What goes with them, the most telling first.
    """

    key: str
    heading: str
    said: tuple[Said, ...] = ()
    pictures: tuple[Picture, ...] = ()
    graphs: tuple[Graph, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Formula:
    """
    How a measure is counted.

    Attributes
    ----------
    name
        What it is called.
    formula
        The rule in words.
    source
        Who defined it.
    """

    name: str
    formula: str
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """
    All that a brief says.

    Attributes
    ----------
    title
        What it is about.
    subtitle
        Its day and what it is made from.
    place
        What the area is called, with the word for its level.
    area
        The area.
    lang
        Language of all texts.
    as_of
        The day that everything is true on.
    is_sample
        Whether its figures are made up; every page of a document has to say so.
    warning
        What such a page says; nothing where the figures are real.
    chapters
        What is told, in its order.
    sources
        Every source that something in it comes from.
    formulas
        How its measures are counted.
    areas
        Every measure for every area, for the geodata: one frame by level, indexed by `area_code`.
    """

    title: str
    subtitle: str
    place: str
    area: Area
    lang: Lang
    as_of: date
    is_sample: bool
    warning: str
    chapters: tuple[Chapter, ...]
    sources: tuple[Source, ...]
    formulas: tuple[Formula, ...]
    areas: Mapping[str, DataFrame] = field(default_factory=dict)

    @property
    def made_from(self) -> tuple[int, ...]:
        """Numbers of the publications that it is made from."""
        numbers = {each.publication for each in self.sources if each.publication is not None}
        return tuple(sorted(numbers))

    def chapter(self, key: str) -> Chapter | None:
        """Return a chapter by its key; None where nothing is told of it."""
        return next((each for each in self.chapters if each.key == key), None)


@dataclass(frozen=True, slots=True)
class Terrain:
    """
    The polygons that maps are drawn from.

    Attributes
    ----------
    kind
        Which they are.
    topology
        All tambons of the country, as `BoundarySets.topology` gives them.
    source
        Whose polygons they are.
    folder
        Where the set lies, for the polygons as they were taken in; None for the schematic map.
    """

    kind: MapKind
    topology: bytes
    source: Source
    folder: Path | None = None
