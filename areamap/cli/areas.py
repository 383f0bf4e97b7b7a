"""Commands that answer: coverage, budget."""

import datetime as dt

import click

from areamap.cli.options import AsOf, Year, command, lang, type_levels, workspace
from areamap.cli.output import format_option, show_frame
from areamap.i18n import t
from areamap.places.levels import Level

_theme = click.option(
    "--theme",
    type=click.Choice(["council", "fund", "housing"]),
    required=True,
    help="What to count.",
)
_by = click.option("--by", type=type_levels, required=True, help="One line per area of this level.")
_within = click.option("--in", "within", metavar="CODE-OR-CLUSTER", help="Only inside this area.")
_basis = click.option(
    "--basis",
    type=click.Choice(["tambon", "authority"]),
    default="tambon",
    show_default=True,
    help="The denominator: DOPA tambons or local authorities.",
)
_as_of = click.option("--as-of", type=AsOf(), help="The day it is true on; else today.")


@click.command()
@_theme
@_by
@_within
@_basis
@_as_of
@format_option
@command
def coverage(
    theme: str, by: str, within: str | None, basis: str, as_of: dt.date | None, form: str
) -> None:
    """Count areas with and without a council, a fund or housing work."""
    snapshot = workspace().snapshot(theme, as_of=as_of)
    frame = snapshot.coverage(Level(by), within=within, basis=basis)
    _warn_of_sample(sample=snapshot.is_sample)
    show_frame(frame, form)


@click.command()
@_by
@_within
@click.option("--fiscal-year", type=Year(), help="Such as 2566 (Buddhist) or 2023.")
@click.option("--programme", help="Only this programme.")
@format_option
@command
def budget(
    by: str, within: str | None, fiscal_year: int | None, programme: str | None, form: str
) -> None:
    """Sum the budget; money known only above the level stands under its own area."""
    snapshot = workspace().snapshot("budget")
    frame = snapshot.budget(
        Level(by), within=within, fiscal_year=fiscal_year, programme=programme, lang=lang()
    )
    _warn_of_sample(sample=snapshot.is_sample)
    if frame.empty:
        click.echo(t("cli.no_lines", lang()), err=True)
    show_frame(frame, form)


def _warn_of_sample(*, sample: bool) -> None:
    if sample:
        click.echo(t("cli.sample_warning", lang()), err=True)
