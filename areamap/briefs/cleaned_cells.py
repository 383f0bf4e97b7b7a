"""The cells that the rows of a publication were read from, also of rows kept from older files."""

from pandas import DataFrame

from areamap.store import Publication, Store


def cells_by_origin(
    store: Store, publication: Publication, rows: DataFrame
) -> dict[int | None, DataFrame]:
    """
    Return the cells of the rows of a publication, by the publication whose file they are of.

    Parameters
    ----------
    store
        Where the publications lie.
    publication
        The publication.
    rows
        Its rows, as `Store.rows` gives them.

    Returns
    -------
    dict
        None for its own file, else the number of an older publication; cells as text by the file's
        own headings, indexed as the rows.
    """
    found: dict[int | None, DataFrame] = {None: store.cells(publication.id)}
    if "origin" not in rows:
        return found
    for number, part in rows.dropna(subset=["origin"]).groupby("origin"):
        origin = int(str(number))
        found[origin] = _of_origin(store, origin, part)
    return found


def _of_origin(store: Store, number: int, part: DataFrame) -> DataFrame:
    """Return the cells of rows by where they stand in the file of an older publication."""
    cells = store.cells(number)
    if cells.empty:
        return DataFrame(index=part.index)
    keys = ["sheet", "row"]
    older = store.rows(number)
    if "origin" in older:
        older = older[older["origin"].isna()]
    first = older.drop_duplicates(keys).reset_index(names="place")[[*keys, "place"]]
    placed = part[keys].merge(first, on=keys, how="left")["place"]
    there = placed.notna().to_numpy()
    picked = cells.reindex(placed[there].astype("int64").to_numpy())
    return picked.set_axis(part.index[there], axis="index").reindex(part.index)
