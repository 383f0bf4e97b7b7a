from pathlib import Path

import pytest

from areamap import settings


def test_home_given_wins_over_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("AREAMAP_HOME", str(tmp_path / "from-environment"))
    assert settings.load(tmp_path / "given").home == tmp_path / "given"
    assert settings.load().home == tmp_path / "from-environment"


def test_database_lies_in_the_home_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("AREAMAP_DATABASE_URL", raising=False)
    assert settings.load(tmp_path).database_url == f"sqlite:///{tmp_path}/areamap.sqlite3"
    monkeypatch.setenv("AREAMAP_DATABASE_URL", "postgresql://db/areamap")
    assert settings.load(tmp_path).database_url == "postgresql://db/areamap"


def test_data_of_ours_is_where_the_package_says() -> None:
    assert (settings.geodata() / "groupings" / "clusters.csv").is_file()
