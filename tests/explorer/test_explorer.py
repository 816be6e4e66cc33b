"""The optimizer explorer: its arithmetic is torch's, its address holds its state, and it can be driven by hand."""

import html
import inspect
import json
import random
import re

import pytest
import torch
from in_node import node

from tools.explorer import OPTIMIZERS, RECORD, RUNS, STEPS, differs, torch_runs

RECORDED = [json.loads(line) for line in RECORD.read_text("utf-8").splitlines()]
WITHIN = 1e-9  # of max(1, |θ|)


@pytest.fixture(scope="module")
def page(chromium, served):
    page = chromium.new_page()
    page.goto(served + "robots.txt")
    yield page
    page.close()


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_explorer_computes_what_torch_computes(page, served, optimizer):
    ours = [one for one in RECORDED if one["run"]["optimizer"] == optimizer]
    assert len(ours) == RUNS
    found = page.evaluate(
        """async ([root, ones, steps]) => {
          const { trajectory } = await import(`${root}assets/explorer/trajectory.js`)
          return ones.map(({ scene, run }) => { const records = trajectory(scene, run); return steps.map(step => records[step].theta) })
        }""",
        [served, [{"scene": one["scene"], "run": one["run"]} for one in ours], list(STEPS)],
    )
    for one, theta in zip(ours, found, strict=True):
        assert differs(theta, one["theta"]) <= WITHIN, (
            f"theme/assets/explorer/rules.js: {one['scene']} {one['run']}: {theta} not {one['theta']}"
        )


def test_the_code_beside_the_explorer_does_the_same_in_torch_today(page, served):
    chosen = random.Random(4).sample(RECORDED, 60)
    codes = page.evaluate(
        """async ([root, ones]) => {
          const { code } = await import(`${root}assets/explorer/code.js`)
          return ones.map(({ scene, run }) => code(scene, run))
        }""",
        [served, [{"scene": one["scene"], "run": one["run"]} for one in chosen]],
    )
    for one, code in zip(chosen, codes, strict=True):
        assert differs(torch_runs(code), one["theta"]) <= WITHIN, f"tests/explorer/explorer.jsonl is old; run: make record\n{code}"


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_an_option_that_the_explorer_leaves_out_of_its_code_has_the_default_of_torch(optimizer):
    options = node("say(optimizers[process.argv[1]].options)", optimizer, optimizers="explorer/rules.js")
    known = inspect.signature(getattr(torch.optim, optimizer)).parameters
    for name, shape in options.items():
        default = known["betas"].default[int(name[-1]) - 1] if name.startswith("beta") else known[name].default
        assert shape["initial"] == default, f"theme/assets/explorer/rules.js: {optimizer}: {name} is {default} in torch"


def test_the_numbers_beside_the_picture_tell_the_gradient_from_what_step_used_with_six_digits():
    record = "{ theta: [1 / 3, 0], loss: 2 / 3, gradient: [20, 0], used: [1, 0], factor: 0.05, lr: 0.1, state: {} }"
    names = '{ loss: "loss", used: "used", factor: "factor" }'
    assert dict(node(f'say(rows({record}, {{ clip: "norm" }}, {names}))', rows="explorer/numbers.js")) == {
        "θ": "0.333333, 0",
        "loss": "0.666667",
        ".grad": "20, 0",
        "used": "1, 0",
        "factor": "0.05",
        "lr": "0.1",
    }


@pytest.fixture
def explorer(chromium, served):
    page = chromium.new_page()
    page.goto(served + "explorer/")
    page.wait_for_selector(".fg-explorer--ready")
    yield page
    page.close()


def numbers(page, row):
    return page.locator(f".fg-explorer__numbers tr:has(th:text-is('{row}')) td").all_inner_texts()


