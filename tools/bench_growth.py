"""`python -m tools.bench_growth TIMES`: what a build costs when the guide has its chapters TIMES times, in all languages, all of them in the menu.

Not a part of `make bench`: ten times takes minutes, and some gigabytes of disk.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

from fieldguide import LANGUAGES, GuideError
from tools import command
from tools.bench_edit import copied

ALONE = {"check", "errors", "explorer"}  # made of lists that name each of their pages


def multiplied(root: Path, times: int) -> None:
    """Put ``times`` - 1 copies of each chapter beside it, in every language, and into the menu."""
    settings, lines = (root / "mkdocs.yml").read_text("utf-8").split("\nnav:\n")
    chapters = {name: pages for part in yaml.safe_load(lines) if isinstance(part, dict) for name, pages in part.items()}
    for name, pages in chapters.items():
        inside = [page for page in pages if page.startswith(f"{name}/")]
        if name in ALONE or not inside:
            continue
        for number in range(2, times + 1):
            for language in LANGUAGES:
                shutil.copytree(root / "docs" / language / name, root / "docs" / language / f"{name}-{number}")
            lines += f"  - {name}:\n" + "".join(f"      - {page.replace(name, f'{name}-{number}', 1)}\n" for page in inside)
    (root / "mkdocs.yml").write_text(f"{settings}\nnav:\n{lines}", "utf-8")


def main(times: str) -> None:
    """Print the pages, seconds, memory and size of a guide whose chapters are there once, and ``times`` times."""
    if not times.isdigit() or int(times) < 2:
        raise GuideError(f"how many times? a number from 2, not {times!r}")
    for number in (1, int(times)):
        with tempfile.TemporaryDirectory() as folder:
            root = copied(Path(folder))
            multiplied(root, number)
            start = time.perf_counter()
            words = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--no-strict"]
            running = subprocess.Popen(words, cwd=root, env=os.environ | {"PYTHONPATH": folder, "NO_MKDOCS_2_WARNING": "1"})
            _, status, used = os.wait4(running.pid, 0)  # the costs of this one process
            if status:
                raise GuideError(f"the build of {number} times the chapters failed; its reason stands above")
            files = [path for path in (root / "site").rglob("*") if path.is_file()]
            pages = sum(path.name == "index.html" for path in files)
            size = sum(path.stat().st_size for path in files) / 1e6
            memory = used.ru_maxrss / (1e9 if sys.platform == "darwin" else 1e6)
            print(
                f"chapters {number:3} times: {pages:6} pages  {time.perf_counter() - start:7.1f} s, {used.ru_utime + used.ru_stime:7.1f} s of CPU  "
                f"{memory:5.2f} GB of memory  {size:7.0f} MB of site",
                flush=True,
            )


if __name__ == "__main__":
    command("bench_growth", main)
