"""Run and Edit as a reader meets them, in a real browser: every language, every way a run can end, keyboard, phone, dark, two tabs."""

import http.server
import re
import threading

import pytest
from playwright.sync_api import expect
from serving import serving

from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages.strings import strings


@pytest.fixture(scope="module")
def live(built):
    with serving(built[0]) as app:
        yield app


@pytest.fixture
def site(live):
    return f"http://127.0.0.1:{live.port}/docs/"


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def block(page, ref):
    return page.locator(f'.fg-code[data-ref="{ref}"]')


def result(page):
    return page.locator(".fg-run")


def click_run(page, ref):
    block(page, ref).locator(".fg-do-run").click()


def edit(page, ref, code):
    """Open the editor of a block and replace its text."""
    opened = block(page, ref)
    if opened.locator(".fg-do-edit").is_visible():
        opened.locator(".fg-do-edit").click()
    expect(opened.locator(".cm-content")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(code)


def run_code(page, ref, code):
    edit(page, ref, code)
    page.keyboard.press("Control+Enter")


def output(page):
    return result(page).locator("pre")


def size(text):
    return text.evaluate("text => getComputedStyle(text).fontSize")


REF = "zero_grad/accumulates:first"
PATH = "zero_grad/accumulation/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_run_edit_error_and_reset_in_every_language(page, site, language):
    words = strings(language)
    page.goto(site + ("" if language == SOURCE else f"{language}/") + PATH)
    expect(page.locator(".fg-how")).to_have_count(0)
    expect(block(page, REF).locator(".fg-do-run")).to_have_text(words["live.page.run"])
    click_run(page, REF)
    expect(result(page)).to_have_attribute("data-state", "same")
    expect(result(page).get_by_role("status")).to_have_text(words["live.page.same"])
    expect(output(page)).to_have_text("before any backward: None\nafter backward 1 : 3.0\nafter backward 2 : 6.0\nafter backward 3 : 9.0\n")
    recorded = size(page.locator(".fg-output code").first)
    assert size(output(page).locator("code")) == recorded, "an output is drawn in another size than the recorded one"

    run_code(page, REF, "import torch\n\nw = torch.tensor(2.0, requires_grad=True)\nprint('before any backward:', w.grad)\n1 / 0\n")
    expect(result(page)).to_have_attribute("data-state", "problem")
    assert size(block(page, REF).locator(".cm-content")) == recorded
    expect(result(page).get_by_role("status")).to_contain_text(words["live.page.error_line"].format(number=6))
    expect(result(page).locator("ins").first).to_have_text("+ Traceback (most recent call last):\n")
    expect(result(page).locator("del").first).to_have_text("− after backward 1 : 3.0\n")
    expect(block(page, REF).locator(".cm-lintRange-error")).to_have_text("1 / 0")
    expect(block(page, REF).locator(".cm-lineNumbers")).to_contain_text("6")

    block(page, REF).get_by_text(words["live.page.reset"], exact=True).click()
    expect(result(page)).to_have_count(0)
    expect(block(page, REF).locator("pre")).to_be_visible()
    expect(block(page, REF).locator(".fg-do-edit")).to_be_focused()
    click_run(page, REF)
    expect(result(page)).to_have_attribute("data-state", "same")


def test_edit_and_reset_work_where_the_reader_lets_pages_keep_nothing(page, site):
    page.add_init_script('Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("", "SecurityError") } })')
    page.goto(site + PATH)
    run_code(page, REF, "print('mine')\n")
    expect(output(page)).to_contain_text("mine")
    block(page, REF).get_by_text(strings("en")["live.page.reset"], exact=True).click()
    expect(block(page, REF).locator("pre")).to_be_visible()


def test_a_figure_is_a_picture_with_the_texts_of_the_page_and_other_data_draw_another(page, site):
    ref = "zero_grad/with_and_without"
    page.goto(site + "tr/zero_grad/forgetting-zero-grad/")
    page.get_by_text(strings("tr")["drawn"]).first.click()
    click_run(page, ref)
    expect(result(page)).to_have_attribute("data-state", "same")
    picture = result(page).locator("img")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    recorded = page.locator(".fg-figure[data-labels]").first
    assert picture.get_attribute("alt") == recorded.locator("svg").get_attribute("aria-label")
    drawn = picture.evaluate("image => fetch(image.src).then(answer => answer.text())")
    for text in recorded.evaluate("figure => Object.values(JSON.parse(figure.dataset.labels))"):
        assert text in drawn
    code = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nopen('a.txt', 'w').write('<script>')\n"
    run_code(page, ref, code)
    expect(result(page)).to_have_attribute("data-state", "different")
    expect(result(page).locator("img")).to_have_attribute("alt", strings("tr")["live.page.figure"])


@pytest.mark.parametrize(
    ("code", "state", "key", "shown"),
    [
        ("while True: print('x' * 79)", "problem", "output", "x" * 79),
        ("input('name? ')", "problem", "input", "EOFError: EOF when reading a line"),
        ("import os; print('out', flush=True); os._exit(3)", "problem", "status", "out"),
        ("pass", "different", "nothing", None),
        ("print('<img src=x onerror=alert(1)><b>bold</b>')", "different", "different", "<img src=x onerror=alert(1)><b>bold</b>"),
    ],
    ids=["flood", "input", "exit", "nothing", "html"],
)
def test_however_a_run_ends_the_page_says_how_and_shows_text_only(page, site, code, state, key, shown):
    page.on("dialog", lambda dialog: pytest.fail("output was taken for HTML"))
    page.goto(site + PATH)
    run_code(page, REF, code)
    expect(result(page)).to_have_attribute("data-state", state)
    expect(result(page).get_by_role("status")).to_contain_text(strings("en")[f"live.page.{key}"].format(number="@").split("@")[0].strip())
    if shown:
        expect(output(page)).to_contain_text(shown)
    assert output(page).locator(":not(code, ins, del)").count() == 0
    click_run(page, REF)
    expect(result(page)).to_have_attribute("data-state", state)


def test_an_endless_loop_shows_its_output_at_once_and_ends_at_stop(page, site):
    page.goto(site + PATH)
    run_code(page, REF, "print('before any backward: None')\nwhile True: pass")
    expect(output(page)).to_have_text("before any backward: None\n")
    expect(result(page)).to_have_attribute("data-state", "running")
    block(page, REF).locator(".fg-do-stop").click()
    expect(result(page).get_by_role("status")).to_have_text("Stopped")
    expect(block(page, REF).locator(".fg-do-stop")).to_be_hidden()
    expect(block(page, REF).locator(".fg-do-run")).to_be_focused()


def test_the_readers_own_run_can_be_stepped_through(page, site):
    page.goto(site + PATH)
    run_code(
        page,
        REF,
        "import torch\n\nw = torch.tensor(2.0, requires_grad=True)\nfor k in range(2):\n    (5 * w).backward()\n    print(w.grad.item())",
    )
    expect(result(page)).to_have_attribute("data-state", "different")
    page.get_by_role("button", name="Step through this run").click()
    player = result(page).locator(".fg-replay")
    expect(player.locator("table")).to_be_visible()
    player.get_by_role("slider").focus()
    page.keyboard.press("End")
    expect(player.locator("table")).to_contain_text("10")
    expect(player.get_by_role("status")).to_contain_text("Line 7", use_inner_text=True)  # as the editor counts
    expect(player.locator("pre")).to_have_text("5.0\n10.0\n")
    player.get_by_role("button", name="Close").click()
    expect(player).to_have_count(0)


def test_the_third_part_first_and_blocks_beside_each_other(page, site):
    page.goto(site + PATH)
    for ref in ("zero_grad/accumulates:inplace", "zero_grad/accumulates:reset", REF):
        click_run(page, ref)
    for number in range(3):
        expect(result(page).nth(number)).to_have_attribute("data-state", "same")


def test_a_second_click_starts_again_and_only_the_last_run_is_shown(page, site):
    page.goto(site + PATH)
    run_code(page, REF, "import time\nprint('first')\ntime.sleep(20)")
    expect(output(page)).to_have_text("first\n")
    run_code(page, REF, "print('two')")
    expect(result(page)).to_have_attribute("data-state", "different")
    expect(output(page)).to_contain_text("+ two")
    expect(output(page)).not_to_contain_text("first")


def test_two_tabs_and_a_reader_who_goes_away_and_comes_back(page, site):
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(site + PATH)
        run_code(tab, REF, f"print('tab {tab is page}')\nwhile True: pass")
    for tab in (page, other):
        expect(output(tab)).to_have_text(f"tab {tab is page}\n")
    other.close()
    page.goto(site + "zero_grad/none-or-zero/")
    page.go_back()
    expect(page.locator('.fg-run[data-state="running"]')).to_have_count(0)
    page.go_forward()
    page.go_back()
    if block(page, REF).locator(".fg-do-edit").is_visible():
        block(page, REF).locator(".fg-do-edit").click()
    expect(block(page, REF).locator(".cm-content")).to_contain_text("tab True")  # the draft of this tab
    block(page, REF).locator(".fg-do-reset").click()
    click_run(page, REF)
    expect(result(page)).to_have_attribute("data-state", "same")


def test_nothing_runs_and_nothing_is_loaded_before_a_click(page, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + PATH, wait_until="load")
    page.mouse.wheel(0, 3000)
    page.wait_for_function("document.querySelectorAll('.fg-do-run').length > 3")
    assert not [url for url in asked if re.search("_live|editor|block.js|panel.js", url)]
    click_run(page, REF)
    expect(result(page)).to_have_attribute("data-state", "same")
    assert not [url for url in asked if "editor" in url], "the editor comes with the first Edit"


def test_what_a_page_weighs_more_before_the_first_click(page, site, live, built):
    import gzip

    plain = (built[0] / PATH / "index.html").read_bytes()
    more = len(gzip.compress(page.request.get(site + PATH).body())) - len(gzip.compress(plain))
    more += sum(len(gzip.compress((built[0] / "assets" / "live" / name).read_bytes())) for name in ("start.js", "live.css"))
    assert more <= 4096, f"{more} bytes"


def test_by_keyboard_alone_with_names_for_a_screen_reader(page, site):
    page.goto(site + PATH)
    block(page, REF).locator(".fg-do-run").focus()
    page.keyboard.press("Enter")
    expect(result(page)).to_have_attribute("data-state", "same")
    expect(page.get_by_role("group", name="Your run of zero_grad/accumulates.py")).to_be_visible()
    page.keyboard.press("Tab")
    expect(block(page, REF).locator(".fg-do-edit")).to_be_focused()
    page.keyboard.press("Enter")
    editor = page.get_by_role("textbox", name="Code of zero_grad/accumulates.py, editable")
    expect(editor).to_be_focused()
    assert "Escape" in editor.get_attribute("aria-description")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(editor).not_to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(editor).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_is_cut_off_and_everything_can_be_read(chromium, site, scheme):
    context = chromium.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site + "hi/" + PATH)
    run_code(page, REF, f"import torch\nprint('{'x' * 200}')\n1 / 0")
    expect(result(page)).to_have_attribute("data-state", "problem")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for button in block(page, REF).locator(".fg-bar button:visible").all():
        box = button.bounding_box()
        assert box["height"] >= 40, "a finger needs room"
        assert box["x"] + box["width"] <= 360
    contrast = page.evaluate(
        CONTRAST, [".fg-run__status p", ".fg-run__title", ".fg-run ins", ".fg-do-run", ".cm-lineNumbers .cm-gutterElement"]
    )
    assert min(contrast) >= 4.5, contrast
    context.close()


