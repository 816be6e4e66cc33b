"""The files of recordings: each carries the digest of the snippet that it belongs to."""

from collections.abc import Callable
from pathlib import Path

from fieldguide import GuideError
from fieldguide.files import data, fingerprint, named, read


def load(path: Path, suffix: str, taken: Callable, problem: str, remedy: str):
    """Return what ``taken`` makes of the recording of the snippet ``path`` (its .py), or None if there is none, or only one of another text.

    Raises GuideError with ``problem`` and ``remedy`` if ``taken`` returns None or does not find what it wants.
    """
    file = path.with_suffix(suffix)
    if not file.is_file():
        return None
    found = data(file, remedy)
    try:
        if found["digest"] != fingerprint(read(path)):
            return None
        if (kept := taken(found)) is not None:
            return kept
    except (KeyError, TypeError):
        pass
    raise GuideError(f"{named(file)} {problem}; {remedy}")
