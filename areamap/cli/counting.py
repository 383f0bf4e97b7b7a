"""Commands on lists of persons and households: only their counts come out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from areamap import progress
from areamap.cli.options import Year, command, lang, workspace
from areamap.cli.output import show_json
from areamap.i18n import t

if TYPE_CHECKING:
    from areamap.counting.counts import Count

year_option = click.option(
    "--fiscal-year",
    type=Year(),
    help="Year of the counts where the list has no column of years: 2566 (Buddhist) or 2023.",
)
source_option = click.option(
    "--source",
    default="",
    help="Whose list it is; places decided for this source before are joined so.",
)


@click.command()
@click.argument("register")
@click.argument("file", type=click.Path(path_type=Path))
@source_option
@year_option
@click.option(
    "--report",
    type=click.Path(path_type=Path),
    metavar="OUT.csv",
    help="Write one line per area or place: state, lines, suggestions, reason.",
)
@click.option(
    "--table",
    type=click.Path(path_type=Path),
    metavar="OUT.csv",
    help="Write the counts as a file of the register, to be decided on the import page.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the counts by state as JSON.")
@command
def count(
    register: str,
    file: Path,
    source: str,
    fiscal_year: int | None,
    report: Path | None,
    table: Path | None,
    *,
    as_json: bool,
) -> None:
    """Count a list of persons or households per area; publish nothing, keep nobody."""
    counted = counted_list(register, file, source, fiscal_year)
    if report:
        workspace().write_report(counted.draft, report, lang())
    if table:
        from areamap.counting import table as counts_table  # noqa: PLC0415 - only when asked for

        counts_table.write(counted, table)
    if as_json:
        show_json(
            {
                **counted.details(),
                "register": counted.draft.register,
                "file": counted.draft.file_name,
                "blank": counted.blank,
                "continued": counted.continued,
                "records": counted.records,
                "rows_by_state": counted.draft.counts(),
                "lines_refused": list(counted.refused_lines),
                "dropped_columns": list(counted.draft.dropped_columns),
            }
        )
    else:
        show_count(counted)


def counted_list(register: str, file: Path, source: str, fiscal_year: int | None) -> "Count":
    """Count a list while a bar shows how far it is."""
    with progress.shown(lang()) as tell:
        return workspace().counting.count(
            register, file, source=source, fiscal_year=fiscal_year, progress=tell
        )


def show_count(counted: "Count") -> None:
    """Say what became of the lines of a list."""
    language = lang()
    rows = counted.draft.counts()
    name = counted.people.label(language)
    total = t(
        "counting.said", language, list=name, records=counted.records, rows=len(counted.draft.rows)
    )
    click.echo(total, err=True)
    for state, lines in counted.states.items():
        said = t(f"registers.state_{state}", language)
        click.echo(
            t("counting.said_state", language, state=said, lines=lines, rows=rows[state]), err=True
        )
    for note in counted.draft.notes:
        click.echo(note.text(language), err=True)
    if counted.draft.dropped_columns:
        names = ", ".join(counted.draft.dropped_columns)
        click.echo(t("cli.dropped_columns", language, names=names), err=True)
