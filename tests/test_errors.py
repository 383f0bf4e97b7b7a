from areamap.errors import PublishError


def test_error_speaks_both_languages_and_says_what_to_do() -> None:
    error = PublishError("workspace_rows_open", count=1234)
    thai, english = str(error).splitlines()
    assert "1,234 แถว" in thai
    assert "1,234 rows" in english
    assert "--leave-open" in thai
    assert "--leave-open" in english