def test_the_explorer_is_driven_by_keyboard_and_its_address_brings_it_back(explorer):
    assert "60 / 60" in explorer.locator(".fg-explorer__transport").inner_text()
    before = numbers(explorer, "θ")
    explorer.locator(".fg-explorer__start").press("ArrowRight")
    assert numbers(explorer, "θ") != before
    explorer.locator("fieldset.fg-run-1 input[type=range][aria-label=momentum]").press("ArrowLeft")
    explorer.locator(".fg-explorer__transport input").press("ArrowLeft")
    assert "59 / 60" in explorer.locator(".fg-explorer__transport").inner_text()
    assert "θ" in explorer.locator(".fg-explorer__said").inner_text()
    explorer.get_by_text("Copy the address").click()
    shown = numbers(explorer, "θ")
    explorer.reload()
    explorer.locator(".fg-explorer__transport input").press("ArrowLeft")
    assert numbers(explorer, "θ") == shown


def test_the_level_lines_reach_the_sides_of_the_picture_in_a_low_window_too(explorer):
    explorer.set_viewport_size({"width": 1280, "height": 640})
    left, right, outer = explorer.evaluate(
        "(() => { const [levels, frame] = ['.fg-explorer__levels', '.fg-explorer__view > svg'].map(one => document.querySelector(one).getBoundingClientRect()); return [levels.left - frame.left, frame.right - levels.right, frame.width / frame.height] })()"
    )
    assert outer > 1.6, "the picture is no wider than its box: this tests nothing"
    assert left <= 0
    assert right <= 0


def test_dragging_the_start_moves_it(explorer):
    box = explorer.locator(".fg-explorer__start polygon").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    explorer.mouse.move(x, y)
    explorer.mouse.down()
    explorer.mouse.move(x + 100, y + 30)
    explorer.mouse.up()
    explorer.wait_for_function(
        "(new URLSearchParams(location.search).get('start') ?? '-2.5,1') !== '-2.5,1'"
    )  # written when the hand rests
    start = explorer.evaluate("new URLSearchParams(location.search).get('start')")
    assert float(start.split(",")[0]) > -2
    assert float(start.split(",")[1]) < 1, "dragged down, y is smaller"


def test_the_address_is_written_when_the_hand_rests_because_browsers_refuse_one_that_changes_at_every_move(chromium, served):
    page = chromium.new_page()
    page.clock.install()
    page.goto(served + "explorer/")
    page.wait_for_selector(".fg-explorer--ready")
    page.clock.pause_at("2100-01-01")
    page.evaluate(
        "() => { const write = history.replaceState; window.written = 0; history.replaceState = function (...words) { window.written++; write.apply(this, words) } }"
    )
    for _ in range(20):
        page.locator(".fg-explorer__start").press("ArrowRight")
    assert page.evaluate("window.written") == 0
    page.clock.run_for(1000)
    assert page.evaluate("window.written") == 1
    assert page.evaluate("new URLSearchParams(location.search).get('start')") == page.locator(".fg-explorer__start").get_attribute(
        "aria-valuetext"
    ).replace(" ", "")
    page.close()


def drag_a_slider(page):
    """Move the thumb of the first run's lr as a hand does, and keep the button down; the clock of ``page`` stands."""
    thumb = page.locator("fieldset.fg-run-0 input[type=range][aria-label=lr]")
    thumb.scroll_into_view_if_needed()
    box = thumb.bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.6, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, y)


@pytest.fixture
def standing(chromium, served):
    page = chromium.new_page(viewport={"width": 1280, "height": 1200})
    page.clock.install()
    page.goto(served + "explorer/")
    page.wait_for_selector(".fg-explorer--ready")
    page.clock.pause_at("2100-01-01")
    yield page
    page.close()


LR = "fieldset.fg-run-0 input[type=number][aria-label=lr]"


def test_while_a_slider_is_dragged_the_picture_follows_at_once_and_the_numbers_ten_times_a_second(standing):
    line, before = standing.locator("polyline.fg-run-0"), numbers(standing, "θ")
    points = line.get_attribute("points")
    drag_a_slider(standing)
    assert line.get_attribute("points") != points
    assert numbers(standing, "θ") == before
    standing.clock.run_for(100)
    assert numbers(standing, "θ") != before
    assert standing.locator(LR).input_value() != "0.03"


