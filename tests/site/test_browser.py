"""The site as a reader meets it, in a real browser: quiet network, languages that keep the place."""

import contextlib
import functools
import re
import shutil
import subprocess
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from conftest import ROOT
from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages.strings import strings

PAGES = sorted(path.relative_to(ROOT / "docs" / SOURCE).as_posix() for path in (ROOT / "docs" / SOURCE).rglob("*.md"))
# One page of every type: home, chapter with figures, formulas, errors, cards, glossary, print sheet.
TYPES = [
    "",
    "zero_grad/forgetting-zero-grad/",
    "unscaled/full-recipe/",
    "schedules/cycles/",
    "errors/autograd/",
    "old-posts/",
    "glossary/",
    "cheat-sheet/",
    "check/",
    "explorer/",
    "translations/",
]


def at(language, path):
    return ("" if language == SOURCE else f"{language}/") + path


@pytest.fixture
def page(tab):
    return tab


every_type = pytest.mark.parametrize(("language", "path"), [(language, path) for language in LANGUAGES for path in TYPES])
# Width and size of the letters, in pixels: a phone, a window enlarged to 200 %, the window itself, and both with letters of twice the size.
WINDOWS = ((360, 16), (640, 16), (1280, 16), (640, 32), (1280, 32))
SIDEWAYS = """() => [...document.querySelectorAll("pre > code, .md-typeset__scrollwrap, .md-nav .md-ellipsis")]
  .filter(box => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1).map(box => box.textContent.trim().slice(0, 60))"""


