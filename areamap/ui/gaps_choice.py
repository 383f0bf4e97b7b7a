"""What the page of gaps looks at: area, theme, basis, day, and what the gaps are ranked by."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, cast

from areamap.briefs.sentences.gaps import Wording
from areamap.i18n import Lang, t
from areamap.measures.gaps import Rank
from areamap.ui import choices, controls, gaps_data, home, loaders, pickers, scopes, subjects, years
from areamap.ui.choices import Choices

if TYPE_CHECKING:
    from areamap.boundary_sets import MapKind
    from areamap.ui.loaders import Asked
    from areamap.ui.scopes import Place

RANK: Final = "rank"
"""Name in the address of what the gaps are ranked by."""

_RANKS: Final = {rank.name.lower(): rank for rank in Rank}


@dataclass(frozen=True, slots=True)
class Page:
    """
    What the page looks at.

    Attributes
    ----------
    chosen
        What is chosen, as on all pages.
    place
        The area looked at.
    places
        Every area that may be looked at, by its code.
    bases, years, kinds
        What may be chosen of each.
    rank
        What the gaps are ranked by.
    key
        What is asked of the theme.
    wide
        The same with every register that says something of a gap.
    """

    chosen: Choices
    place: "Place"
    places: "dict[str, Place]"
    bases: tuple[str, ...]
    years: tuple[str, ...]
    kinds: tuple[str, ...]
    rank: Rank
    key: "Asked"
    wide: "Asked"

    @property
    def lang(self) -> Lang:
        """Language of the page."""
        return self.chosen.lang

    @property
    def wording(self) -> Wording:
        """What the sentences are about."""
        return Wording(self.chosen.theme, self.chosen.basis, self.lang)

    @property
    def file(self) -> str:
        """Name of a file of what is shown, without its ending."""
        parts = (self.chosen.theme, self.chosen.basis, self.chosen.scope, self.key.as_of)
        return "-".join(("gaps", *map(str, parts)))


def offer(lang: Lang, on: date) -> Page:
    """Return what the page looks at, by address, widgets and session."""
    scope, places = scopes.current(lang, on)
    theme = choices.current(choices.THEME, subjects.STATED, subjects.STATED[0])
    kinds = tuple(home.map_kinds())
    kind = cast("MapKind", choices.current(choices.MAP, kinds, kinds[0]))
    first = Choices(lang, scope, theme, "", None, kind)
    bases = pickers.theme_bases(first)
    basis = choices.current(choices.BASIS, bases, bases[0])
    offered = years.of_theme(theme, on)
    year = choices.current(choices.YEAR, offered, years.usual(offered, on))
    rank = _RANKS[choices.current(RANK, list(_RANKS), Rank.PEOPLE.name.lower())]
    when = None if year == choices.NOW else int(year)
    chosen = Choices(lang, scope, theme, basis, when, kind)
    key = loaders.asked(theme, when)
    return Page(
        chosen, places[scope], places, bases, offered, kinds, rank, key, gaps_data.asked(key)
    )


def show(page: Page) -> None:
    """Show the controls."""
    lang = page.lang
    with controls.row():
        controls.scope(page.places, lang)
        themes = {theme: t(f"ui.theme_{theme}", lang) for theme in subjects.STATED}
        controls.buttons(choices.THEME, themes, t("ui.theme", lang))
        tip = "ui.basis_help" if len(page.bases) > 1 else "ui.basis_why_not"
        controls.basis(page.bases, lang, tip=tip)
        controls.year(page.years, page.chosen.theme, lang)
        controls.kind(page.kinds, lang)


def order(lang: Lang) -> None:
    """Offer what the gaps are ranked by."""
    ranks = {name: t(f"gaps.rank_{name}", lang) for name in _RANKS}
    controls.buttons(RANK, ranks, t("gaps.rank", lang), tip=t("gaps.rank_help", lang))
