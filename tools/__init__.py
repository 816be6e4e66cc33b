"""The commands behind the Makefile, and what they share."""

import sys
from collections.abc import Callable
from pathlib import Path

from fieldguide import GuideError


def command(name: str, main: Callable[..., int | None]) -> None:
    """Run ``main`` with the words of the command line and end; a GuideError is one line that begins with ``name``, and the exit status 2."""
    try:
        sys.exit(main(*sys.argv[1:]))
    except GuideError as error:
        print(f"{name}: {error}", file=sys.stderr)
        sys.exit(2)


def built(site: str) -> Path:
    """Return the folder of a built site; raises GuideError if there is none."""
    folder = Path(site).resolve()
    if not site or not (folder / "404.html").is_file():
        raise GuideError(f"no built site in {folder}; first: make build")
    return folder
