"""Commands on boundary sets and on groupings of areas."""

from pathlib import Path
from typing import Any, Final

import click

from areamap import progress
from areamap.cli.options import command, lang, workspace
from areamap.cli.output import show_frame, show_json
from areamap.i18n import t

_file = click.argument("file", type=click.Path(path_type=Path))
_LISTED: Final = 40
"""Most codes that are printed one by one; `--json` has them all."""

_json = click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")


@click.group()
@command
def boundaries() -> None:
    """Take in boundary sets, the polygons that the true map is drawn from."""


@boundaries.command()
@_file
@click.option("--crs", metavar="EPSG:N", help="The CRS, where the file does not tell it.")
@click.option("--name", metavar="NAME", help="Name of the set; else the file's.")
@_json
@command
def add(file: Path, crs: str | None, name: str | None, *, as_json: bool) -> None:
    """Take in a shapefile (plain or zipped), GeoPackage, GeoJSON or GeoParquet."""
    with progress.shown(lang()) as report:
        added = workspace().boundaries.add(file, crs=crs, name=name, progress=report)
    _show_added(added, as_json=as_json)


@boundaries.command(name="list")
@command
def list_sets() -> None:
    """List the boundary sets of the data home."""
    show_frame(workspace().boundaries.listing(), "table")


@boundaries.command()
@click.argument("name")
@command
def use(name: str) -> None:
    """Put a boundary set in use."""
    workspace().boundaries.use(name)
    click.echo(t("cli.boundaries_in_use", lang(), name=name))


@boundaries.command()
@click.option("--name", default="cod-ab", show_default=True, help="Name of the set.")
@_json
@command
def download(name: str, *, as_json: bool) -> None:
    """Fetch the official boundaries of Thailand (COD-AB, OCHA, CC BY-IGO) from HDX."""
    click.echo(t("cli.download_credit", lang()), err=True)
    with progress.shown(lang()) as report:
        added = workspace().boundaries.download(name=name, progress=report)
    _show_added(added, as_json=as_json)


@click.group()
@command
def groupings() -> None:
    """List and add groupings of areas: clusters, regions, offices, zones of districts."""


@groupings.command(name="add")
@_file
@command
def add_grouping(file: Path) -> None:
    """Take in a grouping of your own, a CSV as docs/data-formats.md shows."""
    count = workspace().groupings.add(file)
    click.echo(t("cli.grouping_added", lang(), count=count))


@groupings.command(name="list")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table")
@command
def list_groupings(form: str) -> None:
    """List the groups and their members that hold today."""
    show_frame(workspace().groupings.members(), form)


def _show_added(report: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        show_json(report)
        return
    language = lang()
    level = t(f"levels.{report['level']}", language)
    click.echo(f"{t('cli.report_level', language)}: {level}")
    counts = ("features", "matched", "retired", "missing", "unknown", "merged", "empty", "repaired")
    for key in counts:
        if report[key] or key in counts[:4]:
            click.echo(f"{t(f'cli.report_{key}', language)}: {report[key]:,}{_codes(report, key)}")
    for renamed in report["renamed"]:
        click.echo(t("cli.report_renamed", language, **renamed))
    told = t(f"boundaries.told_{report['told']}", language)
    click.echo(t("cli.report_told", language, told=told, columns=", ".join(report["columns"])))
    click.echo(t(f"boundaries.coverage_{report['coverage']}", language))
    encoding = t("cli.report_encoding", language, encoding=report["encoding"])
    source = t(f"boundaries.crs_source_{report['crs_source']}", language)
    click.echo(f"{encoding}\nCRS: {report['crs']} ({source})")
    sentence = "cli.boundaries_in_use" if report["in_use"] else "cli.boundaries_kept"
    click.echo(t(sentence, language, name=report["name"]))


def _codes(report: dict[str, Any], key: str) -> str:
    codes = report.get(f"{key}_codes", ())
    return f" ({', '.join(codes)})" if 0 < len(codes) <= _LISTED else ""
