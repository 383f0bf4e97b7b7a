from string import Formatter

import pytest

from areamap.i18n import LANGS, sentences


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_languages_hold_the_same_keys() -> None:
    thai, english = (set(sentences(lang)) for lang in LANGS)
    assert thai == english


@pytest.mark.parametrize("key", sorted(sentences("th")))
def test_languages_hold_the_same_placeholders(key: str) -> None:
    thai, english = (_fields(sentences(lang)[key]) for lang in LANGS)
    assert thai == english


@pytest.mark.parametrize("key", sorted(sentences("th")))
def test_no_sentence_is_empty(key: str) -> None:
    assert all(sentences(lang)[key].strip() for lang in LANGS)
