"""The browser without windows that tests, benchmarks, books and pictures use: the one that browser.sh found."""

import os
import shutil
from pathlib import Path

from fieldguide import ROOT, GuideError

QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"


def program() -> str | None:
    """Return the path of the browser that is named, found by browser.sh, or installed; None is Playwright's own."""
    known = ROOT / ".venv" / "browser"
    found = known.read_text("utf-8").strip() if known.is_file() else ""
    return os.environ.get("CHROMIUM") or found or shutil.which("chromium-headless-shell") or shutil.which("chromium")


def launch(playwright):
    """Start it with ``playwright`` (of sync_playwright) and return its Browser; raises GuideError with the remedy if there is none."""
    path = program()
    if not Path(path or playwright.chromium.executable_path).exists():
        raise GuideError("no browser; run `make test`, or install chromium, or name one: CHROMIUM=/path/to/chromium")
    return playwright.chromium.launch(executable_path=path, args=QUIET.split())
