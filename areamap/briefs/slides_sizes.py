"""
Sizes on slides, in inches and points.

The rule of the hall: what is said is set in letters of at least 28 points. A slide is 540 points
high and a Thai consonant of Sarabun is 0.586 of its size, so it is 3 % of the picture's height.
Where the last row sits six heights away, which is as far as a hall should reach, it is seen at
1/200 of the distance (`draw.deck` says whose rule that is), and capitals and figures, 0.7 of the
size, at 20 minutes of arc. A hall that is deeper needs a larger picture: its height in metres is
the distance of the last row divided by 6.
"""

from typing import Final

WIDE: Final = 13.333
HIGH: Final = 7.5
EDGE: Final = 0.5
HEAD: Final = 0.35
BODY: Final = 1.45
FOOT: Final = 6.95
"""Inches: a slide of 16 : 9, its edges, where its heading, its body and its foot begin."""

PICTURE: Final = 7.35
"""Width of a map beside sentences."""
BESIDE: Final = EDGE + PICTURE + 0.3

HALL: Final = 28.0
LARGE: Final = 34.0
HERO: Final = 66.0
TITLE: Final = 34.0
CELLS: Final = 20.0
TEXTS: Final = 16.0
ON_MAP: Final = 17.0
SMALL: Final = 12.0
"""Letter sizes in points: what is said, at least and where it is alone; a large number; headings;
tables, which the speaker reads out; tables of texts at the end; words on
maps; sources."""

AFTER: Final = 0.45
"""Space after a sentence, in letter sizes."""
