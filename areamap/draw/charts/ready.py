"""A figure made ready to be handed over, as often as it is asked for."""

import json
from typing import Any

from plotly.basedatatypes import BaseFigure
from plotly.graph_objects import Figure


class Ready(BaseFigure):  # type: ignore[misc] # plotly has no types
    """
    A figure as plain values: what plotly would work out again each time it is shown.

    It can be shown and not be changed. Its thousand objects are a few lists and texts here, which
    is also what the collector of garbage has to go through after each run of a page.

    Parameters
    ----------
    figure
        The figure.
    """

    def __init__(self, figure: Figure) -> None:
        # Nothing of plotly's own is set up: all that is asked of it is below.
        self.__dict__["_plain"] = json.loads(figure.to_json(validate=False))

    def __repr__(self) -> str:
        """Return what it is, in short."""
        return f"Ready({len(self._plain['data'])} traces)"

    @property
    def height(self) -> float:
        """Its height in pixels."""
        return float(self._plain["layout"]["height"])

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as JSON holds it."""
        plain: dict[str, Any] = self._plain
        return plain
