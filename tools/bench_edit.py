"""From a save to the page that shows it, in `mkdocs serve` with four languages: medians, for `make bench`."""

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

from tools import command

ROOT = Path(__file__).parent.parent
TIMES = 5
PAGE = "zero_grad/accumulation"
SAVED = {  # what is saved, and a page that shows it
    "a page": (f"docs/en/{PAGE}.md", f"/{PAGE}/"),
    "a translation": (f"docs/hi/{PAGE}.md", f"/hi/{PAGE}/"),
    "a recorded output": ("snippets/zero_grad/accumulates.out", f"/tr/{PAGE}/"),
    "a template": ("theme/main.html", f"/zh/{PAGE}/"),
    "a term": ("terms/terminology.csv", f"/{PAGE}/"),
    "a stylesheet": ("theme/assets/guide/5-code.css", f"/{PAGE}/"),
}


def copied(folder: Path) -> Path:
    """Copy what a site is made of, so that nothing is saved in the working tree."""
    for name in ("docs", "snippets", "theme", "fieldguide", "terms"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "redirects.txt"):
        shutil.copy(ROOT / name, folder)
    return folder


def seconds(address: str, file: Path, url: str) -> float:
    """Save ``file`` again and return the seconds until the page at ``url`` is there as it is now."""
    page = urllib.request.urlopen(address + url).read().decode("utf-8")
    epoch = int(re.search(r"livereload\((\d+), \d+\)", page)[1])
    start = time.perf_counter()
    file.write_text(file.read_text("utf-8"), "utf-8")
    while int(urllib.request.urlopen(f"{address}/livereload/{epoch}/1").read()) <= epoch:
        pass
    urllib.request.urlopen(address + url).read()
    return time.perf_counter() - start


def main() -> None:
    """Print each measure on a line."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        root = copied(Path(folder))
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        environment = os.environ | {"PYTHONPATH": folder, "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        server = subprocess.Popen(command, cwd=root, env=environment, stderr=subprocess.PIPE, text=True)
        next(line for line in server.stderr if "Serving on" in line)
        threading.Thread(target=lambda: [None for _ in server.stderr], daemon=True).start()
        for name, (file, url) in SAVED.items():
            taken = [seconds(f"http://127.0.0.1:{port}", root / file, url) for _ in range(TIMES)]
            print(f"save to page, {name:24}{statistics.median(taken):6.2f} s, at most {max(taken):.2f} s")
        server.terminate()
        server.wait()


if __name__ == "__main__":
    command("bench", main)
