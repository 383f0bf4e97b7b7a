"""The local authorities that are the counterpart of an area: all of them, where it has several."""

from pandas import DataFrame, Index

from areamap.measures.basis import Basis, Ground


def counterparts(
    areas: Index, ground: Ground, basis: Basis, authorities: DataFrame | None
) -> DataFrame:
    """
    Return the local authorities that hold the ground of each area.

    Rule: of a tambon every authority that covers it or a part of it, those that cover the whole
    first; of an authority itself.

    Parameters
    ----------
    areas
        Codes of the areas.
    ground
        The pieces.
    basis
        What the areas are.
    authorities
        Register of authorities: `authority_code`, `name_th`, `name_en`, `authority_type`; None
        where there is none, and then nothing is told.

    Returns
    -------
    counterparts
        One row per area and authority, in the order of the areas: `area_code`, `authority_code`,
        `whole` (bool), `name_th`, `name_en`, `authority_type`.
    """
    columns = ["name_th", "name_en", "authority_type"]
    if basis is Basis.AUTHORITY:
        pairs = DataFrame({"area_code": areas, "authority_code": areas, "whole": True})
    else:
        pieces = ground.pieces.dropna(subset=["tambon_code", "authority_code"])
        pairs = pieces.rename(columns={"tambon_code": "area_code"})
        pairs = pairs[pairs["area_code"].isin(areas)][["area_code", "authority_code", "whole"]]
    if authorities is None:
        return pairs.iloc[:0].assign(**dict.fromkeys(columns))
    named = authorities.drop_duplicates("authority_code").set_index("authority_code")
    found = pairs.join(named.reindex(columns=columns), on="authority_code")
    places = areas.get_indexer(Index(found["area_code"]))
    found = found.assign(place=places, part=~found["whole"].astype(bool))
    found = found.sort_values(["place", "part", "authority_code"], ignore_index=True)
    return found.drop(columns=["place", "part"]).astype({"whole": bool})
