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
from shlex import join
from typing import Literal, TypeAlias

from pandas import DataFrame, Series

from areamap.draw.area_layer.view import Look
from areamap.errors import BriefError
from areamap.i18n import Lang
from areamap.places.hierarchy import Area
from areamap.places.levels import Level

MapKind: TypeAlias = Literal["true", "schematic"]
"""Polygons as surveyed, or one equal hexagon for each tambon."""

GraphKind: TypeAlias = Literal["bars", "stacked", "lines", "columns"]
"""Lying bars; lying bars of several parts; lines over years; standing columns over years."""

Cell: TypeAlias = Literal["text", "code", "count", "baht", "percent", "ratio", "year", "date"]
"""What a column holds: the format of its cells, and whether a reader can add them up."""


@dataclass(frozen=True, slots=True)
class Source:
    """
    Where figures come from.

    Attributes
    ----------
    register
        Id of the register; `boundary` for the polygons of the maps.
    title
        What the register is called.
    file_name
        The file that it was read from.
    publication
        Number of the publication; None for what is not published, such as boundaries.
    published_on
        The day of it; None where it comes with the app.
    as_of
        The day that is asked about.
    is_sample
        Whether it is made up.
    licence
        How it may be handed on.
    """

    register: str
    title: str
    file_name: str
    publication: int | None
    published_on: date | None
    as_of: date
    is_sample: bool
    licence: str

    def __post_init__(self) -> None:
        """Refuse a source that names nothing."""
        if not self.register or not self.file_name:
            raise BriefError("brief_source_empty", title=self.title)


@dataclass(frozen=True, slots=True)
class Proof:
    """
    How anyone gets the same figure in a terminal.

    Attributes
    ----------
    command
        Words of the command, without `areamap` and `--format`.
    column
        Column of its output that the figure is in; nothing where the lines are counted.
    where
        Which lines: column and value, all where empty; several values of one column mean any of
        them. Several lines are added up.
    """

    command: tuple[str, ...]
    column: str = ""
    where: tuple[tuple[str, str], ...] = ()

    @property
    def line(self) -> str:
        """The command as it is typed."""
        return f"areamap {join(self.command)}"


@dataclass(frozen=True, slots=True)
class Figure:
    """
    One number of a sentence, with where it comes from.

    Attributes
    ----------
    value
        The number.
    shown
        How it stands in the sentence.
    unit
        What was counted, in the language.
    measure
        Name of the measure, as `areamap.measures` calls it.
    area_code
        Of which area.
    basis
        `tambon` or `authority`; nothing where no area is counted.
    source
        Where it comes from.
    proof
        How to get it again.
    """

    value: float
    shown: str
    unit: str
    measure: str
    area_code: str
    basis: str
    source: Source
    proof: Proof

    def __post_init__(self) -> None:
        """Refuse a figure that comes from nowhere: nobody could answer for it in a hall."""
        _sourced(self.source, self.shown)


@dataclass(frozen=True, slots=True)
class Said:
    """
    A sentence, with the figures in it.

    Attributes
    ----------
    text
        The sentence; each figure stands in it as it is shown.
    figures
        The figures.
    source
        Where it comes from, of a sentence whose numbers are not taken apart.
    """

    text: str
    figures: tuple[Figure, ...] = ()
    source: Source | None = None

    def __post_init__(self) -> None:
        """Refuse a figure that is not said, and a number that comes from nowhere."""
        if not self.figures and any(sign.isdigit() for sign in self.text):
            _sourced(self.source, self.text)
        for each in self.figures:
            if each.shown not in self.text:
                raise BriefError("brief_figure_unsaid", figure=each.shown, text=self.text)


@dataclass(frozen=True, slots=True)
class Column:
    """
    A column of a table.

    Attributes
    ----------
    name
        Its name in the frame.
    heading
        What stands above it.
    cell
        What it holds.
    unit
        In the language; nothing for texts.
    told
        Its name in the output of the table's command; nothing where that has no such column.
    """

    name: str
    heading: str
    cell: Cell = "text"
    unit: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """
    A table.

    Attributes
    ----------
    key
        Names it in its content.
    title
        What it shows, with its basis.
    frame
        One row per line in its order; columns as in `columns`; missing values are not known. Its
        index means nothing, but a line whose index is `total` is the sum of the others.
    columns
        The columns in their order.
    source
        Where it comes from.
    proof
        The command that gives the same lines; None where there is none.
    note
        What has to be known to read it; may be nothing.
    """

    key: str
    title: str
    frame: DataFrame
    columns: tuple[Column, ...]
    source: Source
    proof: Proof | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a table that comes from nowhere."""
        _sourced(self.source, self.title)


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """
    A map, as what is needed to draw it.

    Attributes
    ----------
    key
        Names it in its content.
    title
        What it shows.
    theme
        Id of the register.
    kind
        Which polygons: see `Terrain`.
    tambons
        Codes of the tambons of the area; others may be drawn around in `looks.AROUND`.
    classes
        Place in `looks` (int64) of each tambon, indexed by `area_code`.
    looks
        How each class is drawn and called, with how many areas of the basis are in it; one without
        a label is not in the legend.
    legend
        What stands above the legend.
    values
        What the classes were made from, by tambon: numbers, missing where not known; None where
        the classes are states.
    unit
        Unit of the values.
    level
        Level of the areas whose borders are stressed and whose names are written.
    named
        Name to write for each area of that level, by its code.
    marked
        Codes of tambons that are outlined.
    alt
        The map in words, for who can't see it.
    source
        Where the figures come from; the polygons' own source is that of the terrain.
    note
        What has to be known to read it; may be nothing.
    """

    key: str
    title: str
    theme: str
    kind: MapKind
    tambons: tuple[str, ...]
    classes: "Series[int]"
    looks: tuple[Look, ...]
    legend: str
    level: Level
    named: Mapping[str, str]
    alt: str
    source: Source
    values: "Series[float] | None" = None
    unit: str = ""
    marked: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a map that comes from nowhere."""
        _sourced(self.source, self.title)


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """
    A chart, as what is needed to draw it.

    Attributes
    ----------
    key
        Names it in its content.
    title
        What it shows.
    kind
        How it is drawn.
    frame
        float64: one row per category, its index as shown (Buddhist years as texts); one column per
        series, named as shown. Missing values are not known and leave a gap.
    unit
        Unit of all values, in the language.
    source
        Where it comes from.
    colours
        Colour of each series as #rrggbb; nothing leaves it to the writer.
    digits
        Decimals that are shown.
    note
        What has to be known to read it; may be nothing.
    """

    key: str
    title: str
    kind: GraphKind
    frame: DataFrame
    unit: str
    source: Source
    colours: tuple[str, ...] = ()
    digits: int = 0
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse a chart that comes from nowhere."""
        _sourced(self.source, self.title)


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
    details
        What the provinces of the area have at each level of detail, coarse first: bytes by code of
        province, as `BoundarySets.detail` gives them. Empty for the schematic map.
    source
        Whose polygons they are.
    folder
        Where the set lies, for the polygons as they were taken in; None for the schematic map.
    """

    kind: MapKind
    topology: bytes
    details: tuple[Mapping[str, bytes], ...]
    source: Source
    folder: Path | None = None


def _sourced(source: object, what: str) -> None:
    if not isinstance(source, Source):
        raise BriefError("brief_no_source", what=what)
