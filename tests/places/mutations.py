"""What happens to a name on its way through offices, one function each, seeded."""

import random
import re
from collections.abc import Callable

Mutation = Callable[[str, random.Random], str]

PREFIXES = [
    "ต.",
    "ต. ",
    "ต ",
    "ตำบล",
    "ตำบล ",
    "แขวง",
    "ตําบล",
    " ต.\u00a0",
    "ต .",
    "สภาองค์กรชุมชนตำบล",
]
LETTERS = "กขคงจชซญดตถทธนบปผพฟภมยรลวสหอ"
MARKS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
FIELD = 16


def prefixed(name: str, chance: random.Random) -> str:
    return chance.choice(PREFIXES) + name


def thai_digits(name: str, chance: random.Random) -> str:
    return f"{chance.choice('๑๒๓๔๕๖๗๘๙')}. ต.{name}"


def decomposed(name: str, _: random.Random) -> str:
    return name.replace("ำ", "\u0e4d\u0e32")


def two_sara_e(name: str, _: random.Random) -> str:
    return name.replace("แ", "เเ")


def blanks(name: str, chance: random.Random) -> str:
    for blank in chance.sample(["\u00a0", "\u200b", "\ufeff", " ", "\u200d", "\u2060"], 2):
        place = chance.randint(0, len(name))
        name = name[:place] + blank + name[place:]
    return name


def doubled_mark(name: str, chance: random.Random) -> str:
    places = [place for place, letter in enumerate(name) if letter in MARKS]
    if not places:
        return name
    place = chance.choice(places)
    return name[: place + 1] + name[place:]


def misordered_marks(name: str, _: random.Random) -> str:
    return re.sub(f"([{MARKS}])([{MARKS}])", r"\2\1", name)


def in_brackets(name: str, chance: random.Random) -> str:
    return chance.choice([f"({name})", f"{name} (อบต.)", f"{name}.", f"{name} ,"])


def no_tones(name: str, _: random.Random) -> str:
    return re.sub("[\u0e47-\u0e4b]", "", name)


def no_thanthakhat(name: str, _: random.Random) -> str:
    return name.replace("\u0e4c", "")


def letter_missing(name: str, chance: random.Random) -> str:
    place = chance.randrange(len(name))
    return name[:place] + name[place + 1 :]


def letter_changed(name: str, chance: random.Random) -> str:
    places = [place for place, letter in enumerate(name) if letter in LETTERS]
    place = chance.choice(places)
    return name[:place] + chance.choice(LETTERS) + name[place + 1 :]


def cut_by_dbf(name: str, chance: random.Random) -> str:
    return (chance.choice(["", "ต.", "ตำบล"]) + name)[:FIELD]


HARMLESS: dict[str, Mutation] = {
    rule.__name__: rule
    for rule in (
        prefixed,
        thai_digits,
        decomposed,
        two_sara_e,
        blanks,
        doubled_mark,
        misordered_marks,
        in_brackets,
    )
}
HARMFUL: dict[str, Mutation] = {
    rule.__name__: rule
    for rule in (no_tones, no_thanthakhat, letter_missing, letter_changed, cut_by_dbf)
}
