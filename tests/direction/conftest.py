"""Data homes for the director's questions."""

from tests.homes import empty_home, filled_home, sample_home

__all__ = ["empty_home", "filled_home", "sample_home"]
