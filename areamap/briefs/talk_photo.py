"""
Photos for a talk: what somebody hands in is decoded in the sandbox and written anew.

Only what can be seen is kept: no place, no camera, no date, no second picture, nothing after the
end of the file.
"""

import tempfile
from pathlib import Path
from typing import Final

from areamap import sandbox
from areamap.errors import FileError
from areamap.settings import Settings

MOST_BYTES: Final = 25 * 2**20
"""Of a photo as it comes from a camera."""

LARGEST: Final = (1920, 1080)
"""Width and height of a photo as it is kept: those of a projector."""

_MOST_PIXELS: Final = 80_000_000
_KEPT_BYTES: Final = 2**20
_QUALITIES: Final = (84, 72, 58, 40)
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "MPO")


def cleaned(content: bytes, settings: Settings) -> bytes:
    """
    Return a photo as JPEG that fits a projector, with nothing in it but the picture.

    Parameters
    ----------
    content
        A file that claims to be a JPEG, PNG or WebP.
    settings
        Limits of the sandbox.

    Raises
    ------
    FileError
        It is no such picture, too large, or more than the sandbox takes.
    """
    if len(content) > MOST_BYTES:
        raise FileError("talk_photo_large", limit=f"{MOST_BYTES // 2**20} MB")
    allowed = sandbox.limits(settings, output_bytes=_KEPT_BYTES)
    with tempfile.TemporaryDirectory(prefix="areamap-") as name:
        folder = Path(name)
        (folder / "photo").write_bytes(content)
        told = {"source": str(folder / "photo"), "target": str(folder / "written.jpg")}
        try:
            sandbox.run(f"{__name__}:rewrite", told, folder=folder, allowed=allowed)
        except (sandbox.OverLimitError, sandbox.FellOverError) as error:
            raise FileError("talk_photo_unreadable") from error
        return (folder / "written.jpg").read_bytes()


def rewrite(source: str, target: str) -> None:
    """
    Write a photo anew; a job of the sandbox.

    Raises
    ------
    FileError
        It is no picture that we take, or has too many pixels.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415 - only in the child

    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    try:
        with Image.open(source, formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise FileError("talk_photo_unreadable")
            opened.draft("RGB", LARGEST)
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail(LARGEST, Image.Resampling.LANCZOS)
            # A new picture, so that nothing that the file says of itself goes along.
            plain = Image.new("RGB", upright.size, "white")
            seen = upright.convert("RGBA")
            plain.paste(seen, mask=seen)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise FileError("talk_photo_unreadable") from error
    for quality in _QUALITIES:
        plain.save(target, "JPEG", quality=quality, optimize=True, progressive=True)
        if Path(target).stat().st_size <= _KEPT_BYTES // 2:
            return