CONTRAST = """selectors => selectors.map(selector => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  const rgb = colour => (canvas.clearRect(0, 0, 1, 1), (canvas.fillStyle = colour), canvas.fillRect(0, 0, 1, 1), [...canvas.getImageData(0, 0, 1, 1).data])
  const light = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0)
  let element = document.querySelector(selector)
  const front = light(rgb(getComputedStyle(element).color))
  while (rgb(getComputedStyle(element).backgroundColor)[3] < 255) element = element.parentElement
  const back = light(rgb(getComputedStyle(element).backgroundColor))
  return (Math.max(front, back) + .05) / (Math.min(front, back) + .05)
})"""


def test_a_server_that_was_restarted_or_has_gone_is_said(page, site, live):
    page.goto(site + PATH)
    token, live.token = live.token, "another"
    click_run(page, REF)
    expect(result(page).get_by_role("status")).to_have_text(strings("en")["live.page.restarted"])
    live.token = token
    page.route("**/_live/run", lambda route: route.abort())
    click_run(page, REF)
    expect(result(page).get_by_role("status")).to_have_text(strings("en")["live.page.gone"])


def test_the_static_site_says_in_one_line_how_to_get_it_and_shows_nothing_else(page, served):
    page.goto(served + PATH)
    expect(page.locator(".fg-how")).to_have_count(1)
    expect(page.locator(".fg-how")).to_contain_text("make serve")
    expect(page.locator(".fg-bar, .fg-do-run, script#fg-live")).to_have_count(0)


