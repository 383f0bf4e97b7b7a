"""
A made-up list of fund members, as long as it is asked for: `python -m bench.members FILE`.

No line is about anybody: numbers of persons begin with 0, as no citizen's does, and names are
drawn from a few syllables. Places are the gazetteer's tambons, each in a few of the ways in which
offices type them, and some in ways that only a person can decide.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from areamap.places import gazetteer
from areamap.places.levels import Level

HEADINGS: Final = (
    *("ลำดับ", "เลขประจำตัวประชาชน", "ชื่อ-สกุล", "รหัสครัวเรือน"),
    *("ตำบล", "อำเภอ", "จังหวัด", "สถานะ", "เงินออม"),
)
"""Headings of the list."""

ROWS: Final = 10_000_000
_CHUNK: Final = 50_000
_BROKEN_EVERY: Final = 250_000
_QUOTED_EVERY: Final = 97
_HOUSEHOLD: Final = 3
_STATES: Final = ("ปกติ",) * 8 + ("ลาออก", "เสียชีวิต")
_SAVINGS: Final = ("365", "365.00", "730", '"1,095"', "100", "180.50", "")
_SYLLABLES: Final = ("กา", "บัว", "จันทร์", "ทอง", "สม", "ดี", "ใจ", "แก้ว", "มา", "ศรี", "พร", "ชัย")


def write(path: Path, rows: int, *, seed: int = 1, encoding: str = "utf-8") -> None:
    """
    Write a list.

    Parameters
    ----------
    path
        Where to.
    rows
        Lines below the headings, broken ones among them.
    seed
        Which of the lists of this length.
    encoding
        `utf-8`, `utf-8-sig` or `cp874`.
    """
    every = lines(rows, seed)
    with path.open("w", encoding=encoding, newline="") as file:
        file.write(",".join(HEADINGS) + "\r\n")
        while chunk := list(islice(every, _CHUNK)):
            file.write("".join(chunk))


def lines(rows: int, seed: int) -> Iterator[str]:
    """Yield the lines of a list, each with its end."""
    draw = random.Random(seed)  # noqa: S311 - made-up lists are no secret
    spelt = _spellings()
    names = [f"{a}{b}" for a in _SYLLABLES for b in _SYLLABLES]
    for first in range(1, rows + 1, _CHUNK):
        count = min(_CHUNK, rows + 1 - first)
        places = draw.choices(spelt, k=count)
        given, family = draw.choices(names, k=count), draw.choices(names, k=count)
        states, savings = draw.choices(_STATES, k=count), draw.choices(_SAVINGS, k=count)
        for number, one, two, state, saved in zip(
            range(first, first + count), given, family, states, savings, strict=True
        ):
            household = number // _HOUSEHOLD
            place = places[household - first // _HOUSEHOLD]
            yield _line(number, household, place, f"{one} {two}", state, saved)


def _line(number: int, household: int, place: str, name: str, state: str, saved: str) -> str:
    if number % _BROKEN_EVERY == 0:
        return f"{number},0{number:012},{name}\r\n"
    if number % _QUOTED_EVERY == 0:
        name = f'"{name}, ""{number}"""'
    return f"{number},0{number:012},{name},H{household:08},{place},{state},{saved}\r\n"


def _spellings() -> Sequence[str]:
    """Return tambon, district and province as cells, in the ways in which they are typed."""
    tambons = gazetteer.areas(Level.TAMBON)["name_th"]
    districts = gazetteer.areas(Level.DISTRICT)["name_th"]
    provinces = gazetteer.areas(Level.PROVINCE)["name_th"]
    found = []
    for number, (code, name) in enumerate(tambons.items()):
        district, province = districts[str(code)[:4]], provinces[str(code)[:2]]
        plain = f"{name},{district},{province}"
        found += (
            [plain] * 12
            + [f"ต.{name},อ.{district},จ.{province}"] * 4
            + [f"{name} ,{district},{province}"]
        )
        if number % 20 == 0:
            found.append(f"{name[:-1]},{district},{province}")
        if number % 50 == 0:
            found += [f"{name},,{province}", f"{name},,", ",,"]
    return found


def main() -> None:
    """Write a list as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m bench.members", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--encoding", choices=["utf-8", "utf-8-sig", "cp874"], default="utf-8")
    told = parser.parse_args()
    write(told.file, told.rows, encoding=told.encoding)


if __name__ == "__main__":
    main()
