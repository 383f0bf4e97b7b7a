"""Commands for the work lines of tambons, agreements, plans and targets."""

from typing import TYPE_CHECKING

import click

from areamap.calendar import fiscal_year_span
from areamap.cli.options import AsOf, Year, command, lang, type_levels, workspace
from areamap.cli.output import format_option, show_frame
from areamap.i18n import t
from areamap.places.levels import Level

if TYPE_CHECKING:
    import datetime as dt

    from pandas import DataFrame

    from areamap.workspace import Workspace

_within = click.option("--in", "within", metavar="AREA", help="Code or name of an area.")
_day = click.option("--as-of", type=AsOf(), help="The day; else today.")


@click.command()
@_within
@click.option("--by", type=type_levels, help="One line per area of it; else one per tambon.")
@click.option("--agency", help="Only what this agency does; `codi` is CODI.")
@click.option("--fiscal-year", type=Year(), help="As it stood at its end; else today.")
@click.option(
    "--of",
    "subject",
    type=click.Choice(["lines", "agencies", "pairs"]),
    default="lines",
    show_default=True,
    help="Lines by tambon or area, in how many tambons each agency is, or which lines meet.",
)
@format_option
@command
def integration(
    within: str | None,
    by: str | None,
    agency: str | None,
    fiscal_year: int | None,
    subject: str,
    form: str,
) -> None:
    """Give the work lines at work in each tambon, and how many of the seven."""
    # pandas loads only when it is needed
    from areamap.direction import work as works  # noqa: PLC0415
    from areamap.measures import pairs as together  # noqa: PLC0415
    from areamap.measures import presence  # noqa: PLC0415

    on = None if fiscal_year is None else fiscal_year_span(fiscal_year)[1]
    opened = workspace()
    snapshot = opened.snapshot("integration", as_of=on)
    _warn(is_sample=snapshot.is_sample)
    found = works.work(snapshot, within)
    if agency is not None:
        found = found.of_agency(agency)
    if subject == "agencies":
        show_frame(presence.presence(found.records, found.tambons), form)
    elif subject == "pairs":
        show_frame(together.pairs(found.index), form)
    elif by is None:
        names = snapshot.names(Level.TAMBON)["name_th"].reindex(found.tambons)
        show_frame(found.index.assign(name_th=names).rename_axis("area_code"), form)
    else:
        places = works.places(snapshot, Level(by), within)
        show_frame(works.cells(found, places).reset_index(), form)


@click.command()
@_within
@_day
@format_option
@command
def agreements(within: str | None, as_of: "dt.date | None", form: str) -> None:
    """Give the agreements of an area, those that end within 12 months first."""
    opened = workspace()
    _show(opened, opened.direction.agreements(within, as_of), form)


@click.command()
@_within
@_day
@format_option
@command
def plans(within: str | None, as_of: "dt.date | None", form: str) -> None:
    """Give the people's plans of an area, those that are late first."""
    opened = workspace()
    _show(opened, opened.direction.plans(within, as_of), form)


@click.command()
@_within
@_day
@format_option
@command
def targets(within: str | None, as_of: "dt.date | None", form: str) -> None:
    """Give the targets of an area with the pace needed and the present one."""
    opened = workspace()
    _show(opened, opened.direction.targets(within, as_of), form)


def _show(opened: "Workspace", found: "DataFrame", form: str) -> None:
    _warn(is_sample=opened.direction.everything().is_sample)
    show_frame(found, form)


def _warn(*, is_sample: bool) -> None:
    if is_sample:
        click.echo(t("cli.sample_warning", lang()), err=True)
