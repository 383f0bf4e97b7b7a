"""The scripts of the deck, and their order; they need those of the area layer before them."""

from typing import Final

SCRIPTS: Final = ("steps", "parts", "map", "frame", "stage", "presenter", "strip")
"""Names of the scripts without their ending; `component` comes after them."""
