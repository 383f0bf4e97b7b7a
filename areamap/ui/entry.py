"""Where the scripts of the pages lie."""

from pathlib import Path


def script() -> Path:
    """Return the script that Streamlit runs: in the checkout, or within the installed package."""
    package = Path(__file__).parents[1]
    installed = package / "_app" / "app.py"
    return installed if installed.is_file() else package.parent / "app.py"
