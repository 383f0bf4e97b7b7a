"""Thai words whose marks stand on one another, against pictures that were looked at."""

from pathlib import Path

import pytest

from areamap.draw.paper import lettering
from areamap.draw.paper.sheet import Paper, printed
from tests.pictures import distance

WORDS = ("ที่อยู่อาศัย", "น้ำ", "กำลัง", "ผู้", "กิ่ง", "ปู่", "ญี่ปุ่น", "ฐานะ")
CHECKED = Path(__file__).parents[2] / "briefs" / "pictures"
NEAR = 0.03


def written(words: tuple[str, ...]) -> bytes:
    figure = Paper(5, 1.3, dpi=100).figure()
    for row, weight in enumerate(("regular", "bold")):
        at = (0.1, 0.85 - row * 0.6)
        lettering.write(figure, at, " ".join(words), 18, weight=weight)
    return printed(figure)


def test_marks_stand_where_they_were_looked_at() -> None:
    assert distance(written(WORDS), CHECKED / "words_picture.png") < NEAR


@pytest.mark.parametrize(("right", "wrong"), [("ที่อยู่อาศัย", "ทีอยูอาศัย"), ("น้ำ", "นำ้"), ("ญี่ปุ่น", "ญปน")])
def test_a_mark_elsewhere_is_seen(right: str, wrong: str) -> None:
    others = tuple(wrong if each == right else each for each in WORDS)
    assert distance(written(others), CHECKED / "words_picture.png") > NEAR


def test_marks_take_no_room() -> None:
    assert lettering.width("ที่", 20) == pytest.approx(lettering.width("ท", 20), rel=0.2)
    assert lettering.width("กก", 20) > 1.8 * lettering.width("ก", 20)
    assert lettering.width("ก", 20) == pytest.approx(2 * lettering.width("ก", 10), rel=0.05)


def test_a_name_is_no_formula() -> None:
    figure = Paper(2, 1, dpi=60).figure()
    lettering.write(figure, (0.1, 0.5), r"$\frac{1}{0}$ $", 12)
    assert printed(figure).startswith(b"\x89PNG")
