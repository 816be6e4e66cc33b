"""What was read can be read again without a network, and nothing that is kept hides what is new: theme/sw.js, alone with a site of two files."""

import json
import os
import shutil
import time

import pytest
from playwright.sync_api import Error

from conftest import ROOT, WAIT, serve
from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages.strings import strings


def write(docs, word, age):
    """Write a page and its script, which names the hash of its content as `make hosted` does."""
    (docs / "index.html").write_text(f'<title>{word}</title><script src="a.js?v={word}"></script>', "utf-8")
    (docs / "a.js").write_text(f"document.title += ' {word}'", "utf-8")
    for file in docs.iterdir():
        os.utime(file, (time.time() - age,) * 2)


def test_a_changed_page_is_shown_at_once_and_without_a_network_the_last_one_that_was_seen(chromium, tmp_path):
    docs = tmp_path / "docs"
    docs.mkdir()
    shutil.copy(ROOT / "theme" / "sw.js", docs)
    write(docs, "old", 0)
    server = serve(tmp_path)
    address = next(server)
    page = chromium.new_page()
    page.goto(address)
    page.evaluate("navigator.serviceWorker.register('sw.js').then(() => navigator.serviceWorker.ready).then(() => 0)")
    page.goto(address)
    assert page.title() == "old old"
    for name in ("guide.zip", "guide.pdf", "guide.epub"):  # too large to be kept
        (docs / name).write_text("large", "utf-8")
        assert page.evaluate("name => fetch(name).then(answer => answer.text())", name) == "large"
    write(docs, "new", -9)
    page.goto(address)
    assert page.title() == "new new"
    kept = "async () => { const all = await (await caches.open('guide')).keys(); return all.map(one => one.url).sort().join() }"
    wanted = f"{address},{address}a.js?v=new"
    for _ in range(WAIT // 100):  # wait_for_function() takes the promise of an async function for a yes
        if (found := page.evaluate(kept)) == wanted:
            break
        page.wait_for_timeout(100)
    assert found == wanted, "theme/sw.js: one of each, the last one, and nothing large"
    next(server, None)  # the end of the server
    page.goto(address)
    assert page.title() == "new new"
    with pytest.raises(Error):
        page.goto(f"{address}never-seen/")
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_can_be_installed_and_starts_at_its_home_page(built, language):
    folder = built[0] / ("" if language == SOURCE else language)
    known = json.loads((folder / "guide.webmanifest").read_text("utf-8"))
    assert known["name"] == strings(language)["site_name"]
    assert known["lang"] == LANGUAGES[language]
    assert (folder / known["start_url"] / "index.html").is_file()
    assert (folder / known["scope"] / "sw.js").resolve() == (built[0] / "sw.js").resolve()
    assert (folder / known["icons"][0]["src"]).is_file()
    assert '<link rel="manifest" href="../guide.webmanifest">' in (folder / "cheat-sheet" / "index.html").read_text("utf-8").replace(
        f"../{language}/guide.webmanifest", "guide.webmanifest"
    )


def test_the_guide_starts_it_over_https_only_and_it_stays_small(built):
    assert 'if (location.protocol === "https:") navigator.serviceWorker' in (built[0] / "assets" / "guide.js").read_text("utf-8")
    assert len((ROOT / "theme" / "sw.js").read_text("utf-8").splitlines()) < 60
