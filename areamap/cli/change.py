"""Command that tells what moved between two days: change."""

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from areamap.cli.options import AsOf, command, lang, type_levels, workspace
from areamap.cli.output import format_option, show_frame
from areamap.i18n import t
from areamap.places.levels import COUNTRY_CODE, Level

if TYPE_CHECKING:
    from pandas import DataFrame

    from areamap.snapshot import Snapshot
    from areamap.workspace import Workspace


@click.command()
@click.option(
    "--theme",
    type=click.Choice(["council", "fund", "housing", "budget"]),
    default="council",
    show_default=True,
    help="What to count.",
)
@click.option("--from", "first", type=AsOf(), required=True, help="The earlier day.")
@click.option("--to", "second", type=AsOf(), help="The later day; else today.")
@click.option("--in", "within", metavar="AREA", help="Code or name of an area.")
@click.option("--by", type=type_levels, help="One line per area of it; else one in all.")
@click.option("--basis", type=click.Choice(["tambon", "authority"]), default="tambon")
@click.option(
    "--known",
    type=click.Choice(["now", "then"]),
    default="now",
    show_default=True,
    help="Both days by what is known now, or each by what was published then.",
)
@click.option("--list", "listed", is_flag=True, help="The areas that differ, and why.")
@click.option("--closed-years", "closed", is_flag=True, help="Corrections of fiscal years over.")
@format_option
@command
def change(  # noqa: PLR0913 - one for each option
    *,
    theme: str,
    first: dt.date,
    second: dt.date | None,
    within: str | None,
    by: str | None,
    basis: str,
    known: str,
    listed: bool,
    closed: bool,
    form: str,
) -> None:
    """Tell what moved between two days: before, plus and minus, after."""
    from areamap.direction import changes  # noqa: PLC0415 - pandas loads only when it is needed

    opened = workspace()
    later = second or dt.date.today()  # noqa: DTZ011 - the day where she is
    days = (first, later)
    moments = [
        changes.Moment(day, changes.end_of(day) if known == "then" else None) for day in days
    ]
    before, after = changes.pair(opened.snapshot, theme, *moments)
    if after.is_sample:
        click.echo(t("cli.sample_warning", lang()), err=True)
    if before.publication is None:
        click.echo(t("change.nothing_then", lang()), err=True)
    code = _code(after, within)
    if closed:
        show_frame(_closed(opened, after, first, code), form)
        return
    level = None if by is None else Level(by)
    told: dict[str, Any] = {"basis": basis, "within": code}
    if theme == "budget":
        paid = changes.paid(before, after, level or Level.TAMBON, within=code)
        show_frame(paid if listed else _sums(changes.paid_account(paid, before), level, code), form)
        return
    found = changes.moved(before, after, **told)
    if listed:
        show_frame(_listed(found, after, basis), form)
        return
    show_frame(changes.counted(found, after, level, **told), form)


def _code(snapshot: "Snapshot", within: str | None) -> str:
    from areamap.places import hierarchy  # noqa: PLC0415 - as above

    if within is None:
        return COUNTRY_CODE
    return hierarchy.find_area(within, snapshot.groupings, snapshot.as_of).code


def _closed(opened: "Workspace", after: "Snapshot", first: dt.date, code: str) -> "DataFrame":
    from areamap.direction import changes  # noqa: PLC0415 - as above

    history = opened.store.history(after.theme)
    return changes.closed_years(history, opened.rows, after, changes.end_of(first), code)


def _sums(found: "DataFrame", level: Level | None, code: str) -> "DataFrame":
    """Return baht by area, or all of it in one line."""
    if level is not None:
        return found
    total = found.sum().to_frame().T
    total.index = [code]
    return total.rename_axis("area_code")


def _listed(found: "DataFrame", after: "Snapshot", basis: str) -> "DataFrame":
    names = after.labels(basis)[["name_th"]].reindex(found.index)
    is_quiet = (found["change"].isin(["same", "unknown"])) & (found["cause"] == "none")
    return names.join(found)[~is_quiet]
