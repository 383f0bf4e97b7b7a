"""`docs/data-formats.md`, written from the definitions so that it cannot differ from them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from areamap.registers import definitions
from areamap.registers.definitions import Column, Register

_INTRODUCTION: Final = """# Data formats

Made from the register definitions in `areamap/registers/definitions/` by `make docs`.

A register comes as .xlsx, .xls, .csv, .tsv or .parquet. The sheet and its header are found by the
headings; title rows, merged two-row headings, blank and subtotal rows are passed over, and the
report says which. Thai digits, `9,432,302 บาท`, Buddhist and Christian dates are read. A value that
can't be read rejects its row and no other. Columns that hold persons (names, 13-digit numbers,
telephone numbers) are dropped before anything is stored.

Every row ends in one state: `matched`, `suggested`, `ambiguous`, `unmatched`, `rejected` or
`ignored`. Years are Buddhist (FY2566 = 1 October 2565 to 30 September 2566), money is baht.

The place of a row is told by a DOPA code (2, 4 or 6 digits, with `TH` or without) or by the names
of province, district and tambon; a name may carry `ต.`, `อ.`, `จ.`, `อบต.`, `ทต.` and the like.

`areamap template REGISTER -o FILE.xlsx` writes a form to fill in: the headings below in Thai, lists
to choose from, an example row that is passed over when the form comes back, and a sheet that
explains every column. Other systems' exports come in under the headings named with their register;
where a layout is not known, that is said, and a heading that is not found is mapped once at the
import.
"""


_SHOWN: Final = 3
"""Words of a choice that are shown; the definitions have all."""


def text() -> str:
    """Return the whole page as Markdown."""
    registers = [definitions.load(register) for register in definitions.ids()]
    return "\n".join([_INTRODUCTION, *(_section(register) for register in registers)])


def write(path: Path) -> None:
    """Write the page to a file."""
    path.write_text(text(), encoding="utf-8")


def _section(register: Register) -> str:
    lines = [
        f"## {register.label_th} · {register.label_en} (`{register.id}`)",
        "",
        f"Stands at: {', '.join(register.levels)}.",
        "",
        "| column | Thai | English | type | unit | required | also found as |",
        "|---|---|---|---|---|---|---|",
        *(_line(column) for column in register.all_columns),
        "",
        *_choices(register),
        *_exports(register),
    ]
    return "\n".join(lines)


def _choices(register: Register) -> Iterator[str]:
    """Yield what each column of choices keeps, and the words that mean it."""
    for column in register.columns:
        if column.choices:
            more = " Other words are kept as they stand." if column.others else ""
            listed = "; ".join(
                f"`{value}` ({', '.join(words[:_SHOWN])})"
                for value, words in column.choices.items()
            )
            yield f"`{column.name}` is one of: {listed}.{more}\n"


def _exports(register: Register) -> Iterator[str]:
    for export in register.exports:
        known = "" if export.layout_known else " **Layout not known.**"
        listed = "; ".join(f"`{name}`: {', '.join(w)}" for name, w in export.aliases.items())
        yield f"Exports of {export.system}.{known} {export.told_en} Read as {listed}.\n"


def _line(column: Column) -> str:
    known = {column.name, column.label_th, column.label_en}
    others = [alias for alias in column.aliases if alias not in known]
    cells = [
        f"`{column.name}`",
        column.label_th,
        column.label_en,
        column.type,
        column.unit.label_en if column.unit else "",
        "yes" if column.required else "",
        ", ".join(others),
    ]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