@pytest.fixture(scope="module")
def visited(profile, served):
    """Return a function: language, path → what one visit of the page shows in every window; each page is visited once."""

    @functools.cache
    def visit(language, path):
        with contextlib.closing(profile.new_page()) as page:
            foreign, failed, logged, wide, own = [], [], [], {}, urlsplit(served).netloc
            page.set_viewport_size({"width": WINDOWS[0][0], "height": 800})
            page.on("request", lambda request: foreign.append(request.url) if urlsplit(request.url).netloc not in ("", own) else None)
            page.on("requestfailed", lambda request: failed.append(request.url))
            page.on("response", lambda response: failed.append(f"{response.status} {response.url}") if response.status >= 400 else None)
            page.on("console", lambda message: logged.append(message.text) if message.type in ("error", "warning") else None)
            page.on("pageerror", lambda error: logged.append(str(error)))
            page.goto(served + at(language, path), wait_until="load")
            page.mouse.wheel(0, 3000)
            page.wait_for_load_state("networkidle")
            seen = {"foreign": foreign[:], "failed": failed[:], "logged": logged[:]}
            page.add_style_tag(content=".md-tooltip { display: none }")  # closed bubbles have a place, too
            browser = profile.new_cdp_session(page)
            for width, letters in WINDOWS:
                page.set_viewport_size({"width": width, "height": 800})
                browser.send("Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters}})
                wide[width, letters] = (page.evaluate("document.documentElement.scrollWidth"), page.evaluate(SIDEWAYS))
            return seen, wide

    return visit


@every_type
def test_a_page_asks_only_its_own_origin_nothing_fails_and_nothing_is_logged(visited, language, path):
    seen, _ = visited(language, path)
    assert seen == {"foreign": [], "failed": [], "logged": []}


@every_type
def test_no_page_type_is_wider_than_the_window(visited, language, path):
    _, wide = visited(language, path)
    for (width, letters), (needed, sideways) in wide.items():
        where = f"{language}/{path} at {width}px, letters of {letters}px"
        assert needed <= width, where
        assert sideways == [], f"{where}: these code blocks and tables scroll sideways, or these names are cut"


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != SOURCE])
def test_the_language_menu_keeps_the_page_and_the_section(page, served, language):
    page.goto(served + "zero_grad/accumulation/#exercises", wait_until="load")
    page.locator(".fg-menu summary").click()
    page.keyboard.press("Escape")
    expect(page.locator(".fg-menu")).not_to_have_attribute("open", "")
    page.locator(".fg-menu summary").click()
    page.locator(f'.fg-menu a[hreflang="{LANGUAGES[language]}"]').click()
    page.wait_for_url(f"**/{language}/zero_grad/accumulation/#exercises")
    assert page.locator("html").get_attribute("lang") == LANGUAGES[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_chapter_is_cut_off_above_the_page(page, served, language):
    page.goto(served + at(language, "glossary/"), wait_until="load")
    cut = "names => names.filter(name => { const [own, box] = [name, name.closest('.md-tabs__list')].map(one => one.getBoundingClientRect()); return own.right > box.right || own.bottom > box.bottom }).map(name => name.textContent.trim())"
    for width in (1220, 1280, 1536, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator(".md-tabs__link").evaluate_all(cut) == [], f"{width}px: theme/assets/guide/3-frame.css"
    page.add_style_tag(content=".md-tabs__link { letter-spacing: .1em }")  # letters of another system
    assert page.locator(".md-tabs__link").evaluate_all(cut) == []
    expect(page.locator(".md-tabs__item--active")).to_be_in_viewport()


def test_the_home_page_opens_search_and_plays_a_run_that_can_be_paused(page, served):
    page.goto(served + "hi/")
    words = strings("hi")
    page.get_by_role("button", name=words["ask"]).click()
    expect(page.locator("dialog.fg-search input")).to_be_focused()
    page.keyboard.press("Escape")
    demo = page.locator(".fg-demo")
    expect(demo.locator(".fg-replay__output")).to_contain_text("before any backward")
    demo.get_by_role("button", name=words["replay.pause"]).click()
    count = demo.locator(".fg-replay__count").inner_text()
    expect(demo.get_by_role("button", name=words["replay.play"])).to_be_visible()
    assert demo.locator(".fg-replay__count").inner_text() == count


def test_nothing_moves_on_the_home_page_when_the_reader_wants_no_motion(chromium, served):
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(served)
    page.wait_for_load_state("networkidle")
    assert page.locator(".fg-demo .fg-output").is_visible()
    assert page.locator(".fg-replay").count() == 0
    moving = "[...document.querySelectorAll('*')].filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0.001).length"
    assert page.evaluate(moving) == 0, "theme/assets/guide/9-other-media.css: prefers-reduced-motion"
    context.close()


def test_the_focus_and_what_a_background_draws_are_seen_in_the_colours_of_the_readers_system(chromium, served):
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(served + "zero_grad/accumulation/", wait_until="load")
    page.locator(".md-annotation__index").first.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    outline = page.evaluate("(({ outlineStyle, outlineWidth }) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))")
    assert outline == ["solid", "2px"], "theme/assets/guide/: :focus-visible"
    adjusted = "mark => getComputedStyle(mark, '::after').forcedColorAdjust"
    assert page.locator(".md-annotation__index").first.evaluate(adjusted) == "none", "theme/assets/guide/9-other-media.css: forced-colors"
    page.locator(".fg-try").first.get_by_role("button", name="Change one thing").click()
    expect(page.locator(".fg-place--line").first).to_have_css("border-left-style", "solid")  # its background is gone
    context.close()


def test_on_a_narrow_phone_with_the_readers_own_spacing_the_home_page_cuts_no_name_and_no_button(page, served):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served, wait_until="load")
    page.locator(".fg-demo .fg-try button").last.wait_for()
    page.add_style_tag(content="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }")
    cut = "parts => parts.filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => scrollWidth > clientWidth || scrollHeight > clientHeight)"
    names = page.locator(".fg-demo .fg-try, .md-header__topic:first-child .md-ellipsis")
    assert names.evaluate_all(f"parts => ({cut})(parts).map(part => part.textContent)") == []


def test_what_was_read_is_kept_only_if_the_reader_says_so(page, served):
    words = strings("tr")
    page.goto(served + "tr/zero_grad/accumulation/")
    page.locator(".fg-here summary").click()
    assert page.evaluate("localStorage.getItem('fg-read')") is None
    page.get_by_role("button", name=words["here.unread"]).click()
    page.goto(served + "zero_grad/the-loop/")
    page.locator(".fg-here summary").click()
    expect(page.locator(".fg-was-read")).to_have_count(1)
    page.goto(served + "tr/zero_grad/accumulation/")
    page.locator(".fg-here summary").click()
    page.get_by_role("button", name=words["here.read"]).click()
    assert page.evaluate("localStorage.getItem('fg-read')") is None


def test_an_unknown_address_shows_the_404_page_and_its_links_work(page, served):
    response = page.goto(served + "hi/no/such/page/", wait_until="load")
    assert response.status == 404
    for language in LANGUAGES:
        assert strings(language)["404_title"] in page.locator("main").inner_text()
    expect(page.locator("section").first).to_have_attribute("lang", "hi")
    expect(page.locator("html")).to_have_attribute("lang", "hi")
    page.locator("section[lang=hi] a").click()
    page.wait_for_url("**/docs/hi/")
    page.goto(served + "no/such/page/", wait_until="load")
    expect(page.locator("section").first).to_have_attribute("lang", "en")


def test_copy_gives_code_without_annotation_markers(page, served):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served + "zero_grad/accumulation/", wait_until="load")
    page.locator(".fg-code .md-code__button, .fg-code button").first.click()
    page.wait_for_function("() => navigator.clipboard.readText().then(text => text.length > 0)")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert "import torch" in copied
    assert "(1)" not in copied
    compile(copied, "copied", "exec")


