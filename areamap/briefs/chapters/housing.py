"""Housing: where, how many households, by which programme, over the years."""

from typing import TYPE_CHECKING

from pandas import DataFrame

from areamap.briefs.chapters import maps, parts, standing
from areamap.briefs.content import Chapter
from areamap.briefs.proven import Said
from areamap.briefs.shown import Graph, Table
from areamap.direction import brief_frames as frames

if TYPE_CHECKING:
    from areamap.briefs.chapters.telling import Telling


def chapter(telling: "Telling") -> Chapter | None:
    """Return what is told of housing; None where none is published."""
    facts = telling.facts
    if not facts.tells_of("housing"):
        return None
    picture = maps.of_states(telling, "housing")
    programmes = frames.housing_programmes(facts)
    tables: list[Table] = []
    if len(programmes):
        tables = [
            _programmes(telling),
            parts.table(telling, "housing", frames.housing(facts), "housing"),
        ]
    graph = _graph(telling)
    return Chapter(
        "housing",
        telling.t("housing"),
        tuple(_said(telling)),
        pictures=(picture,) if picture else (),
        graphs=(graph,) if graph else (),
        tables=tuple(tables),
    )


def _said(telling: "Telling") -> list[Said]:
    found = standing.of_theme(telling, "housing")[:1]
    programmes = frames.housing_programmes(telling.facts)
    if not len(programmes):
        return found
    of = "housing-programmes"

    projects = telling.counted(int(programmes["projects"].sum()), "housing", of, "projects")
    homes = telling.counted(programmes["households"].sum(), "housing", of, "households")
    baht = telling.counted(programmes["amount_baht"].sum(), "housing", of, "amount_baht")
    found.append(telling.say("housing_has", projects=projects, households=homes, baht=baht))
    return found


def _programmes(telling: "Telling") -> Table:
    found = frames.housing_programmes(telling.facts).reset_index()
    found["programme"] = found["programme"].replace("", telling.t("not_named"))
    columns = (
        telling.column("programme"),
        telling.column("projects", "count", "projects"),
        telling.column("households", "count", "households"),
        telling.column("units", "count", "units"),
        telling.column("amount_baht", "baht", "amount_baht"),
    )
    title = telling.t("table_housing_programmes")
    return telling.table(
        "housing_programmes", title, found, columns, "housing", "housing-programmes"
    )


def _graph(telling: "Telling") -> Graph | None:
    years = frames.housing_years(telling.facts)
    if len(years) < 2:  # noqa: PLR2004 - one year is no course
        return None
    frame = DataFrame({telling.t("column_households"): years["households"].astype("float64")})
    return Graph(
        "housing_years",
        telling.t("graph_housing_years"),
        "columns",
        frame.set_axis([telling.year(year) for year in years.index], axis=0),
        telling.t("households_unit"),
        telling.source("housing"),
        colours=("#b45309",),
    )
