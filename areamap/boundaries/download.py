"""
The official boundaries of Thailand from the Humanitarian Data Exchange (HDX).

Common Operational Dataset of OCHA (COD-AB), from the Royal Thai Survey Department; licence
CC BY-IGO, so whoever shows it names the source. HDX answers through the API of CKAN: `package_show`
lists the files of a dataset with address, format and size (https://docs.ckan.org, "API guide").
"""

import hashlib
import shutil
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import requests

from areamap.errors import DownloadError
from areamap.progress import Progress, quiet

HDX: Final = "https://data.humdata.org"
DATASET: Final = "cod-ab-tha"
LICENCE: Final = "cc-by-igo"


@dataclass(frozen=True, slots=True)
class Resource:
    """
    A file that HDX offers.

    Attributes
    ----------
    name, url
        What it is called and where it lies.
    size
        Bytes that HDX promises; None where it promises none.
    md5
        Hash that HDX promises; None where it promises none.
    """

    name: str
    url: str
    size: int | None
    md5: str | None


MAX_BYTES: Final = 2 * 2**30
"""A larger file is no boundary file; the official one is 0.4 GB."""

_FORMATS: Final = {
    "shp": 0,
    "shapefile": 0,
    "zipped shapefile": 0,
    "zipped shapefiles": 0,
    "geojson": 1,
}
"""Formats of HDX that can be taken in, best first; a geodatabase can't."""

_TIMEOUT: Final = (15, 60)
_CHUNK: Final = 2**18
_ASKED: Final = 0.02
_MD5_DIGITS: Final = 32
_AGENT: Final = "areamap (https://data.humdata.org/dataset/cod-ab-tha)"
_MEMBERS: Final = (".shp", ".geojson", ".json")


def download(target: Path, *, base_url: str = HDX, progress: Progress = quiet) -> Path:
    """
    Fetch the official boundaries of all levels.

    Proxies and certificates are taken from the environment, as `requests` does.

    Parameters
    ----------
    target
        Folder to put the file into; it is made where it is missing.
    base_url
        Where the API answers.
    progress
        Is told how far the job is, and the key of a sentence on what is being done.

    Returns
    -------
    Path
        A zip under HDX's name for it, checked to be whole.

    Raises
    ------
    DownloadError
        No network, no answer, an answer of another form, or a file that is not what was promised.
        `target` then holds nothing new.
    """
    progress(0.0, "boundaries.doing_ask")
    with requests.Session() as session:
        session.headers["User-Agent"] = _AGENT
        resource = _chosen(_listed(session, base_url), base_url)
        target.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".incoming-", dir=target) as folder:
            arrived = Path(folder) / "arrived"
            _fetch(session, resource, arrived, progress)
            progress(1.0, "boundaries.doing_check")
            _check(arrived, resource)
            return Path(shutil.move(arrived, target / _file_name(resource)))


def _listed(session: requests.Session, base_url: str) -> list[dict[str, Any]]:
    """Return the files of the dataset as HDX lists them."""
    url = f"{base_url}/api/3/action/package_show"
    try:
        answer = session.get(url, params={"id": DATASET}, timeout=_TIMEOUT)
    except requests.RequestException as error:
        raise DownloadError("boundaries_no_network", host=urlsplit(base_url).netloc) from error
    if answer.status_code != requests.codes.ok:
        raise DownloadError("boundaries_refused", url=answer.url, status=answer.status_code)
    try:
        package = answer.json()
        resources = package["result"]["resources"] if package["success"] else None
    except (requests.JSONDecodeError, KeyError, TypeError) as error:
        raise DownloadError("boundaries_strange_answer", url=answer.url) from error
    if not isinstance(resources, list):
        raise DownloadError("boundaries_strange_answer", url=answer.url)
    return [resource for resource in resources if isinstance(resource, dict)]


def _chosen(listed: list[dict[str, Any]], base_url: str) -> Resource:
    """Return the file to fetch: a zip of shapefiles, all levels in one; else of GeoJSON."""
    fitting = [
        (_FORMATS[form], "part" in name.lower(), -(_number(entry.get("size")) or 0), place)
        for place, entry in enumerate(listed)
        if (form := str(entry.get("format", "")).lower()) in _FORMATS
        and (name := str(entry.get("name", "")))
        and _address(entry).lower().endswith(".zip")
    ]
    if not fitting:
        raise DownloadError("boundaries_not_offered", host=urlsplit(base_url).netloc)
    entry = listed[min(fitting)[-1]]
    md5 = str(entry.get("hash") or "").lower()
    return Resource(
        name=str(entry["name"]),
        url=urljoin(f"{base_url}/", _address(entry)),
        size=_number(entry.get("size")),
        md5=md5 if len(md5) == _MD5_DIGITS else None,
    )


def _address(entry: dict[str, Any]) -> str:
    return str(entry.get("download_url") or entry.get("url") or "")


def _number(value: object) -> int | None:
    return int(value) if isinstance(value, int | float) and value > 0 else None


def _file_name(resource: Resource) -> str:
    return Path(urlsplit(resource.url).path).name


def _fetch(
    session: requests.Session, resource: Resource, arrived: Path, progress: Progress
) -> None:
    try:
        with session.get(resource.url, stream=True, timeout=_TIMEOUT) as answer:
            if answer.status_code != requests.codes.ok:
                raise DownloadError(
                    "boundaries_refused", url=resource.url, status=answer.status_code
                )
            expected = resource.size or _number(int(answer.headers.get("Content-Length", 0)))
            with arrived.open("wb") as out:
                for chunk in answer.iter_content(_CHUNK):
                    out.write(chunk)
                    if out.tell() > MAX_BYTES:
                        raise DownloadError("boundaries_not_whole", file=resource.name)
                    share = out.tell() / expected if expected else 0.0
                    progress(_ASKED + (1 - _ASKED) * min(share, 1.0), "boundaries.doing_fetch")
    except requests.RequestException as error:
        raise DownloadError("boundaries_broken_off", file=resource.name) from error


def _check(arrived: Path, resource: Resource) -> None:
    """Refuse a file that is not a whole zip with boundaries in it, or not the promised one."""
    if not zipfile.is_zipfile(arrived):
        size = arrived.stat().st_size
        truncated = resource.size is not None and size < resource.size and _begins_as_zip(arrived)
        key = "boundaries_not_whole" if truncated else "boundaries_not_a_zip"
        raise DownloadError(key, file=resource.name)
    if resource.size is not None and arrived.stat().st_size != resource.size:
        raise DownloadError("boundaries_not_whole", file=resource.name)
    if resource.md5 is not None and _md5(arrived) != resource.md5:
        raise DownloadError("boundaries_not_whole", file=resource.name)
    with zipfile.ZipFile(arrived) as archive:
        names = archive.namelist()
        if not any(name.lower().endswith(_MEMBERS) for name in names):
            raise DownloadError("boundaries_no_shapes", file=resource.name)
        if archive.testzip() is not None:
            raise DownloadError("boundaries_not_whole", file=resource.name)


def _begins_as_zip(arrived: Path) -> bool:
    with arrived.open("rb") as stream:
        return stream.read(2) == b"PK"


def _md5(arrived: Path) -> str:
    with arrived.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
