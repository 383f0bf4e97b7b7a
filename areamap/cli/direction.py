"""Commands for what a director asks of money and of areas side by side: leverage, compare."""

from typing import TYPE_CHECKING

import click

from areamap.cli.options import Year, command, lang, type_levels, workspace
from areamap.cli.output import format_option, show_frame
from areamap.i18n import t
from areamap.places.levels import Level

if TYPE_CHECKING:
    from areamap.snapshot import Snapshot

_by = click.option("--by", type=type_levels, default="province", help="One line per area of it.")
_within = click.option("--in", "within", metavar="AREA", help="Code or name of an area.")
_year = click.option("--fiscal-year", type=Year(), help="Only this year; else all together.")


@click.command()
@_by
@_within
@_year
@format_option
@command
def leverage(by: str, within: str | None, fiscal_year: int | None, form: str) -> None:
    """Give partners' baht per baht of CODI, by area."""
    from areamap.direction import money  # noqa: PLC0415 - pandas loads only when it is needed

    snapshot = _told("budget")
    code = _code(snapshot, within)
    frame = money.of_areas(snapshot, Level(by), within=code, fiscal_year=fiscal_year)
    above = frame.attrs["unplaced_baht"]
    show_frame(frame, form)
    if above:
        level = t(f"levels.{by}", lang())
        click.echo(t("cli.above_level", lang(), baht=f"{above:,.2f}", level=level), err=True)


@click.command()
@click.argument("theme", type=click.Choice(["council", "fund", "housing", "budget"]))
@_by
@_within
@_year
@click.option("--basis", type=click.Choice(["tambon", "authority"]), default="tambon")
@click.option("--per", type=click.Choice(["tambon", "head", "sum"]), default="tambon")
@format_option
@command
def compare(
    theme: str,
    by: str,
    within: str | None,
    fiscal_year: int | None,
    basis: str,
    per: str,
    form: str,
) -> None:
    """Set areas side by side, most first: coverage, or baht per tambon, per head, in total."""
    from areamap.direction import clusters  # noqa: PLC0415 - as above

    snapshot = _told(theme)
    is_money = theme == "budget"
    measure = clusters.Measure(per if is_money else clusters.Measure.COVERAGE)
    found = clusters.compared(
        snapshot,
        measure,
        Level(by),
        basis=basis,
        within=_code(snapshot, within),
        fiscal_year=fiscal_year,
    )
    show_frame(found, form)


def _told(theme: str) -> "Snapshot":
    snapshot = workspace().snapshot(theme)
    if snapshot.is_sample:
        click.echo(t("cli.sample_warning", lang()), err=True)
    return snapshot


def _code(snapshot: "Snapshot", within: str | None) -> str | None:
    from areamap.places import hierarchy  # noqa: PLC0415 - as above

    if within is None:
        return None
    return hierarchy.find_area(within, snapshot.groupings, snapshot.as_of).code
