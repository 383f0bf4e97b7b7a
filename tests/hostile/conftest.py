"""A home with the sample, and what makes documents from it."""

from tests.briefs.conftest import make
from tests.homes import filled_home

__all__ = ["filled_home", "make"]
