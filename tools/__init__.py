"""The commands behind the Makefile, and what they share."""

import inspect
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from fieldguide import ROOT, GuideError
from fieldguide.files import reason


def command(name: str, main: Callable[..., int | None]) -> None:
    """Run ``main`` with the words of the command line and end; what went wrong is one line that begins with ``name``, and the exit status 2."""
    try:
        wanted = inspect.signature(main)
        try:
            wanted.bind(*sys.argv[1:])
        except TypeError:
            shown = (
                f"[{word.name.upper()}]" if word.default is not word.empty or word.kind == word.VAR_POSITIONAL else word.name.upper()
                for word in wanted.parameters.values()
            )
            raise GuideError(f"other words are needed: python -m tools.{Path(sys.argv[0]).stem} {' '.join(shown)}".rstrip()) from None
        sys.exit(main(*sys.argv[1:]))
    except (GuideError, OSError, subprocess.CalledProcessError) as error:
        print(f"{name}: {one_line(error)}", file=sys.stderr)
        sys.exit(2)


def one_line(error: Exception) -> str:
    """Return what is said of an error that is no mistake of ours: a program that is missing or failed, a full disk, a folder that is closed."""
    if isinstance(error, subprocess.CalledProcessError):
        return f"{Path(error.cmd[0]).name} ended with status {error.returncode}; its reason stands above"
    if isinstance(error, OSError):
        return f"{reason(error)}; is it installed (make does that), is there space, may you write there?"
    return str(error)


def built(site: str) -> Path:
    """Return the folder of a built site; raises GuideError if there is none."""
    folder = Path(site).resolve()
    if not site or not (folder / "404.html").is_file():
        raise GuideError(f"no built site in {folder}; first: make build")
    return folder


def build(folder: str = "", **languages) -> None:
    """Build the site into ``folder``, or into a temporary one."""
    with tempfile.TemporaryDirectory() as passing:
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | languages
        words = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-strict", "--site-dir", folder or passing]
        subprocess.run(words, cwd=ROOT, env=environment, check=True)
