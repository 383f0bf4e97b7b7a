"""What the layer of areas is told to show: one compact message per change, never a polygon."""

import hashlib
import json
import zlib
from base64 import b64encode
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from pandas import Index, Series

OUTSIDE: Final = 0
"""Class of the areas that are not asked about."""


@dataclass(frozen=True, slots=True)
class Look:
    """
    How the areas of one class are drawn and called.

    Attributes
    ----------
    fill
        Colour as CSS writes it.
    label
        Name of the class in the legend; None keeps it out of the legend.
    mark
        `hatch` or `cross` over the fill, so that the class can be told without colour; or None.
    ink
        Colour of the mark.
    weight
        Width of the mark's lines in pixels.
    count
        What stands behind the label, as text.
    outside
        The areas of the class are only there to be seen around the others: no name, no click.
    gap
        The areas of the class lack what the map asks for; they can be outlined strongly.
    """

    fill: str
    label: str | None = None
    mark: str | None = None
    ink: str | None = None
    weight: float = 1.6
    count: str | None = None
    outside: bool = False
    gap: bool = False

    def named(self, label: str, count: str | None = None) -> "Look":
        """Return the same look with a name and a count."""
        return replace(self, label=label, count=count)

    def message(self) -> dict[str, Any]:
        """Return the look as the script reads it, without what is not set."""
        told = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in told.items() if value not in (None, False)}


@dataclass(frozen=True, slots=True)
class View:
    """
    One state of the map.

    Attributes
    ----------
    geometry
        Address of the topology.
    names
        Address of the names of all areas, or nothing.
    groups
        Address of the group that each province is in, by code, whose borders are drawn too, or
        nothing; a district stands there where it is in another group than its province.
    classes
        uint8, one per area of the topology in its order: the place of its look in `palette`.
    palette
        The looks; the first is that of the areas outside.
    focus
        Names what the map is fitted to; the view is moved only when this changes.
    values
        float32 in the same order, missing as NaN, or None: what the tooltip says instead of the
        class's name.
    unit
        Unit of the values.
    title
        Heading of the legend.
    notes
        Lines below the legend.
    tooltip
        Lines below the value in the tooltip.
    selected
        Codes of the areas that are outlined.
    lang
        Language of the texts, `th` or `en`.
    scale
        Whether distances on the map mean something: not so on the schematic one.
    unreachable
        What is said where the geometry can't be fetched.
    heading
        Title of the map where it stands alone: in full screen, in a file.
    source
        Where the figures come from, where it stands alone.
    basemap
        Address of tiles, with `{z}/{x}/{y}`, that may be laid behind the areas; or nothing.
    basemap_credit
        Whose tiles they are.
    legend
        Whether the legend is shown.
    grid
        Two themes at once as the script reads them: `rows` and `columns` with `title` and `labels`,
        `colours` and `counts`; the legend shows them as a square in the place of their looks.
    symbols
        Circles in proportion to the values, as `symbols.Symbols.message` gives them.
    border
        Colour of every border between areas; nothing leaves it to the map.
    outlined
        Whether the gaps are outlined strongly when the map opens; the viewer may change it.
    """

    geometry: str
    classes: np.ndarray
    palette: tuple[Look, ...]
    focus: str
    names: str = ""
    groups: str = ""
    values: np.ndarray | None = None
    unit: str = ""
    title: str = ""
    notes: tuple[str, ...] = ()
    tooltip: tuple[str, ...] = ()
    selected: tuple[str, ...] = ()
    lang: str = "th"
    scale: bool = True
    unreachable: str = ""
    heading: str = ""
    source: str = ""
    basemap: str = ""
    basemap_credit: str = ""
    legend: bool = True
    grid: dict[str, Any] | None = None
    symbols: dict[str, Any] | None = None
    border: str = ""
    outlined: bool = False

    def only(self, kept: np.ndarray, *, focus: str, marked: str) -> "View":
        """
        Return the view of some areas alone, for a small map without a legend.

        Parameters
        ----------
        kept
            Whether each area of the topology is shown; the others lie around.
        focus
            Names what the map is fitted to.
        marked
            Code of the area that is outlined.
        """
        classes = np.where(kept, self.classes, OUTSIDE)
        return replace(self, classes=classes, focus=focus, selected=(marked,), legend=False)

    def message(self) -> dict[str, Any]:
        """
        Return the view as JSON can carry it.

        Returns
        -------
        dict
            Arrays as base64 of their bytes, little endian; `key` names the content, so that a
            test or a second host can tell when it stands on the screen.
        """
        told = self._header() | {"classes": b64encode(_bytes(self.classes, "<u1")).decode()}
        if self.values is not None:
            told["values"] = b64encode(_bytes(self.values, "<f4")).decode()
        content = json.dumps(told, sort_keys=True).encode()
        return told | {"key": hashlib.sha256(content).hexdigest()[:16]}

    def packed(self, **host: Any) -> bytes:  # noqa: ANN401 - whatever JSON can carry
        """
        Return the view as bytes, for a host that can take them: a quarter less than `message`.

        Parameters
        ----------
        **host
            What the host is told beside the view.

        Returns
        -------
        bytes
            Length of the header (uint32); the header, JSON in UTF-8, with the number of `areas`
            and whether there are `values`; compressed (zlib) one byte of class per area, and one
            float32 per area where there are values. Little endian.
        """
        arrays = _bytes(self.classes, "<u1")
        if self.values is not None:
            arrays += _bytes(self.values, "<f4")
        told = self._header() | host
        told |= {"areas": len(self.classes), "values": self.values is not None}
        arrays = zlib.compress(arrays, 6)
        content = json.dumps(told, sort_keys=True).encode() + arrays
        told["key"] = hashlib.sha256(content).hexdigest()[:16]
        header = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
        return len(header).to_bytes(4, "little") + header + arrays

    def _header(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            "geometry": self.geometry,
            "names": self.names,
            "groups": self.groups,
            "palette": [look.message() for look in self.palette],
            "focus": self.focus,
            "title": self.title,
            "notes": self.notes,
            "tooltip": self.tooltip,
            "unit": self.unit,
            "selected": self.selected,
            "lang": self.lang,
            "scale": self.scale,
            "unreachable": self.unreachable,
            "heading": self.heading,
            "source": self.source,
            "legend": self.legend,
        }
        if self.symbols is not None and self.values is not None:
            # So that other circles are painted although every class stays as it is.
            content = hashlib.sha256(_bytes(self.values, "<f4")).hexdigest()[:8]
            told["symbols"] = self.symbols | {"content": content}
        if self.grid is not None:
            told["grid"] = self.grid
        if self.border:
            told["border"] = self.border
        if self.outlined:
            told["outlined"] = True
        tiles = {"url": self.basemap, "credit": self.basemap_credit}
        return told | ({"basemap": tiles} if self.basemap else {})


def in_order(values: Series, codes: Index, missing: float) -> np.ndarray:
    """
    Return the values of areas in the order of a topology.

    Parameters
    ----------
    values
        Numbers indexed by `area_code`, each code once.
    codes
        Codes of the topology, in its order.
    missing
        What stands for an area without a value.

    Returns
    -------
    ndarray
        float64, one number per code.
    """
    placed = values.astype("float64").reindex(codes).to_numpy()
    return np.where(np.isnan(placed), missing, placed)


def _bytes(values: np.ndarray, kind: str) -> bytes:
    return np.ascontiguousarray(values, dtype=kind).tobytes()
