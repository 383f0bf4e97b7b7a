"""Contents of briefs that several tests look at, made once."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from areamap import settings
from areamap.briefs import making
from areamap.briefs.content import Content, Terrain
from areamap.i18n import Lang
from areamap.workspace import Workspace
from tests.homes import empty_home, filled_home, sample_home

__all__ = ["empty_home", "filled_home", "sample_home"]

AS_OF = date(2026, 3, 31)

Brief = tuple[Content, Terrain]
Make = Callable[..., Brief]


@pytest.fixture(scope="session")
def make(filled_home: Path) -> Make:
    """Return what makes the content of an area from the sample, once for each."""
    opened = Workspace.open(settings.load(filled_home))

    @cache
    def made(area: str, lang: Lang = "th", as_of: date = AS_OF) -> Brief:
        home = opened.settings.home
        return making.brief(opened.direction, opened.boundaries, home, area, as_of=as_of, lang=lang)

    return made
