from string import Formatter

import pytest

from areamap.i18n import LANGS, sentences


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_languages_hold_the_same_keys() -> None:
    thai, english = (set(sentences(lang)) for lang in LANGS)
    assert thai == english


def test_languages_hold_the_same_placeholders() -> None:
    thai, english = (sentences(lang) for lang in LANGS)
    assert [key for key in thai if _fields(thai[key]) != _fields(english[key])] == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_sentence_is_empty(lang: str) -> None:
    assert [key for key, said in sentences(lang).items() if not said.strip()] == []
