"""What a place is called on a page: its name with the word for its level."""

from areamap.i18n import Lang, t
from areamap.places.gazetteer import BANGKOK
from areamap.places.levels import Level


def level_word(level: Level, lang: Lang, code: str = "") -> str:
    """
    Return the word for a level; in Bangkok a tambon is a khwaeng and a district a khet.

    Parameters
    ----------
    level
        The level.
    lang
        Language of the word.
    code
        Code of an area of that level, or of one that holds all of them; nothing for any.
    """
    is_bangkok = code.startswith(BANGKOK) and level in {Level.TAMBON, Level.DISTRICT}
    return t(f"levels.bangkok_{level}" if is_bangkok else f"levels.{level}", lang)


def with_level(name: str, level: Level, lang: Lang, code: str = "") -> str:
    """
    Return a name with the word for its level.

    Parameters
    ----------
    name
        Name as the gazetteer or a grouping gives it.
    level
        Its level. The country's name needs no word, nor does one that has it: ภาคกลาง is a region
        by its name already. Bangkok is a province without being called one.
    lang
        Language of the word.
    code
        Code of the area, by which Bangkok's are known.
    """
    word = level_word(level, lang, code)
    if level is Level.COUNTRY or code == BANGKOK or word.casefold() in name.casefold():
        return name
    return t("ui.scope_label", lang, level=word, name=name)
