"""
What can go wrong for the person at the keyboard, as one tree.

    AreamapError
    ├── FileError          a file can't be used as what it was given for
    ├── PlaceError         no such area, cluster or grouping
    ├── PublishError       a publication is refused; what is in force stays
    │   └── PublishConflict    others published since the editor looked (`areamap.store`)
    ├── StoreError         the database can't be read or written
    ├── DownloadError      another machine was asked and did not answer well
    ├── BriefError         a document can't be made as it was asked for
    └── SettingsError      the settings of the data home can't be read as such

Each carries the key of a sentence that says what happened and what to do, in both languages.
Mistakes of our own stay Python's own exceptions.
"""

from areamap.i18n import LANGS, Lang, t


class AreamapError(Exception):
    """
    Something that the user can mend, said in her language.

    Parameters
    ----------
    key
        Key of the sentence below `errors.` in the locale files.
    **values
        What its placeholders stand for.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def text(self, lang: Lang) -> str:
        """Return the sentence in one language."""
        return t(f"errors.{self.key}", lang, **self.values)

    def __str__(self) -> str:
        return "\n".join(self.text(lang) for lang in LANGS)


class FileError(AreamapError):
    """A file can't be used as what it was given for."""


class PlaceError(AreamapError):
    """There is no such area, cluster or grouping."""


class PublishError(AreamapError):
    """A publication is refused; what is in force stays."""


class StoreError(AreamapError):
    """The database can't be read or written."""


class DownloadError(AreamapError):
    """Another machine was asked and did not answer well."""


class BriefError(AreamapError):
    """A document can't be made as it was asked for."""


class SettingsError(AreamapError):
    """The settings of the data home can't be read as such."""
