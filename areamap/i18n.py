"""
Sentences for people, in Thai and English: `t("key")`.

Each language is one TOML file in `locale/`; a dotted key is a path in it. Both files hold the same
keys with the same placeholders, which a test sees to.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

Lang = Literal["th", "en"]
"""A language of the product; Thai comes first."""

LANGS: Final[tuple[Lang, ...]] = get_args(Lang)
DEFAULT_LANG: Final[Lang] = "th"


@cache
def sentences(lang: Lang) -> dict[str, str]:
    """
    Return every sentence of a language.

    Parameters
    ----------
    lang
        Which language.

    Returns
    -------
    dict
        Dotted key to text with `{placeholders}` as in `str.format`.
    """
    path = Path(__file__).parent / "locale" / f"{lang}.toml"
    return _flatten(tomllib.loads(path.read_text(encoding="utf-8")), "")


def t(key: str, lang: Lang = DEFAULT_LANG, **values: object) -> str:
    """
    Return the sentence of a key with its values put in.

    Parameters
    ----------
    key
        Dotted path, such as `"coverage.no_authority"`.
    lang
        Which language.
    **values
        What the placeholders stand for.

    Raises
    ------
    KeyError
        The language has no such key: a mistake in the code, not of the user.
    """
    return sentences(lang)[key].format(**values)


def _flatten(table: dict[str, Any], prefix: str) -> dict[str, str]:
    flat: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            flat |= _flatten(value, f"{prefix}{name}.")
        else:
            flat[f"{prefix}{name}"] = value
    return flat
