"""The frame of a table that scrolls by itself and is told by its name."""

from html import escape


def region(table: str, title: str, mark: str) -> str:
    """
    Return a table in its frame.

    Parameters
    ----------
    table
        The table's head and body as HTML.
    title
        What it is called for those who listen; escaped here.
    mark
        Class of the frame in the style sheet.
    """
    about = f'tabindex="0" role="region" aria-label="{escape(title)}"'
    return f'<div class="areamap-list {mark}" {about}><table>{table}</table></div>'
