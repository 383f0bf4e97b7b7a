"""Areas filled with the looks of the screen, so that they can be told apart on a grey print too."""

from typing import Final

from areamap.draw.area_layer import Look
from areamap.draw.paper._matplotlib import Figure, Outline, PathPatch

_HATCHES: Final = {"hatch": "//////", "cross": "xxxxx"}
_INCH: Final = 72
GAP_INK: Final = "#3b1a0c"
"""Outline of the areas that lack what the map asks for: dark beside any fill."""


def fill(
    figure: Figure,
    path: Outline,
    look: Look,
    *,
    edge: str = "#ffffff",
    line: float = 0.4,
    order: float = 1.0,
    clip: Outline | None = None,
) -> None:
    """
    Draw areas of one look.

    Parameters
    ----------
    figure
        Where.
    path
        The areas, in inches.
    look
        As the screen has it: its mark becomes a hatch.
    edge, line
        Colour and width in points of the borders between the areas.
    order
        What has a higher one lies above.
    clip
        Rectangle in inches that the areas are cut to.
    """
    patches = [PathPatch(path, facecolor=look.fill, edgecolor="none", linewidth=0, zorder=order)]
    if look.mark:
        marks = PathPatch(
            path,
            facecolor="none",
            edgecolor=look.ink or "#000000",
            linewidth=0,
            hatch=_HATCHES[look.mark],
            zorder=order + 0.01,
        )
        marks.set_hatch_linewidth(look.weight * 0.6)
        patches.append(marks)
    if line:
        patches.append(_lines(path, edge, line, order + 0.02))
    for patch in patches:
        _add(figure, patch, clip)


def stroke(
    figure: Figure,
    path: Outline,
    colour: str,
    line: float,
    *,
    order: float,
    clip: Outline | None = None,
) -> None:
    """Draw the outline of areas, `line` points wide."""
    _add(figure, _lines(path, colour, line, order), clip)


def _lines(path: Outline, colour: str, line: float, order: float) -> PathPatch:
    return PathPatch(
        path,
        facecolor="none",
        edgecolor=colour,
        linewidth=line,
        joinstyle="round",
        capstyle="round",
        zorder=order,
    )


def _add(figure: Figure, patch: PathPatch, clip: Outline | None) -> None:
    patch.set_transform(figure.dpi_scale_trans)
    figure.add_artist(patch)
    if clip is not None:
        patch.set_clip_path(clip, figure.dpi_scale_trans)