def test_when_the_hand_lets_go_no_number_is_older_than_the_picture(standing):
    before = numbers(standing, "θ")
    drag_a_slider(standing)
    standing.mouse.up()
    assert (after := numbers(standing, "θ")) != before
    assert (lr := standing.locator(LR).input_value()) != "0.03"
    standing.clock.run_for(1000)
    assert (numbers(standing, "θ"), standing.locator(LR).input_value()) == (after, lr)
    assert f"run=SGD,lr:{lr}" in standing.evaluate("location.search")


def test_only_a_run_that_changed_is_computed_anew_and_the_others_stay_as_they_are(explorer):
    lines = [explorer.locator(f"polyline.fg-run-{number}") for number in (0, 1)]
    before = [line.get_attribute("points") for line in lines]
    explorer.locator("fieldset.fg-run-0 input[type=range][aria-label=lr]").press("ArrowLeft")
    after = [line.get_attribute("points") for line in lines]
    assert after[0] != before[0]
    assert after[1] == before[1]
    explorer.locator("fieldset").first.locator("input[type=range]").first.press("ArrowLeft")
    assert [len(line.get_attribute("points").split()) for line in lines] == [60, 60], "one iteration less for both"


def test_the_address_stays_as_it_was_until_something_is_moved(standing):
    standing.clock.run_for(1000)
    assert standing.evaluate("location.search") == ""


def test_a_reader_who_leaves_before_the_hand_has_rested_finds_the_settings_when_she_comes_back(standing, served):
    standing.locator(".fg-explorer__start").press("ArrowRight")
    standing.goto(served + "robots.txt")
    standing.go_back()
    standing.wait_for_selector(".fg-explorer--ready")
    assert "start=-2.44,1" in standing.evaluate("location.search")


def test_runs_are_added_and_removed_and_a_refused_option_cannot_be_chosen(explorer):
    explorer.get_by_text("Add a run").click()
    assert explorer.locator("fieldset").count() == 4
    assert explorer.get_by_text("Add a run").count() == 0
    explorer.get_by_text("Remove run B").click()
    assert explorer.locator("fieldset").count() == 3
    nesterov = explorer.locator("fieldset.fg-run-0 [data-nesterov] input")
    assert nesterov.is_disabled()  # momentum is 0: torch would refuse
    explorer.locator("fieldset.fg-run-0 input[type=number][aria-label=momentum]").fill("0.5")
    explorer.locator("fieldset.fg-run-0 input[type=number][aria-label=momentum]").press("Tab")
    assert nesterov.is_enabled()


@pytest.mark.parametrize(
    "query", ["?surface=constructor&run=toString", "?surface=ravine&run=SGD,lr:NaN,max:-1&start=a,b&steps=1e9&seed=-5", "?run="]
)
def test_an_address_that_makes_no_sense_is_read_as_far_as_it_does(chromium, served, query):
    page, wrong = chromium.new_page(), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(served + "explorer/" + query)
    page.wait_for_selector(".fg-explorer--ready")
    assert not wrong
    assert numbers(page, "θ")
    page.close()


def test_without_scripts_a_recorded_figure_stands_in_place_of_the_explorer(chromium, served):
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(served + "explorer/")
    assert page.locator(".fg-explorer figure svg").is_visible()
    page.context.close()


def test_every_explorer_of_the_guide_starts_with_settings_that_are_kept(chromium, built, page, served):
    site = built[0]
    asked = {
        html.unescape(found) for path in site.rglob("*.html") for found in re.findall(r'data-settings="([^"]*)"', path.read_text("utf-8"))
    }
    asked |= {
        html.unescape(found)
        for path in site.rglob("*.html")
        for found in re.findall(r'explorer/\?(surface=[^"]*)"', path.read_text("utf-8"))
    }
    assert asked
    for settings in asked:
        kept = page.evaluate(
            "async ([root, text]) => { const { parse, format } = await import(`${root}assets/explorer/settings.js`); return format(parse(text)) }",
            [served, settings],
        )
        lost = [word for word in re.split("[&,]", settings) if word not in re.split("[&,]", kept)]
        assert not lost, f"the explorer does not know {lost} of {settings!r}"
