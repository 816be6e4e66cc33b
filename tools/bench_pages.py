"""`make bench`: what a reader waits for on the published site, served by nginx: weight of pages, the first result of search, Lighthouse; medians."""

import json
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from fieldguide import LANGUAGES, ROOT, address
from tools import build, chromium, command, nginx
from tools.bundle import NODE

PUBLISHED = {"SITE_URL": "https://guide.example/docs/", "REPO_URL": "https://github.com/example/guide"}
LIGHTHOUSE = "lighthouse@13.5.0"
TIMES = 5
PAGES = ("index.md", "zero_grad/accumulation.md", "errors/autograd.md", "glossary.md", "cheat-sheet.md")
# In the page: search opens, the reader waits (milliseconds) and types; the time from the first key to the first result.
SEARCH = """async wait => {
  document.querySelector(".fg-search-open").click()
  const box = document.querySelector("dialog.fg-search input")
  await new Promise(done => setTimeout(done, wait))
  const start = performance.now()
  box.value = "adam"
  box.dispatchEvent(new Event("input", { bubbles: true }))
  while (!document.querySelector(".fg-search__results a")) await new Promise(requestAnimationFrame)
  return performance.now() - start
}"""


def weights(browser, url: str) -> None:
    """Print what a first page and the next one bring over the network, compressed, without their pictures for sharing."""
    for language in LANGUAGES:
        with browser.new_context() as context:
            page, sizes = context.new_page(), []
            # What the browser had kept has a size below zero.
            page.on("requestfinished", lambda request, sizes=sizes: sizes.append(max(0, request.sizes()["responseBodySize"])))
            for what, name in (("first article", PAGES[1]), ("next page", "zero_grad/none-or-zero.md")):
                sizes.clear()
                page.goto(url + address(name, language), wait_until="networkidle")
                print(f"weight, {language}: {what:22}{sum(sizes) / 1000:6.1f} kB in {len(sizes)} answers")


def search(browser, url: str) -> None:
    """Print the time from the first key to the first result, each time in a browser that has kept nothing."""
    for language in LANGUAGES:
        for what, wait in (("typed at once", 0), ("typed after 0.6 s", 600)):
            taken = []
            for _ in range(TIMES):
                with browser.new_context() as context:
                    page = context.new_page()
                    page.goto(url + address("zero_grad/accumulation.md", language), wait_until="networkidle")
                    taken.append(page.evaluate(SEARCH, wait) / 1000)
            print(f"search, {language}: {what:22}{statistics.median(taken):6.3f} s, at most {max(taken):.3f} s")


def lighthouse(url: str) -> None:
    """Print Lighthouse's four scores for a phone, LCP, TBT and CLS: medians of three runs of each page; npm brings it."""
    npm = NODE.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    words = [NODE, npm, "exec", "--yes", "--loglevel=error", f"--package={LIGHTHOUSE}", "--", "lighthouse"]
    flags = ["--output=json", "--quiet", f"--chrome-flags=--headless=new {chromium.QUIET}"]
    env = os.environ | {"CHROME_PATH": chromium.program() or "", "PATH": f"{NODE.parent}:{os.environ['PATH']}"}
    for name, language in [*((name, "en") for name in PAGES), *((PAGES[1], language) for language in ("hi", "zh", "tr"))]:
        runs = []
        for _ in range(3):
            done = subprocess.run([*words, url + address(name, language), *flags], env=env, capture_output=True)
            if done.returncode:  # it sees no start of the page now and then
                print(f"Lighthouse, {language}: {name:28}no answer: {done.stderr.decode().strip().splitlines()[-1]}")
                continue
            found = json.loads(done.stdout)
            scores = [100 * part["score"] for part in found["categories"].values() if part["score"] is not None]
            kept = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
            runs.append([*scores[:4], *(found["audits"][key]["numericValue"] for key in kept)])
        if not runs:
            continue
        *scores, lcp, tbt, cls = map(statistics.median, zip(*runs, strict=True))
        print(
            f"Lighthouse, {language}: {name:28}{' '.join(f'{score:.0f}' for score in scores)}, LCP {lcp / 1000:.2f} s, TBT {tbt:.0f} ms, CLS {cls:.3f}"
        )


def main() -> None:
    """Print each measure on a line."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "docs")
        start = time.perf_counter()
        build(str(site), **PUBLISHED)
        print(f"build as published, four languages    {time.perf_counter() - start:6.2f} s")
        with nginx.serving(site) as port:
            url = f"http://127.0.0.1:{port}/docs/"
            with sync_playwright() as playwright, chromium.launch(playwright) as browser:
                weights(browser, url)
                search(browser, url)
            lighthouse(url)
    start = time.perf_counter()
    subprocess.run(["make", "-s", "check"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    print(f"make check                            {time.perf_counter() - start:6.2f} s")


if __name__ == "__main__":
    command("bench", main)
