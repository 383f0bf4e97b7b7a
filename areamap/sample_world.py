"""The sample registers, published in a world of their own that never mixes with the real one."""

from hashlib import sha256

from areamap import settings
from areamap.progress import Progress
from areamap.registers import definitions, sample
from areamap.store import Store, Submission


def publish(store: Store, progress: Progress) -> None:
    """
    Publish the sample registers in the sample world.

    Parameters
    ----------
    store
        Where to.
    progress
        Told how far it is.

    Raises
    ------
    StoreError
        The database can't be written.
    """
    recipe = settings.geodata() / "sample" / "recipe.toml"
    ids = sample.IDS
    for number, register in enumerate(ids):
        definition = definitions.load(register)
        progress(number / len(ids), "registers.doing_sample")
        store.publish(
            Submission(
                register=register,
                rows=sample.generate(register),
                kinds=definition.kinds,
                file_name=recipe.name,
                file_sha256=sha256(recipe.read_bytes()).hexdigest(),
                by="areamap",
                is_sample=True,
                main_amount=definition.money,
            )
        )
