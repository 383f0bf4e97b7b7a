"""
Names of places as people type them, brought to one form.

`normalise` makes a key that two spellings of one name share; it mends how a name is typed, never
how it is spelt: a letter, tone mark or thanthakhat that is missing stays missing.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Final

_CACHED: Final = 2**17
_CLEAN: Final = re.compile(r"(?:[เแโใไ](?=[ก-ฮ])|[ก-ฮ](?:[ัิ-ู]?[่-๋]?[ะา]?|[่-๋]?ำ|[ิุ]?์|็))+")
_LONGEST: Final = 400
_BLANKS: Final = re.compile(r"\s+")
_BLANK_BEFORE_MARK: Final = re.compile(r" (?=[ะ-ฺๅ็-๎])")
_INVISIBLE: Final = {"Cf", "Cc", "Co", "Cn"}
_REPEATED: Final = re.compile(r"([ัิ-ฺ็-๎])\1+")
_MISORDERED: Final = re.compile(r"([่-์])([ัิ-ฺ])")
_TWO_SARA_E: Final = re.compile(r"เ{2,}|เแ|แเ|แ{2,}")
_BRACKETED: Final = re.compile(r"[(\[{][^()\[\]{}]*(?:[)\]}]|$)")
_NO_LETTER: Final = re.compile(r"[^0-9a-zก-ฮะ-ฺเ-ๅ็-์]+")
_NUMBERING: Final = re.compile(r"^\(?\d{1,3}[.)] ?(?=\D)")
_ARABIC: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TONES: Final = re.compile(r"[็-๎]")
_SILENT: Final = re.compile(r"[ก-ฮ][ิุ]?์")


class Kind(StrEnum):
    """What the word before a name says that it is."""

    TAMBON = "tambon"
    DISTRICT = "district"
    PROVINCE = "province"
    CLUSTER = "cluster"
    TAO = "TAO"
    THESABAN_TAMBON = "ThesabanTambon"
    THESABAN_MUEANG = "ThesabanMueang"
    THESABAN_NAKHON = "ThesabanNakhon"
    THESABAN = "Thesaban"

    @property
    def is_authority(self) -> bool:
        """Whether it is a local authority; `Thesaban` is one of a type left open."""
        return self in _AUTHORITIES


_AUTHORITIES: Final = {
    Kind.TAO,
    Kind.THESABAN_TAMBON,
    Kind.THESABAN_MUEANG,
    Kind.THESABAN_NAKHON,
    Kind.THESABAN,
}

# One letter is a prefix only with its dot or a space behind it: อ่างทอง begins with อ as well.
# ทม needs them too, for the tambons ทมอ and ทมนางาม; the tambon จ.ป.ร. is no province.
_THAI_PREFIXES: Final = (
    (Kind.TAO, r"องค์การบริหารส่วนตำบล|อบต ?\.?"),
    (Kind.THESABAN_TAMBON, r"เทศบาล ?(?:ตำบล|ต ?\.)|ทต ?\.?"),
    (Kind.THESABAN_MUEANG, r"เทศบาล ?เมือง|ทม(?: ?\.| )"),
    (Kind.THESABAN_NAKHON, r"เทศบาล ?นคร|ทน ?\.?"),
    (Kind.THESABAN, r"เทศบาล"),
    (Kind.TAMBON, r"ตำบล|แขวง|ต(?: ?\.| )"),
    (Kind.DISTRICT, r"(?:กิ่ง ?)?(?:อำเภอ|อ(?: ?\.| ))|เขต"),
    (Kind.CLUSTER, r"กลุ่มจังหวัด"),
    (Kind.PROVINCE, r"จังหวัด|จ(?: ?\.| )(?! ?\S\.)"),
)
_PREFIX: Final = re.compile(
    r"(?:(?:สภาองค์กรชุมชน|กองทุนสวัสดิการชุมชน) ?)?(?:"
    + "|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _THAI_PREFIXES)
    + r")[ :]*(?P<rest>.+)"
)
_KIND_BEHIND: Final = re.compile(r"(?P<name>.+?) ?[(\[](?P<word>[ก-๙][ก-๙ .]*)[)\]]")
_ENGLISH: Final = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (
            Kind.TAO,
            r"TAO\.? (.+)|(.+) (?:TAO|(?:Sub-?district|Tambon) Administrat\w+ Organi[sz]ation)",
        ),
        (Kind.THESABAN_TAMBON, r"Thesaban Tambon (.+)|(.+) (?:Sub-?district|Tambon) Municipality"),
        (Kind.THESABAN_MUEANG, r"Thesaban Mueang (.+)|(.+) Town Municipality"),
        (Kind.THESABAN_NAKHON, r"Thesaban Nakhon (.+)|(.+) City Municipality"),
        (Kind.THESABAN, r"Thesaban (.+)|(.+) Municipality"),
        (Kind.TAMBON, r"(?:Tambon|Khwaeng|T\.) ?(.+)|(.+) (?:Sub-?district|Tambon)"),
        (Kind.DISTRICT, r"(?:(?:King )?Amphoe|Khet|A\.) ?(.+)|(.+) (?:Minor )?(?:District|Amphoe)"),
        (Kind.PROVINCE, r"(?:Changwat|Province of) (.+)|(.+) Province"),
    )
)

_JOINED: Final = str.maketrans("", "", " .")
_PARTED: Final = re.compile(r"[\s,]\S")
_PARTS: Final = re.compile(
    r"[ ,]+(?=(?:ตำบล|ต ?\.|แขวง|กิ่ง ?อ|อำเภอ|อ ?\.|เขต|จังหวัด|จ ?\.) ?\S[^.\s])"
)
_BANGKOK: Final = re.compile(r"(.+\S)[ ,]+((?:กทม|กรุงเทพ)\S*)")


@lru_cache(maxsize=_CACHED)
def normalise(text: str) -> str:
    """
    Return the key that all ways of typing one name share.

    Parameters
    ----------
    text
        A name in Thai or English, with or without a prefix; a prefix stays.

    Returns
    -------
    str
        Without blanks, punctuation, brackets and what is in them (unless nothing else is there);
        Arabic digits; one form of sara am, sara ae and the order of marks; English in lower case.
        Empty where the text names nothing. `normalise(normalise(x)) == normalise(x)`.
    """
    joined = text.translate(_JOINED)
    if _CLEAN.fullmatch(joined):
        return joined
    tidy = text if text.isascii() else _tidy(text)
    outside = _BRACKETED.sub(" ", tidy)
    return _letters(outside) or _letters(tidy)


@lru_cache(maxsize=_CACHED)
def split_prefix(text: str) -> tuple[Kind | None, str]:
    """
    Return what the word before a name says that it is, and the name itself.

    Parameters
    ----------
    text
        `ต.เจริญธรรม`, `แขวงดุสิต`, `กิ่งอำเภอ...`, `เทศบาลเมือง...`, `อบต....`, `Wihan Daeng
        District`; also behind `สภาองค์กรชุมชน`. A word in brackets behind the name says it too:
        `หนองหมู (เทศบาลตำบล)`, and that of an authority more exactly than `ต.` before it.

    Returns
    -------
    tuple
        Kind, or None where there is no such word; and the rest, tidied but not a key. A word with
        nothing behind it is the name itself.
    """
    tidy = _NUMBERING.sub("", _tidy(text).strip(" .,;:-"))
    if (behind := _KIND_BEHIND.fullmatch(tidy)) and (parts := _kind_behind(behind)):
        return parts
    if found := _PREFIX.fullmatch(tidy):
        kind = next(kind for kind, _ in _THAI_PREFIXES if found[kind.name])
        return kind, found["rest"].strip()
    if tidy.isascii():
        for kind, pattern in _ENGLISH:
            if found := pattern.fullmatch(tidy):
                return kind, (found[1] or found[2]).strip()
    return None, tidy


def _kind_behind(found: re.Match[str]) -> tuple[Kind, str] | None:
    """Return the kind that stands in brackets behind a name, where nothing more exact is before."""
    before, name = split_prefix(found["name"])
    kind, rest = split_prefix(f"{found['word']} {name}")
    if kind is None or rest != name:
        return None
    is_better = before is None or (before is Kind.TAMBON and kind.is_authority)
    return (kind, name) if is_better else None


@lru_cache(maxsize=_CACHED)
def split_address(text: str) -> tuple[tuple[Kind | None, str], ...]:
    """
    Return the parts of an address in one cell, such as `ต.เจริญธรรม อ.วิหารแดง จ.สระบุรี`.

    Parameters
    ----------
    text
        A cell; a new part begins behind a blank or a comma with a word for tambon, district or
        province, or with Bangkok's name.

    Returns
    -------
    tuple
        Kind and text with its prefix, in order; one part where the cell holds one name. Bangkok
        without a word is a province.
    """
    if not _PARTED.search(text):
        return ((split_prefix(text)[0], text),)
    tidy = _NUMBERING.sub("", _tidy(text))
    parts = [(split_prefix(part)[0], part) for part in _PARTS.split(tidy)]
    kind, last = parts[-1]
    capital = _BANGKOK.fullmatch(last) if kind in {Kind.TAMBON, Kind.DISTRICT} else None
    if capital:
        parts[-1:] = [(kind, capital[1]), (Kind.PROVINCE, capital[2])]
    return tuple(parts)


def bare(text: str) -> str:
    """Return the key of a name without its prefix."""
    return normalise(split_prefix(text)[1])


def skeleton(key: str) -> str:
    """
    Return a key without tone marks and without letters under a thanthakhat.

    Two names with one skeleton differ only by marks that hasty typing drops. It ranks suggestions
    and never joins.
    """
    return _TONES.sub("", _SILENT.sub("", key))


def _tidy(text: str) -> str:
    """Mend the typing, keep blanks and punctuation."""
    if _CLEAN.fullmatch(text.translate(_JOINED)) and not _BLANK_BEFORE_MARK.search(text):
        return " ".join(text.split())
    text = unicodedata.normalize("NFKC", text).translate(_ARABIC)
    kept = (
        letter if unicodedata.category(letter) not in _INVISIBLE or letter.isspace() else ""
        for letter in text
    )
    text = _BLANKS.sub(" ", "".join(kept)).strip()
    return _mend(_BLANK_BEFORE_MARK.sub("", text))


def _mend(text: str) -> str:
    """Mend until nothing changes: one repair can uncover the next. No name is that long."""
    if len(text) > _LONGEST:
        return text
    before = None
    from pythainlp.util import normalize as mend_thai  # noqa: PLC0415 - rarely needed, slow to load

    while text != before:
        before = text
        text = _MISORDERED.sub(r"\2\1", _REPEATED.sub(r"\1", _TWO_SARA_E.sub("แ", text)))
        text = mend_thai(text)
    return text


def _letters(text: str) -> str:
    before = None
    text = _NO_LETTER.sub("", text.lower())
    while text != before and not text.isascii():
        before = text
        text = _NO_LETTER.sub("", _mend(text))
    return text
