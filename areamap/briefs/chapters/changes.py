"""What changed in a year: gained, lost, and what was only corrected."""

from typing import TYPE_CHECKING

from pandas import DataFrame

from areamap.briefs.content import Chapter
from areamap.briefs.proven import Said
from areamap.briefs.shown import Table
from areamap.calendar import say_date
from areamap.direction import brief_frames as frames
from areamap.i18n import t

if TYPE_CHECKING:
    from areamap.briefs.chapters.telling import Telling


def chapter(telling: "Telling") -> Chapter | None:
    """Return what changed within a year; None where no register of states is published."""
    facts = telling.facts
    if not facts.moved:
        return None
    said = [each for theme in facts.moved for each in _said(telling, theme)]
    found = frames.changes(facts)
    tables = (_table(telling, found),) if len(found) else ()
    since = say_date(next(iter(facts.moved.values())).since, telling.lang)
    return Chapter("change", telling.t("change", since=since), tuple(said), tables=tables)


def _said(telling: "Telling", theme: str) -> list[Said]:
    facts, lang = telling.facts, telling.lang
    moved = facts.moved[theme]
    what = t(f"standing.what_{theme}", lang)
    found: list[Said] = []
    for way in ("gained", "lost"):
        count = getattr(moved, way)
        if not count:
            continue
        where = (("theme", theme), ("change", way))
        figure = telling.counted(count, theme, "changes", where=where)
        found.append(telling.say(f"{way}_{theme}", count=figure))
    if not found:
        key = "untold" if moved.untold == len(facts.tambons) else "same"
        text = _begun(telling.t(f"moved_{key}", what=what))
        found.append(Said(text, source=telling.source(theme)))
    corrected = facts.corrected[theme]
    if corrected:
        key = "corrected_one" if corrected == 1 else "corrected"
        text = _begun(telling.t(key, count=f"{corrected:,}", what=what))
        found.append(Said(text, source=telling.source(theme)))
    return found


def _begun(text: str) -> str:
    """Return a sentence that begins with a large letter."""
    return text[:1].upper() + text[1:]


def _table(telling: "Telling", found: DataFrame) -> Table:
    lang = telling.lang
    frame = DataFrame(
        {
            "name": telling.names(found),
            "code": found.index,
            "theme": [t(f"ui.theme_{theme}", lang) for theme in found["theme"]],
            "change": [t(f"measures.change_{kind}", lang) for kind in found["change"]],
            "before": _states(telling, found, "before"),
            "after": _states(telling, found, "after"),
        }
    )
    columns = (
        telling.column("name", told=f"name_{lang}"),
        telling.column("code", "code", "area_code"),
        *(telling.column(name) for name in ("theme", "change", "before", "after")),
    )
    register = str(found["theme"].iloc[0])
    title = telling.t("table_changes")
    return telling.table("changes", title, frame, columns, register, "changes")


def _states(telling: "Telling", found: DataFrame, column: str) -> list[str]:
    pairs = zip(found["theme"], found[column], strict=True)
    return [t(f"ui.look_{theme}_{state}", telling.lang) for theme, state in pairs]
