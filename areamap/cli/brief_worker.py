"""A process that makes documents of one home: `python -m areamap.cli.brief_worker`."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from areamap import settings
from areamap.briefs import documents, making
from areamap.errors import AreamapError
from areamap.workspace import Workspace

if TYPE_CHECKING:
    from areamap.briefs.content import Content, Terrain
    from areamap.i18n import Lang


def main(home: str, lang: "Lang", as_of: str | None = None) -> None:
    """
    Read tasks from standard input, one JSON object a line, and answer each with another.

    Parameters
    ----------
    home
        The data home.
    lang
        Language of the documents.
    as_of
        The day (ISO); today where not given.
    """
    opened = Workspace.open(settings.load(home))
    day = date.fromisoformat(as_of) if as_of else None
    last: tuple[str, Content, Terrain] | None = None
    # What a library prints must not be taken for an answer.
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        task = json.loads(line)
        try:
            if last is None or last[0] != task["area"]:
                made = making.brief(
                    opened.direction,
                    opened.boundaries,
                    opened.settings.home,
                    task["area"],
                    as_of=day,
                    lang=lang,
                )
                last = (task["area"], *made)
            path = Path(task["path"])
            documents.save(documents.write(last[1], last[2], path.suffix), path)
        except Exception as error:  # noqa: BLE001 - one document must not stop the others
            task["why"] = error.text(lang) if isinstance(error, AreamapError) else repr(error)
        answers.write(json.dumps(task) + "\n")
        answers.flush()


if __name__ == "__main__":
    main(sys.argv[1], cast("Lang", sys.argv[2]), *sys.argv[3:4])
