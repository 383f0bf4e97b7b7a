"""The manual: a section for every page, words that stand on the screen, pictures that are there."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from areamap.settings import docs
from areamap.ui import manual, shell

ROOT = Path(__file__).parents[2]
WITHOUT = {"manual"}
TEXT = (docs() / "manual.th.md").read_text(encoding="utf-8")


def test_every_page_has_its_section() -> None:
    assert set(shell.PAGES) - WITHOUT <= set(manual.sections())


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"\]\((pictures/[^)]+)\)", TEXT)
    assert pictures
    assert [name for name in pictures if not (docs() / name).is_file()] == []


def test_every_quoted_word_stands_on_the_screen() -> None:
    words = (ROOT / "areamap" / "locale" / "th.toml").read_text(encoding="utf-8")
    shown = set(texts(tomllib.loads(words)))
    quoted = re.findall(r"“([^”]+)”", TEXT)
    assert quoted
    assert [word for word in quoted if word not in shown | SAID_BY_PEOPLE] == []


SAID_BY_PEOPLE = {"332 สภา", "ตัวเลขนี้มาจากไหน"}


def texts(told: object) -> Iterator[str]:
    if isinstance(told, dict):
        for each in told.values():
            yield from texts(each)
    elif isinstance(told, str):
        yield told


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_section_is_shown_as_its_address_asks(sample_home: Path, lang: str) -> None:
    app = AppTest.from_file(str(ROOT / "pages" / "manual.py"), default_timeout=60)
    app.query_params["lang"] = lang
    app.query_params["section"] = "imports"
    app.run()
    assert not app.exception
    assert [each.value for each in app.header] == [manual.sections()["imports"][0]]
    app.radio[0].set_value("history").run()
    assert [each.value for each in app.header] == [manual.sections()["history"][0]]
    assert app.query_params["section"] == "history"
