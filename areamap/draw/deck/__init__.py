"""
The deck: slides over the whole screen, the presenter's own window, small pictures of all slides.

Rule for the size of letters: in a hall as deep as six times the picture is high, what has to be
read has capitals and figures of at least 1/200 of the distance to the last row. That is the rule
of ANSI/AVIXA V202.01:2016 (DISCAS) for pictures from which people decide ("basic decision
making", acuity factor 200): picture height = distance / (200 x height of a letter as a part of the
picture). So such a letter is 3 % of the picture's height: `CAPITAL`. Sarabun's capitals and
figures are 0.7 of the size of the font, which is therefore at least `LEAST` hundredths of the
height. Source lines and slide numbers, which nobody decides from, may be half of it. Thai letters
without what stands above and below them are lower than capitals, 0.586 of the size: in the font of
sentences, 4.6 hundredths, they have their 1/200 up to 5.4 times the height. What was read to check
the rule stands in `docs/decisions/0014-talk.md`.
"""

from typing import Final

from areamap.draw.deck.scripts import SCRIPTS

__all__ = ["CAPITAL", "DEPTH", "FIGURE", "LEAST", "SCRIPTS"]

DEPTH: Final = 6
"""How many times the height of the picture the hall is deep."""

CAPITAL: Final = 100 * DEPTH / 200
"""Height of a capital in hundredths of the picture's height."""

_OF_FONT: Final = 0.7
"""Height of a capital or a figure of Sarabun, as a part of the size of its font."""

LEAST: Final = CAPITAL / _OF_FONT
"""Size of the smallest font that has to be read, in hundredths of the picture's height."""

FIGURE: Final = 3 * LEAST
"""Size of the font of the figure that a slide is about."""
