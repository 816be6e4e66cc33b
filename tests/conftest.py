"""The built site and a browser, made once for all tests that look at them."""

import contextlib
import functools
import http.server
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from filelock import FileLock

from fieldguide import GuideError
from tools import chromium as browsers

ROOT = Path(__file__).parent.parent
WAIT = 60_000  # ms that a browser test waits for anything: a busy machine is no failure
SITE_URL = "https://guide.example/docs/"  # with a path, as on a project site: absolute links from the root would break
# Tests look at whole pages; test_page.py looks at the first view, in which what is far below is not laid out yet.
WHOLE = "document.addEventListener('DOMContentLoaded', () => document.documentElement.classList.remove('top'))"
REPO_URL = "https://github.com/example/guide"  # as the workflow sets it: what is tested is what is published


def build(root: Path, site: Path, **environment) -> subprocess.CompletedProcess:
    """Build the guide of ``root`` into ``site`` as `mkdocs build --strict` does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=root,
        env=os.environ | {"SITE_URL": SITE_URL, "REPO_URL": REPO_URL, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(root)} | environment,
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Return (folder, log) of the site built from the working tree: once for all workers of pytest-xdist, whose folders lie side by side."""
    base = tmp_path_factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    site, log = root / "site", root / "site.log"
    with FileLock(root / "site.lock"):
        if not log.exists():
            done = build(ROOT, site)
            if done.returncode:
                problems = [line for line in (done.stdout + done.stderr).splitlines() if line.startswith(("WARNING", "ERROR", "Error"))]
                pytest.fail("the site does not build:\n" + "\n".join(problems[:10] or [done.stderr[-500:]]), pytrace=False)
            log.write_text(done.stdout + done.stderr, "utf-8")
    return site, log.read_text("utf-8")


@pytest.fixture(scope="session")
def served(built, tmp_path_factory):
    """Serve the built site at the path of SITE_URL; return its address."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "docs").symlink_to(built[0])
    yield from serve(folder)


def serve(folder: Path):
    """Serve ``folder`` on a free port until the generator is closed; yields the address of its docs/."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_args):
            pass

        def send_error(self, code, *args):
            page = folder / "docs" / "404.html"
            if code == 404 and page.exists():
                self.send_response(404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(page.read_bytes())
            else:
                super().send_error(code, *args)

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, request, client_address):
            pass  # a browser that has left before the answer is no news

    server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/docs/"
    server.shutdown()
    server.server_close()


def launch(playwright):
    """Start the browser of the machine, or Playwright's own; fails with the remedy if there is none."""
    from playwright.sync_api import expect

    expect.set_options(timeout=WAIT)
    try:
        browser = browsers.launch(playwright)
    except GuideError as error:
        pytest.fail(str(error), pytrace=False)
    browser.new_context, browser.new_page = patient(browser.new_context), patient(browser.new_page)
    return browser


def patient(opens):
    """Return ``opens`` (makes a context or a page of the browser) so that what it makes waits as long as a busy machine needs, and shows whole pages."""

    @functools.wraps(opens)
    def opened(*words, **options):
        made = opens(*words, **options)
        made.set_default_timeout(WAIT)
        made.add_init_script(WHOLE)
        return made

    return opened


@pytest.fixture(scope="session")
def runner():
    """Return an executor that has imported torch, which takes seconds: one for all tests of a worker."""
    from fieldguide.run.runner import Runner

    with Runner() as server:
        yield server


@pytest.fixture(scope="session")
def chromium():
    """Return a browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def profile(chromium):
    """Return a context of the browser for all tests of a worker that need no other settings: a new one costs as much as a page."""
    with contextlib.closing(chromium.new_context()) as context:
        yield context


@pytest.fixture
def tab(profile):
    """Return a page in that context; what the test opened, kept and was allowed is gone afterwards."""
    before, page = profile.pages, profile.new_page()
    page.set_viewport_size({"width": 1280, "height": 900})
    yield page
    for one in profile.pages:
        if one not in before:
            with contextlib.suppress(Exception):  # a page that has left for a file, or may keep nothing
                one.evaluate("localStorage.clear()")
            one.close()
    profile.clear_permissions()


def pytest_collection_modifyitems(items):
    """What only reads files comes before what opens a browser: a broken page is named in seconds."""
    items.sort(key=lambda item: "chromium" in getattr(item, "fixturenames", ()) or "browser" in item.path.name)
