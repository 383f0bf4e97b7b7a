"""
Which engine should count a long list: `python -m bench.engines FILE`, a list of `bench.members`.

Each engine counts the same lines by tambon, district, province and state, on two threads, in a
process of its own. Polars is no dependency: `pip install polars` to measure it.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from bench import table
from bench.figures import MEGABYTE
from bench.members import HEADINGS

_BY: Final = HEADINGS[4:8]
_THREADS: Final = 2


def duckdb(path: str) -> dict[str, Any]:
    """Count by DuckDB, which keeps the lines that it refuses."""
    import duckdb as engine  # noqa: PLC0415 - one engine per process

    kinds = ", ".join(f"'{name}': 'VARCHAR'" for name in HEADINGS)
    names = ", ".join(f'"{name}"' for name in _BY)
    with engine.connect(config={"threads": _THREADS, "memory_limit": "1000MB"}) as connection:
        found = connection.execute(
            f"FROM read_csv('{path}', auto_detect = false, header = true, delim = ',', "
            f"quote = '\"', escape = '\"', columns = {{{kinds}}}, store_rejects = true) "
            f"SELECT {names}, COUNT(*) AS lines GROUP BY ALL"
        ).fetchall()
        rejects = connection.execute("FROM reject_errors SELECT COUNT(DISTINCT line)").fetchall()
    return {"lines": sum(row[-1] for row in found), "refused": rejects[0][0]}


def polars(path: str) -> dict[str, Any]:
    """Count by Polars, which fills up short lines and does not say so."""
    os.environ["POLARS_MAX_THREADS"] = str(_THREADS)
    import polars as pl  # noqa: PLC0415 - one engine per process

    lines = pl.scan_csv(path, infer_schema=False, truncate_ragged_lines=True)
    found = lines.group_by(_BY).agg(pl.len().alias("lines")).collect(engine="streaming")
    return {"lines": int(found["lines"].sum()), "refused": 0}


def pyarrow(path: str) -> dict[str, Any]:
    """Count by Arrow, block by block on one thread; on several it can't tell lines."""
    import pyarrow as pa  # noqa: PLC0415 - one engine per process
    from pyarrow import csv  # noqa: PLC0415 - the same

    refused: list[int] = []

    def refuse(row: Any) -> str:  # noqa: ANN401 - a row of Arrow
        refused.append(row.number)
        return "skip"

    reader = csv.open_csv(
        path,
        read_options=csv.ReadOptions(block_size=2**22, use_threads=False),
        parse_options=csv.ParseOptions(newlines_in_values=True, invalid_row_handler=refuse),
        convert_options=csv.ConvertOptions(
            include_columns=_BY, column_types=dict.fromkeys(_BY, pa.string())
        ),
    )
    total: Any = None
    for block in reader:
        found = pa.table(block).group_by(list(_BY)).aggregate([([], "count_all")])
        both = found if total is None else pa.concat_tables([total, found])
        total = both.group_by(list(_BY)).aggregate([("count_all", "sum")])
        total = total.rename_columns([*_BY, "count_all"])
    return {"lines": sum(total["count_all"].to_pylist()), "refused": len(refused)}


ENGINES: Final[Mapping[str, Callable[[str], dict[str, Any]]]] = {
    "duckdb": duckdb,
    "polars": polars,
    "pyarrow": pyarrow,
}


def main() -> None:
    """Measure every engine, or, with its name, count by one."""
    if len(sys.argv) > 2:  # noqa: PLR2004 - a file and an engine
        sys.stdout.write(json.dumps(ENGINES[sys.argv[2]](sys.argv[1])))
        return
    rows = [_measured(Path(sys.argv[1]), name) for name in ENGINES]
    head = ["engine", "s", "CPU s", "peak memory, MB", "lines", "lines refused"]
    sys.stdout.write(table.markdown(head, rows) + "\n")


def _measured(path: Path, name: str) -> list[str]:
    since = time.monotonic()
    command = (sys.executable, "-m", "bench.engines", str(path), name)
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - since
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            return [name, *["–"] * 5]
        out.seek(0)
        told = json.loads(out.read())
    return [
        name,
        f"{seconds:.1f}",
        f"{used.ru_utime + used.ru_stime:.1f}",
        f"{used.ru_maxrss * 1024 / MEGABYTE:,.0f}",
        f"{told['lines']:,}",
        f"{told['refused']:,}",
    ]


if __name__ == "__main__":
    main()
