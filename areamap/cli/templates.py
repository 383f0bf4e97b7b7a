"""Commands on templates: a workbook to fill in for a register."""

from pathlib import Path

import click

from areamap.cli.options import command, lang
from areamap.i18n import t


@click.command()
@click.argument("register")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.xlsx",
    required=True,
    help="Where to; an existing file is replaced.",
)
@command
def template(register: str, output: Path) -> None:
    """Write a workbook to fill in for a register; it comes back with `check` and `publish`."""
    from areamap.briefs import template as templates  # noqa: PLC0415 - only for who asks for it
    from areamap.registers import definitions  # noqa: PLC0415 - the same

    definition = definitions.find(register)
    output.write_bytes(templates.template(definition, lang()))
    click.echo(
        t("template.written", lang(), file=output.name, register=definition.label(lang())), err=True
    )
