"""What every page does by itself, with assets/page/ in place of Material's script: notes, hints, colours, sidebars."""

import pytest
from playwright.sync_api import expect

from conftest import WAIT
from fieldguide.languages.strings import strings

ARTICLE = "zero_grad/accumulation/"


@pytest.fixture
def page(chromium, served):
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    context.set_default_timeout(WAIT)
    yield context.new_page()
    context.close()


def test_a_note_opens_by_click_and_by_keyboard_and_closes_with_escape(page, served):
    page.goto(served + ARTICLE, wait_until="load")
    mark, bubble = page.locator(".md-annotation__index").nth(1), page.locator(".md-annotation .md-tooltip")
    mark.click()
    expect(bubble).to_contain_text("computes 3 and adds it to")
    expect(mark).to_have_attribute("aria-expanded", "true")
    mark.click()
    expect(bubble).to_have_count(0)
    page.locator(".md-annotation__index").first.focus()
    page.keyboard.press("Tab")
    expect(bubble).to_have_count(1)
    assert mark.evaluate("mark => document.getElementById(mark.getAttribute('aria-describedby')).textContent").strip()
    page.keyboard.press("Escape")
    expect(bubble).to_have_count(0)
    page.keyboard.press("Enter")
    expect(bubble).to_have_count(1)
    page.locator("h1").click()
    expect(bubble).to_have_count(0)


def test_a_finger_meets_the_mark_of_a_note_and_the_next_one_while_the_first_is_open(page, served):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(served + ARTICLE, wait_until="load")
    marks = page.locator(".fg-code").first.locator(".md-annotation__index")
    met = """mark => {
      const { left, top, width, height } = mark.getBoundingClientRect()
      const corners = [1, 23].flatMap(x => [1, 23].map(y => [left + width / 2 - 12 + x, top + height / 2 - 12 + y]))
      return corners.every(([x, y]) => mark.contains(document.elementFromPoint(x, y)))
    }"""
    marks.first.click()
    expect(page.locator(".md-annotation .md-tooltip--active")).to_have_count(1)
    assert marks.evaluate_all(f"marks => marks.map({met})") == [True, True], "theme/assets/page/code.js: a bubble lies on a mark"


@pytest.mark.parametrize("width", [390, 1280])
def test_every_icon_of_the_stylesheet_has_a_shape(page, served, width):
    squares = """() => [...document.querySelectorAll("body *")].flatMap(one => ["::before", "::after"].flatMap(part => {
      const { content, backgroundColor, clipPath, borderRadius, width, height } = getComputedStyle(one, part)
      const isSquare = content !== "none" && backgroundColor !== "rgba(0, 0, 0, 0)" && parseFloat(width) > 9 && width === height
      return isSquare ? [[`${one.tagName}.${one.className}${part}`, clipPath !== "none" || borderRadius.endsWith("%")]] : []
    }))"""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(served + ARTICLE, wait_until="load")
    page.locator(".md-code__button").first.wait_for()
    found = page.evaluate(squares)
    assert len(found) > 20
    plain = {name for name, has_shape in found if not has_shape}
    assert not plain, f"theme/assets/guide/3-icons.css: {plain}"


def test_a_link_in_a_note_is_reached_by_tab(page, served):
    page.goto(served + ARTICLE, wait_until="load")
    page.locator(".md-annotation__index").first.focus()
    page.locator(".md-annotation .md-tooltip__inner").evaluate("inner => { inner.innerHTML = '<a href=\"#x\">more</a>' }")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "more"
    expect(page.locator(".md-annotation .md-tooltip")).to_have_count(1)


def test_the_notes_stand_below_the_code_on_paper_and_without_javascript(page, served, chromium):
    page.goto(served + ARTICLE, wait_until="load")
    notes = page.locator(".fg-code + ol").first
    expect(notes).to_be_hidden()
    page.emulate_media(media="print")
    expect(notes).to_be_visible()
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(served + ARTICLE)
    expect(plain.locator(".fg-code + ol").first).to_be_visible()
    context.close()


def test_copying_is_told(page, served):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served + "tr/" + ARTICLE, wait_until="load")
    page.get_by_role("button", name=strings("tr")["clipboard.copy"], exact=True).first.click()
    told = page.get_by_role("status").filter(has_text=strings("tr")["clipboard.copied"])
    expect(told).to_have_count(1)
    expect(told).to_have_css("opacity", "1")


