"""A sheet that is drawn on, and its bytes: the same for the same drawing, whenever it is made."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, Literal

from areamap.draw.paper._matplotlib import Figure, FigureCanvasAgg

Form = Literal["png", "svg", "pdf"]

_NOBODY: Final[dict[str, dict[str, Any]]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
"""Neither the day nor the version of the program: both would make equal drawings differ."""


@dataclass(frozen=True, slots=True)
class Paper:
    """
    What a picture is drawn on.

    Attributes
    ----------
    width, height
        Inches, as it will stand in the document.
    letters
        Size of its letters in points; the smallest ones are three quarters of it.
    dpi
        Dots per inch: 200 is crisp on office printers and on a slide across a hall.
    """

    width: float
    height: float
    letters: float = 10.0
    dpi: int = 200

    def figure(self) -> Figure:
        """Return an empty white sheet; nobody else holds it, so that threads can draw."""
        return Figure(figsize=(self.width, self.height), dpi=self.dpi, facecolor="white")


def printed(figure: Figure, form: Form = "png") -> bytes:
    """
    Return a drawing as a file.

    Parameters
    ----------
    figure
        The drawing.
    form
        `png`, or `svg` and `pdf` with letters as they are shaped.
    """
    target = BytesIO()
    FigureCanvasAgg(figure)
    figure.savefig(target, format=form, metadata=_NOBODY[form], dpi=figure.dpi)
    return target.getvalue()