def test_without_javascript_code_output_and_language_menu_are_there(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + "zh/zero_grad/accumulation/")
    assert page.locator(".fg-code").count() > 0
    assert page.locator(".fg-output").count() > 0
    page.locator(".fg-menu summary").click()
    page.locator('.fg-menu a[hreflang="tr"]').click()
    assert page.url.endswith("/tr/zero_grad/accumulation/")
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_nothing_can_be_pasted_or_moved_without_javascript_the_page_says_so(chromium, page, served, language):
    home, says = served + ("" if language == SOURCE else f"{language}/"), strings(language)["needs_scripts"]
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    for path in ("check/", "explorer/", "optimizers/momentum/"):
        plain.goto(home + path)
        assert plain.locator("noscript").get_by_text(says, exact=True).is_visible()
        page.goto(home + path)
        assert not page.get_by_text(says, exact=True).is_visible()
    context.close()


def test_old_posts_show_the_claims_of_one_verdict_without_a_script(chromium, served):
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(served + "tr/old-posts/")
    rows = page.locator("tr[data-verdict]")
    everything = rows.filter(visible=True).count()
    page.locator('.fg-filter [value="outdated"]').check()
    shown = rows.filter(visible=True)
    assert 0 < shown.count() < everything
    assert {row.get_attribute("data-verdict") for row in shown.all()} == {"outdated"}
    tables, none = page.locator("table:has([data-verdict])"), page.get_by_text(strings("tr")["verdict.none"])
    empty = tables.count() - tables.filter(visible=True).count()
    assert empty == none.filter(visible=True).count() > 0, "a post without such a claim does not say so"
    assert tables.filter(visible=True).filter(has=shown).count() == tables.filter(visible=True).count()
    assert page.locator(".fg-next a").count() == 5
    context.close()


