"""`make wasm-check DIR=…`: runs every snippet in headless Chromium with the Pyodide and the wheel of a folder, and writes what it saw beside them."""

import functools
import http.server
import json
import shutil
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from fieldguide import ROOT, GuideError
from fieldguide.live import wheel as wheels
from fieldguide.run.snippets import verified
from fieldguide.site import in_browser
from tools import chromium, command

PAGE = """<!doctype html><title>check</title><link rel="icon" href="data:,"><script type="module">
import {{ start }} from "./assets/live/browser.js"
window.check = ref => start({{ browser: {settings} }}, {{ ref }}, () => {{}}).done
</script>"""


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript", ".wasm": "application/wasm"}

    def log_message(self, *_args):
        pass


def check(folder: Path, wheel: Path, snippets: Path, browser, say=print) -> dict:
    """Run every recorded snippet of ``snippets``, each in a fresh Python in ``browser`` (Playwright's); return what `checked.json` holds."""
    names = sorted(path.relative_to(snippets).with_suffix("").as_posix() for path in snippets.glob("*/*.out"))
    report = {
        "wheel": wheel.name,
        "sha256": wheels.digest(wheel),
        "packages": in_browser.packages(folder),
        "same": [],
        "other": [],
        "failed": {},
    }
    settings = {"root": "pyodide/", **{key: report[key] for key in ("wheel", "sha256", "packages")}}
    with tempfile.TemporaryDirectory() as site:
        in_browser.publish(Path(site, "pyodide"), folder, snippets, names)
        shutil.copytree(ROOT / "theme" / "assets" / "live", Path(site, "assets", "live"))
        Path(site, "index.html").write_text(PAGE.format(settings=json.dumps(settings)), "utf-8")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
        page.wait_for_function("() => Boolean(window.check)")  # a function is called, which would start Python once for nothing
        for number, name in enumerate(names, 1):
            kind = sort(report, name, page.evaluate("name => check(name)", name))
            say(f"{number}/{len(names)} {name}: {kind}")
        page.close()
        server.shutdown()
        server.server_close()
    return report


def sort(report: dict, name: str, last: dict) -> str:
    """Put a snippet where its last event says: same, other (no error, and yet something else) or failed (with the last line of its output)."""
    end = last.get("end") or {"output": "it did not start", "problem": True, "same": False}
    if end["same"]:
        report["same"].append(name)
    elif end["problem"]:
        report["failed"][name] = (end["output"].strip() or "no output").splitlines()[-1]
    else:
        report["other"].append(name)
    return next(kind for kind in ("same", "other", "failed") if name in report[kind])


def main(folder: str = "", wanted: str = "torch-*.whl") -> None:
    """Check the one wheel in ``folder``; raises GuideError if there is nothing to check."""
    place = Path(folder)
    found = sorted(place.glob(wanted)) if folder else []
    if len(found) != 1 or not (place / "pyodide.mjs").is_file():
        raise GuideError("name a folder with Pyodide (pyodide.mjs, …) and one torch-….whl: make wasm-check DIR=folder")
    wheels.identity(found[0], verified(ROOT / "snippets")["torch"])
    with sync_playwright() as playwright, chromium.launch(playwright) as browser:
        report = check(place, found[0], ROOT / "snippets", browser)
    (place / wheels.CHECKED).write_text(json.dumps(report, indent=1) + "\n", "utf-8")
    print(
        f"as recorded: {len(report['same'])} · something else, without an error: {len(report['other'])} · failed: {len(report['failed'])}"
    )
    print(f"written to {place / wheels.CHECKED}; for mkdocs.yml:\nextra:\n  python_in_browser:")
    print(f"    folder: {place.resolve()}\n    wheel: {report['wheel']}\n    sha256: {report['sha256']}")


if __name__ == "__main__":
    command("wasm-check", main)
