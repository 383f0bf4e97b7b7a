"""Commands on registers: check, publish, look back, roll back, the sample; and the app."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from areamap import progress, settings
from areamap.cli.counting import counted_list, show_count, source_option, year_option
from areamap.cli.imports import How, publish_options, show_published
from areamap.cli.options import command, home, lang, who, workspace
from areamap.cli.output import show_frame, show_json
from areamap.i18n import t

if TYPE_CHECKING:
    from areamap.registers.joining import Draft

_register = click.argument("register")
_file = click.argument("file", type=click.Path(path_type=Path))
_sheet = click.option("--sheet", metavar="S", help="Name or number of the sheet.")
_note = click.option("--note", default="", help="Why; kept in the history.")


@click.command()
@_register
@_file
@_sheet
@click.option(
    "--report",
    type=click.Path(path_type=Path),
    metavar="OUT.csv",
    help="Write one line per row of the sheet: state, area, suggestions, reason.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the counts by state as JSON.")
@command
def check(
    register: str, file: Path, sheet: str | None, report: Path | None, *, as_json: bool
) -> None:
    """Read a file and join it to areas; publish nothing."""
    home_of_data = workspace()
    with progress.shown(lang()) as tell:
        draft = home_of_data.check(register, file, sheet=sheet, progress=tell)
    if report:
        home_of_data.write_report(draft, report, lang())
    if as_json:
        from areamap.registers import own_totals  # noqa: PLC0415 - only when asked for

        show_json(
            {
                **draft.counts(),
                "register": draft.register,
                "file": draft.file_name,
                "sheet": draft.sheet,
                "rows": len(draft.rows),
                "baht": {state: float(baht) for state, baht in draft.baht().items()},
                "amounts_unread": draft.unread(),
                "own_totals": [
                    {
                        "sheet": each.sheet,
                        "row": each.row,
                        "column": each.column.name,
                        "says": float(each.says),
                        "rows_sum_to": float(each.sums),
                        "cause": each.cause_key,
                    }
                    for each in own_totals.differing(draft)
                ],
                "dropped_columns": list(draft.dropped_columns),
            }
        )
    else:
        _show_draft(draft)


@click.command()
@_register
@_file
@_sheet
@publish_options
@click.option(
    "--count",
    "is_list",
    is_flag=True,
    help="FILE lists persons or households: publish their counts per area, as `count` finds them.",
)
@source_option
@year_option
@command
def publish(
    register: str,
    file: Path,
    sheet: str | None,
    source: str,
    fiscal_year: int | None,
    how: How,
    *,
    is_list: bool,
) -> None:
    """Publish a file as the register in force; refused while rows need a decision."""
    home_of_data = workspace()
    details = None
    if is_list:
        counted = counted_list(register, file, source, fiscal_year)
        draft, details = counted.draft, counted.details()
        show_count(counted)
    else:
        with progress.shown(lang()) as tell:
            draft = home_of_data.check(register, file, sheet=sheet, source=source, progress=tell)
        _show_draft(draft)
    publication = home_of_data.publish(
        draft, by=who(), source=source, details=details, **how.told()
    )
    show_published(publication)


@click.command()
@click.argument("register", required=False)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table")
@command
def history(register: str | None, form: str) -> None:
    """List every publication, newest first."""
    show_frame(workspace().history(register), form)


@click.command()
@click.argument("publication", type=int)
@_note
@command
def rollback(publication: int, note: str) -> None:
    """Publish the content of an older publication again."""
    fresh = workspace().roll_back(publication, by=who(), note=note)
    click.echo(t("cli.rolled_back", lang(), publication=fresh.id, older=publication))


@click.group()
@command
def sample() -> None:
    """Sample registers for a first look; they never mix with real ones."""


@sample.command()
@command
def load() -> None:
    """Load the sample registers."""
    with progress.shown(lang()) as tell:
        workspace().load_sample(progress=tell)
    click.echo(t("cli.sample_loaded", lang()))


@sample.command()
@command
def clear() -> None:
    """Take the sample registers away."""
    workspace().clear_sample()
    click.echo(t("cli.sample_cleared", lang()))


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8501, show_default=True, type=int)
@command
def serve(host: str, port: int) -> None:
    """Open the app in a browser of this machine."""
    chosen = settings.load(home())
    arguments = ["--home", str(chosen.home), "--host", host, "--port", str(port)]
    # The app takes this process's place: one process to end, and the terminal knows no Streamlit.
    os.execv(sys.executable, [sys.executable, "-m", "areamap.ui", *arguments])  # noqa: S606


def _show_draft(draft: "Draft") -> None:
    language = lang()
    from areamap.registers import own_totals  # noqa: PLC0415 - only when asked for

    baht, unread = draft.baht(), draft.unread()
    for state, count in draft.counts().items():
        amount = f"  {baht[state]:,.2f} {t('cli.baht', language)}" if baht.get(state) else ""
        if unread.get(state):
            amount += f"  {t('importing.unread_one', language, count=unread[state])}"
        click.echo(f"{t(f'registers.state_{state}', language)}: {count:,}{amount}", err=True)
    for each in own_totals.differing(draft):
        click.echo(each.text(language), err=True)
    for note in draft.notes:
        click.echo(note.text(language), err=True)
    if draft.dropped_columns:
        names = ", ".join(draft.dropped_columns)
        click.echo(t("cli.dropped_columns", language, names=names), err=True)
