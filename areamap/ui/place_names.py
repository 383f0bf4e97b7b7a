"""What a place is called on a page: its name with the word for its level."""

from areamap.i18n import Lang, t
from areamap.places.levels import Level


def with_level(name: str, level: Level, lang: Lang) -> str:
    """
    Return a name with the word for its level.

    Parameters
    ----------
    name
        Name as the gazetteer or a grouping gives it.
    level
        Its level. The country's name needs no word, nor does one that has it: ภาคกลาง is a region
        by its name already.
    lang
        Language of the word.
    """
    word = t(f"levels.{level}", lang)
    if level is Level.COUNTRY or word.casefold() in name.casefold():
        return name
    return t("ui.scope_label", lang, level=word, name=name)
