"""Commands that answer: coverage, gaps, budget."""

import datetime as dt
from pathlib import Path

import click

from areamap.cli.options import AsOf, Year, command, lang, type_levels, workspace
from areamap.cli.output import format_option, show_frame, write_csv
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
@_theme
@_within
@_basis
@_as_of
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "xlsx"]),
    default="table",
    show_default=True,
)
@click.option("-o", "output", type=click.Path(path_type=Path), metavar="FILE")
@command
def gaps(
    theme: str,
    within: str | None,
    basis: str,
    as_of: dt.date | None,
    form: str,
    output: Path | None,
) -> None:
    """List the areas that nobody has reached."""
    snapshot = workspace().snapshot(theme, as_of=as_of)
    frame = snapshot.gaps(within=within, basis=basis)
    _warn_of_sample(sample=snapshot.is_sample)
    if form == "xlsx":
        if output is None:
            raise click.UsageError(t("cli.xlsx_needs_file", lang()))
        from areamap.briefs import lists, workbook  # noqa: PLC0415 - only for this format

        title = t(f"ui.list_{theme}", lang())
        output.write_bytes(
            workbook.workbook(
                lists.gap_table(frame, theme, lang()),
                sheet=title,
                title=title,
                about=lists.about(snapshot, basis, lang()),
            )
        )
    elif output is not None:
        write_csv(frame, output)
    else:
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
