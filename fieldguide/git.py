"""Asks git about the guide; where there is no git it has nothing to say."""

import subprocess
from pathlib import Path


def git(root: Path, *words: str) -> str:
    """Return what git says of the folder ``root``, or "" if there is no git, or no history of this folder."""
    command = ["git", "--no-optional-locks", "-C", root, "-c", "core.quotepath=off", *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
