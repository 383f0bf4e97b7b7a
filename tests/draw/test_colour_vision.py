"""The tools that the colours are held to are right themselves."""

import numpy as np
import pytest

from tests.draw.colour_vision import EYES, ciede2000, contrast, distance, lab


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # pairs 1, 7, 9, 16, 17, 20, 24, 25, 31 and 34 of Sharma, Wu and Dalal (2005), table 1
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((50, 2.5, 0), (50, 3.2592, 0.335), 1.0),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_distances_of_the_paper(one, other, expected):
    assert ciede2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=5e-5)
    assert ciede2000(np.array(other), np.array(one)) == pytest.approx(expected, abs=5e-5)


def test_contrast_of_the_guidelines():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#777777") == pytest.approx(4.48, abs=0.005)


def test_greys_stay_greys_to_all_eyes():
    for eyes in EYES:
        assert np.abs(lab("#808080", eyes)[1:]).max() < 0.1


def test_red_and_green_come_together():
    usual = ciede2000(lab("#d7191c"), lab("#7a7a00"))
    deuteranopia = ciede2000(lab("#d7191c", "deuteranopia"), lab("#7a7a00", "deuteranopia"))
    assert deuteranopia < usual / 3
    assert distance("#d7191c", "#7a7a00") <= deuteranopia