ATTACK = """async url => {
  const tried = {}
  const attempt = async (name, work) => { try { tried[name] = await work() } catch { tried[name] = "refused" } }
  const json = { method: "POST", body: '{"code": "print(7)"}', headers: { "Content-Type": "application/json", "X-Fieldguide-Token": "x" } }
  await attempt("read the token", async () => (await (await fetch(url + "/docs/zero_grad/accumulation/")).text()).length)
  await attempt("post as the page does", async () => (await fetch(url + "/_live/run", json)).status)
  await attempt("post as a form does", async () => (await fetch(url + "/_live/run", { method: "POST", mode: "no-cors", body: json.body })).type)
  await attempt("frame the page", () => new Promise((resolve, reject) => {
    const frame = document.body.appendChild(Object.assign(document.createElement("iframe"), { src: url + "/docs/zero_grad/accumulation/" }))
    frame.onload = () => resolve(frame.contentWindow.length === 0 ? "empty" : "framed")
  }))
  return tried
}"""


def test_a_page_of_another_origin_can_neither_read_the_token_nor_run_anything(chromium, live, built, tmp_path):
    (tmp_path / "index.html").write_text("<!doctype html><title>attack</title><body>")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=str(tmp_path))

        def log_message(self, *_args):
            pass

    other = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=other.serve_forever, daemon=True).start()
    runs, take = [], live.slots.take
    live.slots.take = lambda: runs.append(1) or take()
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"http://localhost:{other.server_address[1]}/")
    # The browser reports the refused frame in its own time: wait for the line, which fails if it never comes.
    with page.expect_console_message(lambda message: "X-Frame-Options" in message.text):
        tried = page.evaluate(ATTACK, f"http://127.0.0.1:{live.port}")
    live.slots.take = take
    context.close()
    other.shutdown()
    other.server_close()
    assert tried["read the token"] == "refused"
    assert tried["post as the page does"] == "refused"
    assert tried["post as a form does"] in ("opaque", "refused")  # it is sent, and refused there
    assert not runs, "something ran"


def test_the_code_of_the_explorer_is_run_and_its_numbers_are_those_of_the_figure(page, site):
    page.goto(f"{site}explorer/?surface=saddle&steps=20&run=Adam,lr:0.1,clip:norm,max:1&run=SGD,lr:0.05,momentum:0.9")
    page.locator(".fg-explorer__more").last.locator("summary").click()
    for number in (0, 1):
        page.get_by_text("Run it in PyTorch").nth(number).click()
    expect(page.get_by_text("PyTorch printed the same numbers as the figure, line by line.")).to_have_count(2)
