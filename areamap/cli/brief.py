"""Commands that make documents to take away: brief, briefs; and the figures in them: figures."""

import datetime as dt
from pathlib import Path

import click

from areamap import progress
from areamap.cli.options import AsOf, command, lang, workspace
from areamap.cli.output import format_option, show_frame
from areamap.i18n import t

_KINDS = ("slides", "report", "workbook", "geodata", "page")
_FRAMES = (
    "funds", "fund-years", "housing", "housing-programmes", "housing-years", "money-years",
    "money-programmes", "money-agencies", "agencies", "agreements", "plans", "changes", "areas",
)  # fmt: skip

_as_of = click.option("--as-of", type=AsOf(), help="The day it is true on; else today.")


@click.command()
@click.argument("area")
@click.option("--kind", type=click.Choice(_KINDS), required=True, help="What to make.")
@click.option("-o", "output", type=click.Path(path_type=Path), metavar="FILE", required=True)
@_as_of
@command
def brief(area: str, kind: str, output: Path, as_of: dt.date | None) -> None:
    """
    Make a document of an AREA: tambon, district, zone, province, cluster, region or TH.

    The ending of the file tells the form: slides .pptx; report .docx or .pdf; workbook .xlsx;
    geodata .gpkg, .geojson or .csv; page .html.
    """
    from areamap.briefs import documents, making  # noqa: PLC0415 - only for this job

    suffix = documents.suffix_of(output, kind)
    opened = workspace()
    content, terrain = making.brief(
        opened.direction,
        opened.boundaries,
        opened.settings.home,
        area,
        as_of=as_of,
        lang=lang(),
    )
    if content.is_sample:
        click.echo(t("cli.sample_warning", lang()), err=True)
    documents.save(documents.write(content, terrain, suffix), output)
    click.echo(t("cli.brief_written", lang(), file=output, place=content.place))


@click.command()
@click.argument("area")
@click.option("-o", "output", type=click.Path(path_type=Path), metavar="FOLDER", required=True)
@_as_of
@command
def briefs(area: str, output: Path, as_of: dt.date | None) -> None:
    """Make slides, report and workbook of each province of an AREA, side by side."""
    from areamap.briefs import sets  # noqa: PLC0415 - as above
    from areamap.places import hierarchy  # noqa: PLC0415 - as above

    opened = workspace()
    day = as_of or dt.date.today()  # noqa: DTZ011 - the day where she is
    found = hierarchy.find_area(area, opened.groupings.all, day)
    provinces = sets.provinces(found, opened.groupings.all, day)
    output.mkdir(parents=True, exist_ok=True)
    order = sets.Order(opened.settings.home, output, as_of, lang())
    with progress.shown(lang()) as tell:
        made = sets.make(order, provinces, tell)
    click.echo(t("cli.briefs_written", lang(), count=len(made.files), folder=output))
    sets.told(made)


@click.command()
@click.argument("area")
@click.option("--of", "name", type=click.Choice(_FRAMES), required=True, help="Which table.")
@_as_of
@format_option
@command
def figures(area: str, name: str, as_of: dt.date | None, form: str) -> None:
    """Print a table behind the documents of an AREA: the same figures, for whoever checks them."""
    from areamap.direction import brief_frames  # noqa: PLC0415 - as above

    facts = workspace().direction.facts(area, as_of)
    if facts.snapshot.is_sample:
        click.echo(t("cli.sample_warning", lang()), err=True)
    show_frame(brief_frames.FRAMES[name](facts), form)
