"""The levels of areas, from tambon to country, and how a code tells its level."""

from enum import StrEnum
from typing import Final


class Level(StrEnum):
    """A level of areas, smallest first."""

    TAMBON = "tambon"
    DISTRICT = "district"
    ZONE = "zone"
    PROVINCE = "province"
    CLUSTER = "cluster"
    REGION = "region"
    OFFICE = "office"
    COUNTRY = "country"


COUNTRY_CODE: Final = "TH"
"""`area_code` of the whole country."""

GROUPED: Final = (Level.ZONE, Level.CLUSTER, Level.REGION, Level.OFFICE)
"""Levels whose areas are groups of districts or provinces, as data tells."""

CODE_DIGITS: Final = {Level.PROVINCE: 2, Level.DISTRICT: 4, Level.TAMBON: 6}
"""How many digits a DOPA code of a level has."""
