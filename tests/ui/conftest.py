"""Data homes for the pages, and who uses them."""

from tests.homes import empty_home, filled_home, sample_home
from tests.people import at_the_machine, logged_in, with_login

__all__ = [
    "at_the_machine",
    "empty_home",
    "filled_home",
    "logged_in",
    "sample_home",
    "with_login",
]
