"""
Thai letters in a PDF that are copied and found as they were written.

A shaped text has more glyphs than letters and in another order: น้ำ is drawn as น, the circle of ำ,
the tone and า, and some stand above the line. A PDF tells of each glyph which letter it is, and
programs put these together by their places, so that what fpdf2 writes is copied as "กำ ลัง".

Two things mend it. Each glyph is one letter, in the order of spelling: the circle and า are drawn
as the one glyph that fonts have for ำ. And each line says in whole what it is (`ActualText`, ISO
32000-1, 14.9.4), which programs are to take before anything else. Tried with pypdf, which does not
know the second, and with poppler's pdftotext, which does.
"""

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from fpdf import FPDF
from fpdf.fonts import TTFFont

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FEATURES: Final = {"liga": False, "dlig": False, "clig": False}
"""One glyph for each letter: a ligature would stand for two."""

_SARA_AM: Final = "\u0e33"
_TAILED: Final = "\u0e1b\u0e1d\u0e1f\u0e2c"
"""ป ฝ ฟ ฬ reach so high that the circle of ำ has to move aside."""
_TONES: Final = "\u0e48\u0e49\u0e4a\u0e4b"
_NOTHING: Final = 0x200B
"""What a glyph is that is a part of the one beside it: a space of no width."""

_Shaped = tuple[int, int, Any]
"""Number of a glyph, where its text begins, its place."""
_Letter = tuple[int, Any, tuple[int, ...]]


class SpelledFont(TTFFont):
    """A font of a document that tells its glyphs as they are spelled."""

    __slots__ = ()

    def shape_text(
        self, text: str, font_size_pt: float, text_shaping_params: dict[str, Any] | None
    ) -> "Sequence[dict[str, Any]]":
        """Return the glyphs of a text as fpdf2 writes them."""
        if not text:
            return []
        infos, positions = self.perform_harfbuzz_shaping(text, font_size_pt, text_shaping_params)
        placed = [
            (info.codepoint, info.cluster, at) for info, at in zip(infos, positions, strict=True)
        ]
        letters = _with_whole_am(self, text, placed)
        return [_glyph(self, *letter) for letter in letters]


def spell(document: FPDF) -> None:
    """Make the fonts that a document has by now tell their glyphs as they are spelled."""
    for font in document.fonts.values():
        # fpdf2 makes its fonts itself and takes no class for them; this one only tells more.
        font.__class__ = SpelledFont
    document.set_text_shaping(True, features=_FEATURES)


@contextmanager
def actual(document: FPDF, text: str) -> "Iterator[None]":
    """Say of what is written inside that it is this text, whatever its glyphs are."""
    code = text.encode("utf-16-be").hex().upper()
    document._out(f"/Span <</ActualText <FEFF{code}>>> BDC")  # noqa: SLF001 - fpdf2 has no other way
    yield
    document._out("EMC")  # noqa: SLF001


def _with_whole_am(font: TTFFont, text: str, shaped: "Sequence[_Shaped]") -> "Iterator[_Letter]":
    """Return each glyph with its place and the letter that it is, in the order of spelling."""
    starts = sorted({cluster for _, cluster, _ in shaped})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        letters = [ord(letter) for letter in text[start:end]]
        glyphs = [(number, place) for number, cluster, place in shaped if cluster == start]
        whole = font.glyph_ids.get(ord(_SARA_AM))
        if _is_split_am(text[start:end], len(glyphs)) and whole is not None:
            if text[:start].rstrip(_TONES)[-1:] in _TAILED:
                letters.insert(0, _NOTHING)
            else:
                # The circle is drawn with า, after the tone.
                del glyphs[0]
                glyphs[-1] = (whole, glyphs[-1][1])
        if len(glyphs) == len(letters):
            for (number, place), letter in zip(glyphs, letters, strict=True):
                yield number, place, (letter,)
        else:
            for at, (number, place) in enumerate(glyphs):
                yield number, place, tuple(letters) if at == 0 else (_NOTHING,)


def _is_split_am(text: str, glyphs: int) -> bool:
    return text.endswith(_SARA_AM) and glyphs == len(text) + 1


def _glyph(font: TTFFont, number: int, place: Any, letters: tuple[int, ...]) -> dict[str, Any]:  # noqa: ANN401 - uharfbuzz has no types
    name = font.ttfont.getGlyphName(number)
    width = round(font.scale * font.ttfont["hmtx"].metrics[name][0])
    glyph = font.subset.get_glyph(glyph=number, unicode=letters, glyph_name=name, glyph_width=width)
    moved = (place.x_offset, place.y_offset, place.y_advance) != (0, 0, 0)
    return {
        "mapped_char": font.subset.pick_glyph(glyph),
        "x_advance": place.x_advance,
        "y_advance": place.y_advance,
        "x_offset": place.x_offset,
        "y_offset": place.y_offset,
        "force_positioning": moved or width != place.x_advance,
    }
