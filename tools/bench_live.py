"""`make bench`: Run and Edit in a real browser, on a built site: medians, and what a page weighs more."""

import gzip
import json
import statistics
import tempfile
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

from mkdocs.livereload import LiveReloadServer
from playwright.sync_api import sync_playwright

from fieldguide.site import hooks
from tools import bench_explorer, build, chromium, command

PAGE, BLOCK = "zero_grad/accumulation/", '.fg-code[data-ref="zero_grad/accumulates:first"]'
TIMES = 10
# In the page, from the click (a real one, with its way through the browser) to the change that a reader sees.
WATCH = """([block, seen]) => new Promise(resolve => {
  const button = document.querySelector(block)
  button.addEventListener("click", () => {
    const start = performance.now()
    const look = () => { if (document.querySelector(seen)) { observer.disconnect(); resolve(performance.now() - start) } }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
  }, { once: true, capture: true })
  button.click()
})"""


def serve(site: Path):
    """Serve a built site as `mkdocs serve` does; return the server and the application."""
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(site))
    server.server_bind()
    server.server_activate()
    hooks.on_serve(server, SimpleNamespace(dev_addr=server.server_address), None)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server, server.get_app()


def run(live, code: str) -> dict:
    """Run some code as a page does; return the last event."""
    headers = {"Origin": f"http://127.0.0.1:{live.port}", "Content-Type": "application/json", "X-Fieldguide-Token": live.token}
    body = json.dumps({"ref": "", "code": code}).encode()
    with urllib.request.urlopen(urllib.request.Request(f"http://127.0.0.1:{live.port}/_live/run", body, headers)) as answer:
        return json.loads(answer.read().strip().splitlines()[-1])


def clicks(page, url: str) -> dict[str, list[float]]:
    """Measure (milliseconds): first click after loading a page, second click, Stop, first Edit."""
    taken = {"first": [], "again": [], "stop": [], "edit": []}
    for _ in range(TIMES):
        page.goto(url + PAGE)
        page.wait_for_selector(f"{BLOCK} .fg-do-run")
        shown = '.fg-run:not([data-state="running"]) pre:not([hidden])'
        for key in ("first", "again"):
            taken[key].append(
                page.evaluate(WATCH, [f"{BLOCK} .fg-do-run", '.fg-run[data-state="running"] pre:not([hidden])' + f", {shown}"])
            )
            page.wait_for_selector(shown)
        taken["edit"].append(page.evaluate(WATCH, [f"{BLOCK} .fg-do-edit", ".cm-focused"]))
        page.keyboard.press("Control+A")
        page.keyboard.insert_text("print(1)\nwhile True: pass")
        page.evaluate(WATCH, [f"{BLOCK} .fg-do-run", '.fg-run[data-state="running"] pre:not([hidden])'])
        taken["stop"].append(page.evaluate(WATCH, [f"{BLOCK} .fg-do-stop", '.fg-run[data-state="problem"]']))
        page.locator(f"{BLOCK} .fg-do-reset").click()
    return taken


def main(site: str = "") -> None:
    """Print each measure on a line; builds the English site unless ``site`` names one."""
    with tempfile.TemporaryDirectory() as folder:
        if not site:
            build(folder, GUIDE_HI="false", GUIDE_ZH="false", GUIDE_TR="false")
        server, live = serve(Path(site or folder))
        url = f"http://127.0.0.1:{live.port}/"
        run(live, "import torch")  # both executors are ready after this
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda _: run(live, "import torch, time; time.sleep(0.2)"), range(2)))
        plain = Path(site or folder, PAGE, "index.html").read_bytes()
        more = len(gzip.compress(urllib.request.urlopen(url + PAGE).read())) - len(gzip.compress(plain))
        more += sum(len(gzip.compress(Path(site or folder, "assets", "live", name).read_bytes())) for name in ("start.js", "live.css"))
        print(f"Run: a page weighs more before the first click    {more} B compressed")
        with sync_playwright() as playwright, chromium.launch(playwright) as browser:
            taken = clicks(browser.new_page(), url)
            bench_explorer.measure(browser, url)
        names = {"first": "first click to first output", "again": "click again", "stop": "Stop", "edit": "first Edit"}
        for key, name in names.items():
            worst = max(taken[key])
            print(f"Run: {name:<29} median of {TIMES}  {statistics.median(taken[key]) / 1000:6.3f} s, slowest {worst / 1000:.3f} s")
        start = time.perf_counter()
        with ThreadPoolExecutor(8) as clients:
            outputs = list(clients.map(lambda n: run(live, f"print({n})")["end"]["output"], range(100)))
        wrong = sum(output != f"{number}\n" for number, output in enumerate(outputs))
        print(f"Run: 100 runs of 8 clients over 2 slots           {time.perf_counter() - start:6.2f} s, lost or mixed {wrong}")
        live.close()
        super(LiveReloadServer, server).shutdown()


if __name__ == "__main__":
    command("bench", main)
