"""Lists as people read them: headings and names in their language."""

from collections.abc import Mapping

from pandas import DataFrame

from areamap.calendar import format_date
from areamap.i18n import Lang, t
from areamap.measures.budget import AUTHORITY
from areamap.places.levels import Level
from areamap.snapshot import Snapshot


def gap_table(found: DataFrame, theme: str, lang: Lang) -> DataFrame:
    """
    Return a list of areas as people read it.

    Parameters
    ----------
    found
        As `Snapshot.gaps` gives it.
    theme
        Id of the register.
    lang
        Language of headings and names.

    Returns
    -------
    DataFrame
        Headings in the language: area, district, province, state, people, code.
    """
    columns = {
        "name": found[f"name_{lang}"].fillna(found["name_th"]),
        "district": found[f"district_{lang}"],
        "province": found[f"province_{lang}"],
        "people": found["population"],
        "state": [t(f"ui.look_{theme}_{state}", lang) for state in found["state"]],
        "code": found.index,
    }
    return _headed(columns, lang)


def money_table(money: DataFrame, lang: Lang) -> DataFrame:
    """
    Return baht by place, most first, as people read it.

    Parameters
    ----------
    money
        As `Snapshot.budget` gives it, with `name_en`.
    lang
        Language of headings and names.

    Returns
    -------
    DataFrame
        Headings in the language: place, level at which the money is known, baht, lines, code.
    """
    ordered = money.sort_values("amount_baht", ascending=False)
    columns = {
        "name": ordered[f"name_{lang}"].fillna(ordered.index.to_series()),
        "level": [_level(placed_at, lang) for placed_at in ordered["placed_at"]],
        "baht": ordered["amount_baht"],
        "lines": ordered["lines"],
        "code": ordered.index,
    }
    return _headed(columns, lang)


def about(snapshot: Snapshot, basis: str, lang: Lang) -> tuple[str, ...]:
    """
    Return the lines that go with a list: basis and day, and where it comes from.

    Parameters
    ----------
    snapshot
        What the list was made from.
    basis
        `tambon` or `authority`.
    lang
        Language of the lines.
    """
    day = format_date(snapshot.as_of, lang)
    lines = [t("ui.as_of", lang, basis=t(f"ui.basis_{basis}", lang), day=day)]
    publication = snapshot.publication
    if publication is not None:
        source = "ui.source_sample" if publication.is_sample else "ui.source"
        published = format_date(publication.created_at.astimezone().date(), lang)
        lines.append(
            t(source, lang, file=publication.file_name, day=published, number=publication.id)
        )
    return tuple(lines)


def _headed(columns: Mapping[str, object], lang: Lang) -> DataFrame:
    return DataFrame({t(f"ui.column_{name}", lang): value for name, value in columns.items()})


def _level(placed_at: str, lang: Lang) -> str:
    known = placed_at in {*Level, AUTHORITY}
    return t(f"levels.{placed_at}" if known else "ui.unknown", lang)
