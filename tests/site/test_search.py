"""Search, in a real browser: a table of queries for each language (queries/*.tsv: what is typed, its rank, the pages that answer), and the box."""

import gzip
import json
import re
from urllib.parse import unquote, urlsplit

import pytest
from in_node import node
from playwright.sync_api import expect

from conftest import ROOT, WAIT
from fieldguide import LANGUAGES, SOURCE
from fieldguide.pages.takeaway import linked
from fieldguide.search import index
from fieldguide.search.words import words

TABLES = ROOT / "tests" / "site" / "queries"
SLACK = 3  # queries of a table that a page which changed since may move down
MOST = 150_000  # bytes, compressed, before the first result
FIND = """async ([root, language, queries]) => {
  const { finder } = await import(new URL("assets/search/find.js", root))
  const { find } = await finder(new URL(root), language)
  return queries.map(query => { const { pages, entries } = find(query); return [...entries.map(({ url }) => [url]), ...pages.map(({ url, sections }) => sections.map(({ anchor }) => `${url}#${anchor}`))] })
}"""


def at(language, path):
    return ("" if language == SOURCE else f"{language}/") + path


@pytest.fixture
def page(chromium, served):
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(WAIT)
    yield context.new_page()
    context.close()


def rows(language):
    """Return (query, rank, places) of the table of a language, with what is asked alike in all."""
    return [line.split("\t") for name in ("all", language) for line in (TABLES / f"{name}.tsv").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_query_finds_the_page_that_answers_it(page, served, language):
    table = rows(language)
    assert len(table) >= 80
    page.goto(served + at(language, "404.html") if language == SOURCE else served + at(language, ""))
    found = page.evaluate(FIND, [served, language, [query for query, _, _ in table]])
    missed = []
    for (query, rank, places), pages in zip(table, found, strict=True):
        shown = [address for sections in pages[: int(rank)] for address in sections]
        wanted = [at(language, place) for place in places.split(" ")]
        if not any(address == place or address.partition("#")[0] == place for place in wanted for address in shown):
            missed.append(f"{query}: {[sections[0] for sections in pages[:3]]}")
    assert len(missed) <= SLACK, f"tests/site/queries/{language}.tsv (or all.tsv):\n" + "\n".join(missed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_takes_words_apart_as_the_build_does(page, served, language):
    found = index.pages(ROOT / "docs", ROOT / "snippets", language)
    texts = [section.prose for sections in found.values() for section in sections[:3]]
    page.goto(served + "404.html")  # a page with nothing to draw
    script = "async ([root, texts]) => { const { words } = await import(new URL('assets/search/words.js', root)); return texts.map(text => words(text).map(({ word }) => word)) }"
    for text, taken in zip(texts, page.evaluate(script, [served, texts]), strict=True):
        assert taken == list(words(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_holds_the_pages_of_the_language_and_every_message(built, language):
    known = json.loads((built[0] / "assets" / "search" / f"{language}.js").read_text("utf-8").partition("] = ")[2])
    pages = {path.relative_to(ROOT / "docs" / language).as_posix() for path in (ROOT / "docs" / language).rglob("*.md")}
    address = linked("" if language == SOURCE else f"{language}/", "")
    assert {url for url, _ in known["pages"]} == {address(page) for page in pages - index.UNSEEN}
    assert len(known["errors"]) > 50
    for url, _ in known["pages"]:
        assert (built[0] / url / "index.html").is_file(), url


def loaded(page):
    """Return the list to which the page adds the path of whatever it loads."""
    paths = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path.removeprefix("/docs/")))
    return paths


def search(page, query):
    """Open search, type, and return the addresses of the results, best first, without those in English."""
    if not page.locator("dialog.fg-search").is_visible():
        page.keyboard.press("/")
        expect(page.locator("dialog.fg-search input")).to_be_focused()
    box = page.locator("dialog.fg-search input")
    box.fill(query)
    page.wait_for_function("() => document.querySelector('dialog.fg-search[aria-busy=false] .fg-search__count')?.textContent")
    links = page.locator(".fg-search__results > li:not(.fg-search__near):not(.fg-search__english) a").all()
    return [urlsplit(link.get_attribute("href")) for link in links]


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_the_first_result_little_is_loaded_and_nothing_before_search_is_opened(page, built, served, language):
    paths = loaded(page)
    page.goto(served + at(language, ""))
    page.wait_for_load_state("networkidle")  # after all scripts have run: a busy machine is idle between them
    assert not [path for path in paths if path.startswith("assets/search/")]
    del paths[:]
    assert search(page, "zero_grad")[0].path == f"/docs/{at(language, 'zero_grad/accumulation/')}"
    first = [path for path in paths if path.count("/") == 2]  # what lies deeper are excerpts: they come after the results
    assert f"assets/search/{language}.js" in first
    size = sum(len(gzip.compress((built[0] / unquote(path)).read_bytes(), 9)) for path in first)
    assert size <= MOST, f"{size} bytes: {first}"


def test_all_that_search_imports_is_asked_for_at_once():
    assets = ROOT / "theme" / "assets"
    parts = json.loads(re.search(r"PARTS = (\[.*\])", (assets / "search.js").read_text("utf-8"))[1])
    assert set(parts) == {path.stem for path in (assets / "search").glob("*.js")}


def test_the_section_that_answers_is_linked_with_the_words_marked(page, served):
    page.goto(served)
    assert search(page, "clip before unscale")[0].fragment == "clip-before-unscale"
    expect(page.locator(".fg-search__results mark").first).to_be_visible()
    assert len(page.locator(".fg-search__results span:has(mark)").first.inner_text()) > 80, "an excerpt is long enough to choose by"


def test_search_is_driven_by_keyboard(page, served):
    page.goto(served)
    assert page.locator(".fg-search-open").get_attribute("aria-keyshortcuts") == "/ Control+K", "who hears the page is told these keys"
    page.keyboard.press("Control+k")
    box = page.locator("dialog.fg-search input")
    expect(box).to_be_focused()
    search(page, "zero_grad")
    results = page.locator(".fg-search__results a")
    for key, focused in (("ArrowDown", results.first), ("ArrowDown", results.nth(1)), ("ArrowUp", results.first), ("ArrowUp", box)):
        page.keyboard.press(key)
        expect(focused).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/zero_grad/accumulation/**")


def test_english_pages_come_after_the_readers_own_and_on_demand(page, served):
    page.goto(served + "zh/")
    assert search(page, "梯度裁剪")[0].path == "/docs/zh/clipping/by-norm/"
    page.locator(".fg-search__english button").click()
    expect(page.locator(".fg-search__english ol[lang=en] a").first).to_be_visible()
    assert all(link.path.startswith("/docs/zh/") for link in search(page, "discriminator"))


@pytest.mark.parametrize(
    ("language", "typed", "term"),
    [
        ("en", "backprop", "backpropagation"),
        ("hi", "प्रवणता", "ग्रेडिएंट"),
        ("hi", "pravanta", "ग्रेडिएंट"),
        ("zh", "热身", "预热"),
        ("tr", "eniyileyici", "optimize edici"),
    ],
)
def test_a_word_that_the_guide_does_not_use_leads_to_its_term_and_says_so(page, served, language, typed, term):
    page.goto(served + at(language, ""))
    assert search(page, typed)
    said = page.locator(".fg-search__count").inner_text()
    assert typed in said
    assert term in said


ELSEWHERE = [
    ("en", "docker gradient", "docker"),
    ("hi", "docker ग्रेडिएंट", "docker"),
    ("zh", "docker 梯度", "docker"),
    ("tr", "flask gradyan hava durumu", "flask"),
]


@pytest.mark.parametrize(("language", "typed", "unmatched"), ELSEWHERE)
def test_words_that_match_nothing_are_named_beside_what_is_found(page, served, language, typed, unmatched):
    page.goto(served + at(language, ""))
    assert search(page, typed)
    start, _, end = page.locator("dialog.fg-search").get_attribute("data-no-match").partition("{words}")
    said = page.locator(".fg-search__count").inner_text()
    assert unmatched in said.partition(start)[2].partition(end)[0], said
    search(page, "step")
    assert start not in page.locator(".fg-search__count").inner_text()


@pytest.mark.parametrize("typed", ["词向量", "法向量"])
def test_of_a_word_that_only_looks_like_one_the_guide_avoids_nothing_is_said(page, served, typed):
    page.goto(served + "zh/")
    search(page, typed)
    start = page.locator("dialog.fg-search").get_attribute("data-says").partition("“")[0]
    assert start not in page.locator(".fg-search__count").inner_text()


def test_a_short_word_with_another_letter_is_another_word_and_a_doubled_letter_is_none():
    pairs = [
        ("flask", "flash"),
        ("docker", "doc"),
        ("hava", "hata"),
        ("टिकट", "टिका"),
        ("autograadd", "autograd"),
        ("gradeint", "gradient"),
        ("देखें", "देखूं"),
    ]
    said = node(
        f"say({json.dumps(pairs)}.map(pair => Math.max(alike(...pair), mistyped(...pair))))",
        alike="search/alike.js",
        mistyped="search/alike.js",
    )
    assert [share > 0.5 for share in said] == [False] * 4 + [True] * 3, said
    assert said[4] == 0.9, said


def test_nothing_found_offers_terms_of_the_glossary_and_escape_closes(page, served):
    page.goto(served + "tr/")
    assert search(page, "qqqgradd") == []
    assert "qqqgradd" in page.locator(".fg-search__count").inner_text()
    assert urlsplit(page.locator(".fg-search__near a").first.get_attribute("href")).path == "/docs/tr/glossary/"
    page.keyboard.press("Escape")
    expect(page.locator("dialog.fg-search")).not_to_be_visible()


@pytest.mark.parametrize(("language", "typed"), [("en", "xqzvbb"), ("hi", "xqzvbb"), ("zh", "魑魅魍魉"), ("tr", "qxzwv")])
def test_nothing_is_called_similar_to_what_resembles_no_term(page, served, language, typed):
    page.goto(served + at(language, ""))
    assert search(page, typed) == []
    assert typed in page.locator(".fg-search__count").inner_text()
    expect(page.locator(".fg-search__near")).to_have_count(0)


FOREIGN = [
    "AttributeError: 'Discriminator' object has no attribute 'clip'",
    "RuntimeError: CUDA error: device-side assert triggered",
    "ValueError: too many values to unpack (expected 2)",
    "ModuleNotFoundError: No module named 'torchvision'",
]


def test_a_message_that_the_guide_does_not_explain_gets_no_entry_but_pages(page, served):
    page.goto(served)
    for line in FOREIGN:
        search(page, line)
        entries, said = page.locator(".fg-search__entry").count(), page.locator(".fg-search__count").inner_text()
        assert (entries, said) == (0, page.locator("dialog.fg-search").get_attribute("data-no-entry")), line


PASTED = """  0%|          | 0/100 [00:00<?, ?it/s]
Traceback (most recent call last):
  File "/home/me/train.py", line 12, in <module>
    scaler.unscale_(optimizer)
    ~~~~~~~~~~~~~~~^^^^^^^^^^^
ValueError: Attempting to unscale FP16 gradients.

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/home/me/train.py", line 15, in <module>
    raise SystemError("no")
SystemError: the run was stopped by my own code
$ """


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_pasted_lines_the_message_that_is_explained_is_taken(page, served, language):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served + at(language, ""))
    page.evaluate("text => navigator.clipboard.writeText(text)", PASTED)
    page.keyboard.press("/")
    page.keyboard.press("Control+V")
    entry = page.locator(".fg-search__entry a")
    expect(entry).to_have_count(1)
    assert re.search(rf"/docs/{at(language, 'errors/mixed-precision/')}#e-fp16-gradients$", entry.get_attribute("href"))
    assert page.locator("dialog.fg-search input").input_value() == "ValueError: Attempting to unscale FP16 gradients."
