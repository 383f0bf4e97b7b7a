"""The jobs of the pages in a terminal: `areamap COMMAND`. Exit status 0 only when it is done."""

import sys

import click

from areamap.cli import (
    areas,
    assignments,
    boundaries,
    brief,
    change,
    counting,
    course,
    database,
    direction,
    gaps,
    imports,
    profile,
    quality,
    registers,
    templates,
)
from areamap.cli.options import home_option, lang_option
from areamap.errors import AreamapError, FileError
from areamap.i18n import t


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="areamap")
@home_option
@lang_option
def areamap() -> None:
    """See where Thailand's community organisations stand, tambon by tambon."""


areamap.add_command(boundaries.boundaries)
areamap.add_command(boundaries.groupings)
areamap.add_command(templates.template)
areamap.add_command(registers.check)
areamap.add_command(counting.count)
areamap.add_command(registers.publish)
areamap.add_command(imports.drafts)
areamap.add_command(imports.differences)
areamap.add_command(registers.history)
areamap.add_command(registers.rollback)
areamap.add_command(registers.sample)
areamap.add_command(areas.coverage)
areamap.add_command(gaps.gaps)
areamap.add_command(assignments.assign)
areamap.add_command(areas.budget)
areamap.add_command(direction.leverage)
areamap.add_command(direction.compare)
areamap.add_command(course.integration)
areamap.add_command(course.agreements)
areamap.add_command(course.plans)
areamap.add_command(course.targets)
areamap.add_command(change.change)
areamap.add_command(profile.profile)
areamap.add_command(brief.brief)
areamap.add_command(brief.briefs)
areamap.add_command(brief.figures)
areamap.add_command(quality.reconcile)
areamap.add_command(quality.quality)
areamap.add_command(database.database)
areamap.add_command(registers.serve)


def main() -> None:
    """Run the command line; a mistake that the user can mend is said in both languages."""
    try:
        status = areamap.main(prog_name="areamap", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.UsageError as error:
        # click explains itself in English only.
        asked = error.ctx.command_path if error.ctx else "areamap"
        click.echo(t("cli.usage", "th", command=asked), err=True)
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(1)
    except AreamapError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except OSError as error:
        # A folder that is not there, a disk that is full: the user's to mend, whichever file it is.
        why = FileError("cli_file", file=error.filename or "–", why=error.strerror or error)
        click.echo(str(why), err=True)
        sys.exit(1)
    else:
        sys.exit(status if isinstance(status, int) else 0)