def test_the_chosen_colours_stay_on_the_next_page_and_the_focus_on_the_button(page, served):
    page.goto(served, wait_until="load")
    page.get_by_role("button", name=strings("en")["palette_dark"]).click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.get_by_role("button", name=strings("en")["palette_light"])).to_be_focused()
    frame = "document.querySelector('meta[name=theme-color]').content === getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(frame), "theme/assets/guide.js: the window of the browser keeps another colour"
    page.goto(served + ARTICLE, wait_until="load")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name=strings("en")["palette_light"]).click()
    page.emulate_media(color_scheme="dark")
    page.reload(wait_until="load")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_all_works_where_the_reader_lets_pages_keep_nothing(page, served):
    page.add_init_script('Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError") } })')
    page.goto(served + ARTICLE)
    page.locator(".fg-scheme button[value=slate]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    button = page.locator(".fg-kept button")
    page.locator("details:has(.fg-kept) > summary").click()
    button.click()
    expect(button).to_have_text(button.get_attribute("data-read"))


def test_the_colours_follow_the_system_while_nothing_was_chosen(page, served):
    page.goto(served, wait_until="load")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_definition_is_shown_by_pointer_and_by_keyboard_and_leaves_with_escape(page, served):
    page.goto(served + ARTICLE, wait_until="load")
    term, tip = page.locator(".fg-term").first, page.locator(".fg-tip")
    definition = term.get_attribute("title")
    term.hover()
    expect(tip).to_have_text(definition)
    tip.hover()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.keyboard.press("Tab")
    term.focus()
    expect(tip).to_be_visible()
    assert term.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Shift+Tab")
    expect(tip).to_be_hidden()
    expect(term).to_have_attribute("title", definition)


def test_the_sidebar_names_the_section_and_the_header_the_page(page, served):
    page.goto(served + ARTICLE + "#exercises", wait_until="load")
    expect(page.locator(".md-sidebar--secondary .md-nav__link--active")).to_have_attribute("href", "#exercises")
    expect(page.locator(".md-header__title--active .md-header__topic").last).to_contain_text("Why gradients add up")
    top = page.get_by_role("button", name=strings("en")["top"])
    expect(top).to_be_hidden()
    page.mouse.move(600, 400)
    page.mouse.wheel(0, -200)
    top.click()
    page.wait_for_function("scrollY === 0")
    expect(page.locator(".md-header__title--active")).to_have_count(0)


def test_both_sidebars_end_with_the_window_and_stay_in_sight(page, served):
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto(served + "optimizers/options/", wait_until="load")
    page.mouse.move(600, 300)
    page.mouse.wheel(0, 1500)
    page.wait_for_function("scrollY > 1000")
    for box in page.locator(".md-sidebar__scrollwrap").all():
        place = box.bounding_box()
        assert 0 < place["y"] < place["y"] + place["height"] <= 400, place
    active = page.locator(".md-sidebar--primary .md-nav__link--active[href]").bounding_box()
    assert 0 < active["y"] < 400, "the page's own name is outside the part of the sidebar that is seen"


def test_the_drawer_shows_the_pages_of_its_chapter_leads_to_the_others_and_closes_at_a_section(page, served):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(served + ARTICLE, wait_until="load")
    page.locator(".fg-drawer").click()
    assert page.locator("#__drawer").is_checked()
    chapter = page.locator(".md-sidebar--primary nav[data-md-level='1']")
    expect(chapter).to_have_attribute("aria-expanded", "true")
    expect(chapter.locator("a[href='../none-or-zero/']")).to_be_in_viewport()
    chapter.locator("> .md-nav__title").press("Enter")
    expect(chapter).to_have_attribute("aria-expanded", "false")
    page.locator(".md-sidebar--primary a.md-nav__link[href='../../gradients/first-gradient/']").click()
    page.wait_for_url("**/gradients/first-gradient/")
    page.goto(served + ARTICLE, wait_until="load")
    page.locator(".fg-drawer").click()
    page.evaluate("location.hash = '#exercises'")
    expect(page.locator("#__drawer")).not_to_be_checked()


@pytest.fixture
def first_view(chromium):
    """Return a page that is shown as a reader sees it first: `first` is how far what stands last is laid out then, `wide` how far the formulas are."""
    context = chromium.new_context.__wrapped__(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(WAIT)
    page = context.new_page()
    page.add_init_script("""
      self.visibility = block => getComputedStyle(block).contentVisibility
      self.last = () => visibility(document.querySelector(".fg-page").lastElementChild)
      document.addEventListener("DOMContentLoaded", () => {
        self.first = last()
        self.wide = [...document.querySelectorAll(".fg-page > .fg-formula")].map(visibility)
        if (!location.search.includes("click")) return
        document.body.click()
        self.clicked = last()
      })""")
    yield page
    context.close()


def test_what_is_far_below_is_laid_out_after_the_first_view_and_a_reader_who_comes_back_finds_her_place(first_view, served):
    page = first_view
    page.goto(served + ARTICLE, wait_until="load")
    assert page.evaluate("first") == "auto"
    page.wait_for_function("last() === 'visible'")
    page.evaluate("scrollTo(0, document.getElementById('exercises').offsetTop - 300)")
    place = page.evaluate("document.getElementById('exercises').getBoundingClientRect().top")
    assert 200 < place < 400
    page.goto(served + "zero_grad/the-loop/", wait_until="load")
    page.go_back(wait_until="load")
    page.wait_for_function(f"Math.abs(document.getElementById('exercises').getBoundingClientRect().top - {place}) < 20")
    assert page.evaluate("first") == "visible", "theme/partials/first.html: going back is no first view"
    page.goto(served + "optimizers/adam/#exercises", wait_until="load")
    assert page.evaluate("first") == "visible", "theme/partials/first.html: neither is a link to a section"


def test_formulas_are_laid_out_at_once_and_a_click_lays_out_the_rest(first_view, served):
    page = first_view
    page.goto(served + "optimizers/momentum/?click", wait_until="load")
    assert page.evaluate("[first, clicked]") == ["auto", "visible"], (
        "theme/assets/guide.js: a link to a section leads to where it does not stay"
    )
    assert set(page.evaluate("wide")) == {"visible"}, (
        "theme/assets/guide/4-reading.css: a formula that is left out is not told that it is wide"
    )


def test_a_link_to_something_folded_opens_it(page, served):
    page.goto(served + ARTICLE, wait_until="load")
    page.evaluate("document.querySelector('details:not([open]) .fg-output').id = 'inside'; location.hash = '#inside'")
    expect(page.locator("#inside")).to_be_visible()


def test_of_two_tabs_one_is_shown_and_arrow_keys_show_the_other(page, served):
    page.goto(served + "check/zeroing/", wait_until="load")
    tabs = page.locator(".tabbed-set").first
    blocks = tabs.locator(".tabbed-block")
    expect(blocks.nth(0)).to_be_visible()
    expect(blocks.nth(1)).to_be_hidden()
    tabs.locator("input").first.focus()
    page.keyboard.press("ArrowRight")
    expect(blocks.nth(1)).to_be_visible()
    expect(blocks.nth(0)).to_be_hidden()


def test_n_and_p_turn_pages_but_not_while_typing(page, served):
    page.goto(served + ARTICLE, wait_until="load")
    page.keyboard.press("/")
    page.keyboard.press("n")
    expect(page.locator("dialog.fg-search input")).to_have_value("n")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.fg-search")).not_to_be_visible()
    page.keyboard.press("n")
    page.wait_for_url("**/zero_grad/none-or-zero/")
    page.keyboard.press("p")
    page.wait_for_url(f"**/{ARTICLE}")


def test_a_formula_that_is_wider_than_the_phone_can_be_scrolled_by_keyboard(page, served):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served + "hi/schedules/cycles/", wait_until="load")
    sizes = "boxes => boxes.map(box => [box.scrollWidth > box.clientWidth, box.tabIndex === 0])"
    wide = page.locator(".fg-formula").evaluate_all(sizes)
    assert any(sticks_out for sticks_out, _ in wide), "no formula of this page is wide; test another page"
    page.wait_for_function(
        "[...document.querySelectorAll('.fg-formula')].every(box => (box.scrollWidth > box.clientWidth) === (box.tabIndex === 0))"
    )
    named = page.get_by_role("group", name=strings("hi")["formula"], exact=True)
    expect(named).to_have_count(sum(sticks_out for sticks_out, _ in wide))
    high = "boxes => boxes.filter(box => box.scrollHeight > box.clientHeight).map(box => box.textContent)"
    assert page.locator(".fg-formula").evaluate_all(high) == [], "these formulas scroll up and down"
    assert "local" in named.first.evaluate("box => getComputedStyle(box).backgroundAttachment"), "nothing shows that it goes on"
    page.set_viewport_size({"width": 1280, "height": 844})
    page.wait_for_function("![...document.querySelectorAll('.fg-formula')].some(box => box.tabIndex === 0)")
    expect(named).to_have_count(0)
    page.goto(served + "hi/optimizers/adafactor/", wait_until="load")
    assert page.locator(".fg-formula").evaluate_all(high) == [], "these formulas scroll up and down"


@pytest.mark.parametrize("window", [(1280, 1440), (412, 823)], ids=str)
@pytest.mark.parametrize("path", ["", ARTICLE, "errors/autograd/", "optimizers/momentum/", "explorer/", "check/", "tr/cheat-sheet/"])
def test_what_scripts_add_has_its_place_before_so_that_nothing_moves_while_a_page_loads(chromium, served, path, window):
    context = chromium.new_context(viewport=dict(zip(("width", "height"), window, strict=True)), reduced_motion="reduce")
    page = context.new_page()
    blocks = (
        "[...document.querySelectorAll('.fg-page > :not([hidden])')].map(block => Math.min(innerHeight, block.getBoundingClientRect().top))"
    )
    page.route("**/*.js*", lambda route: route.abort())
    page.goto(served + path, wait_until="load")
    before = page.evaluate(blocks)
    page.unroute("**/*.js*")
    page.goto(served + path, wait_until="networkidle")
    moved = [(number, old, new) for number, (old, new) in enumerate(zip(before, page.evaluate(blocks), strict=True)) if abs(old - new) > 4]
    assert not moved, f"block, its top before the scripts and after: {moved[:3]}"
    context.close()