FIGURES = [page for page in PAGES if "\ncaption: " in (ROOT / "docs" / SOURCE / page).read_text("utf-8")]
OUTSIDE = """async addresses => {
  const article = document.querySelector("article"), outside = {}
  for (const address of addresses) {
    const other = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html")
    article.replaceChildren(...[...other.querySelectorAll(".fg-figure")].map(figure => document.adoptNode(figure)))
    outside[address] = [...article.querySelectorAll("svg")].flatMap(svg => {
      const box = svg.getBoundingClientRect()
      return [...svg.querySelectorAll("text")].filter(text => {
        const own = text.getBoundingClientRect()
        return text.textContent.trim() && own.width && (own.left < box.left - 1 || own.right > box.right + 1)
      }).map(text => text.textContent)
    })
    outside[address].unshift(...(article.querySelector("svg text") ? [] : ["no figure with a text"]))
  }
  return outside
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translated_label_leaves_its_figure(page, served, language):
    assert len(FIGURES) >= 12
    if not shutil.which("fc-list") or not subprocess.run(["fc-list", f":lang={language}"], capture_output=True).stdout:
        pytest.skip(f"no font for {language} here, so every width would be that of an empty box; `make test` as root installs one")
    pages = {served + at(language, path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"): path for path in FIGURES}
    page.goto(served + at(language, "zero_grad/forgetting-zero-grad/"), wait_until="load")
    for address, outside in page.evaluate(OUTSIDE, list(pages)).items():
        assert outside == [], f"docs/{language}/{pages[address]}: shorten these `label` lines"


def test_on_paper_the_page_stands_alone_and_everything_is_open(page, served):
    page.emulate_media(media="print")
    page.goto(served + "zero_grad/accumulation/", wait_until="load")
    for hidden in (".md-header", ".md-sidebar--primary", ".md-footer", ".fg-links"):
        assert not page.locator(hidden).first.is_visible(), f"{hidden} is printed"
    assert page.locator("details .fg-output").first.is_visible(), "answers and solutions are folded on paper"
    for path in ("zero_grad/accumulation/", "zero_grad/forgetting-zero-grad/"):
        page.goto(served + path)
        page.wait_for_load_state("networkidle")
        found = page.evaluate(
            "[...document.querySelectorAll('button:not(.md-annotation__index), input, select, nav, .fg-take, .fg-here, .fg-tell, .fg-edit, .headerlink')].filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 60))"
        )
        assert found == [], f"{path}: nobody can press that on paper: hide it in @media print"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cheat_sheet_is_one_page_on_paper(page, served, language):
    page.goto(served + at(language, "cheat-sheet/"), wait_until="load")
    pages = re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True))
    assert len(pages) == 1, "theme/assets/guide/9-other-media.css: .fg-sheet in @media print, or shorten docs/*/cheat-sheet.md"


FOCUSED = (
    "(({ left, right, top, width }) => [width && right > 0 && left < innerWidth, top])(document.activeElement.getBoundingClientRect())"
)


def test_in_a_narrow_window_the_keyboard_meets_only_what_is_seen_and_opens_and_closes_the_drawer(page, served):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(served + "zero_grad/accumulation/", wait_until="load")
    for _ in range(15):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED)[0], page.evaluate("document.activeElement.outerHTML")
    page.locator(".fg-drawer").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fg-drawer")).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".fg-drawer")).to_be_focused()
    expect(page.locator(".md-sidebar--primary")).to_be_hidden()


def test_going_back_with_the_keyboard_nothing_lies_under_the_header(page, served):
    page.goto(served + "zero_grad/accumulation/", wait_until="load")
    page.locator(".fg-take a").last.focus()
    below = page.locator(".md-header").bounding_box()["height"]
    for _ in range(30):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(FOCUSED)[1] >= below, page.evaluate("document.activeElement.outerHTML")


def test_annotations_are_marks_in_the_code_that_open(page, served):
    page.goto(served + "zero_grad/accumulation/", wait_until="load")
    mark = page.locator(".fg-code .md-annotation__index").first
    mark.wait_for()
    assert mark.get_attribute("aria-label") == strings("en")["note"].format(number=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_colours_of_the_system(page, served, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(served + "zero_grad/accumulation/", wait_until="load")
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    light = sum(map(int, re.findall(r"\d+", colour)[:3])) > 3 * 128
    assert light == (scheme == "light"), colour
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--fg-paper')"), "assets/guide.css is not loaded"
