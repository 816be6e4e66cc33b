"""Writes what pages need to run code in the reader's own browser: the owner's folder, the kit as it is here, the snippets as they were recorded."""

import json
import shutil
import zipfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fieldguide import ROOT
from fieldguide.live import wheel
from fieldguide.live.wheel import CHECKED
from fieldguide.run.snippets import verified

KIT = ("*.py", "run/*.py", "run/follow/*.py", "run/matplotlibrc", "live/__init__.py", "live/inside.py", "live/program.py")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bytes at every build


def packages(folder: Path) -> list[str]:
    """Return the packages of Pyodide's own distribution (numpy, matplotlib, what they need) that lie in the folder."""
    known = json.loads((folder / "pyodide-lock.json").read_text("utf-8"))["packages"]
    return sorted(name for name, package in known.items() if (folder / package["file_name"]).is_file())


@cache
def settings(wanted: str, snippets: Path) -> dict:
    """Check the owner's setting (JSON), once a build; return what it says of the build of PyTorch that pages use."""
    return wheel.settings(json.loads(wanted), verified(snippets)["torch"])


def publish(target: Path, folder: Path, snippets: Path, names: Iterable[str]) -> None:
    """Copy ``folder`` to ``target``, with the kit (kit.zip) and the files of the snippets ``names``."""
    shutil.copytree(folder, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(CHECKED, "*.map", "*.ts", "*.html"))
    with zipfile.ZipFile(target / "kit.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for pattern in KIT:
            for path in sorted((ROOT / "fieldguide").glob(pattern)):
                name = path.relative_to(ROOT).as_posix()
                packed.writestr(zipfile.ZipInfo(name, EPOCH), path.read_bytes(), zipfile.ZIP_DEFLATED)
    for name in names:
        for file in snippets.glob(f"{name}.*"):
            if file.suffix in (".py", ".out", ".svg"):
                place = target / "snippets" / file.relative_to(snippets)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(file, place)
