"""What each part of the store stands on."""

from sqlalchemy import Engine


class Shelf:
    """
    A part of the database with calls of its own.

    Parameters
    ----------
    engine
        The database.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
