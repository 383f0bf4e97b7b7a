"""What a brief shows beside its sentences: tables, maps and charts, ready to be drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pandas import DataFrame, Series

from areamap.briefs.proven import Proof, Source, sourced
from areamap.draw.area_layer.view import Look
from areamap.places.levels import Level

MapKind: TypeAlias = Literal["true", "schematic"]
"""Polygons as surveyed, or one equal hexagon for each tambon."""

GraphKind: TypeAlias = Literal["bars", "stacked", "lines", "columns"]
"""Lying bars; lying bars of several parts; lines over years; standing columns over years."""

Cell: TypeAlias = Literal["text", "code", "count", "baht", "percent", "ratio", "year", "date"]
"""What a column holds: the format of its cells, and whether a reader can add them up."""


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
    is_spare
        Whether paper, where room is short, does without it.
    """

    name: str
    heading: str
    cell: Cell = "text"
    unit: str = ""
    told: str = ""
    is_spare: bool = False


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
        sourced(self.source, self.title)


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
        sourced(self.source, self.title)


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
        sourced(self.source, self.title)
