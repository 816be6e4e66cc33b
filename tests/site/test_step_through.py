"""Step through and Change one thing, as a reader uses them in a real browser."""

import json
from urllib.parse import urlsplit

import pytest
from in_node import node
from playwright.sync_api import expect

from conftest import ROOT
from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages.strings import strings
from fieldguide.recorded import changed, replay
from fieldguide.run.follow.steps import expand

SNIPPETS = ROOT / "snippets"
LOOP = "zero_grad/accumulation/"


@pytest.fixture
def page(tab):
    """A page whose scripts may complain of nothing."""
    problems = []
    tab.on("pageerror", lambda error: problems.append(str(error)))
    yield tab
    assert problems == []


def block(page, ref):
    return page.locator(f'.fg-code[data-ref="{ref}"]').first


def step_through(page, served, path, ref, language=SOURCE):
    """Open a page and the replay of a block; return the block."""
    page.goto(served + ("" if language == SOURCE else f"{language}/") + path)
    code = block(page, ref)
    code.get_by_role("button", name=strings(language)["replay.step"], exact=True).click()
    expect(code.locator(".fg-replay__status")).not_to_be_empty()
    return code


def values(code):
    """Return name → value of the table beside the code."""
    return dict(code.locator(".fg-replay__table tr:has(td)").evaluate_all(
        "rows => rows.map(row => [row.querySelector('th').innerText, row.querySelector('td > span').innerText])"
    ))  # fmt: skip


def test_nothing_but_a_small_script_is_loaded_before_the_first_click(page, served):
    loaded = []
    page.on("request", lambda request: loaded.append(urlsplit(request.url).path))
    page.goto(served + LOOP)
    page.wait_for_load_state("networkidle")
    ours = [path for path in loaded if "/assets/replay/" in path or path.endswith((".trace.json", ".changes.json"))]
    assert [path.rsplit("/", 1)[1] for path in ours] == ["start.js"]
    assert (ROOT / "theme" / "assets" / "replay" / "start.js").stat().st_size <= 1024
    block(page, "zero_grad/accumulates:reset").get_by_role("button", name="Step through").click()
    expect(page.locator(".fg-replay")).to_be_visible()
    assert [path for path in loaded if path.endswith(".trace.json")] == ["/docs/snippets/zero_grad/accumulates.trace.json"]


def test_every_step_shows_its_line_its_values_and_what_was_printed_by_then(page, served):
    code = step_through(page, served, LOOP, "zero_grad/accumulates:first")
    page.get_by_role("button", name="Skip the question").click()
    grads, recorded = [], block(page, "zero_grad/accumulates:first").locator("xpath=following::div[contains(@class,'fg-output')][1]//code")
    for _ in range(13):
        grads.append(values(code)["w.grad"])
        page.keyboard.press("ArrowRight")
    assert list(dict.fromkeys(grads)) == ["None", "3", "6", "9"]
    assert code.locator(".fg-replay__output code").text_content() == recorded.text_content()
    expect(code.locator(".fg-replay__status")).to_contain_text("Line 8 · iteration 3 of 3")
    expect(code.get_by_role("button", name="Next step")).to_be_disabled()
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    expect(code.locator(".fg-replay__status")).to_contain_text("Line 7 · iteration 2 of 3 · w.grad: 3 → 6")
    expect(code.locator("tr.fg-changed")).to_have_count(1)
    assert code.locator(".fg-replay__output code").text_content() == "".join(recorded.text_content().splitlines(keepends=True)[:2])


def test_the_marked_line_is_the_line_of_the_step(page, served):
    code = step_through(page, served, LOOP, "zero_grad/accumulates:reset")
    lines = code.locator("pre > code").first.text_content().splitlines()
    for step, wanted in enumerate(("w.grad = None", "(3 * w).backward()", "print("), 1):
        expect(code.locator(".fg-replay__count")).to_have_text(f"{step} / 3")
        index = code.evaluate(
            "code => { const [now, all] = ['.fg-now', 'pre > code'].map(name => code.querySelector(name));"
            " return Math.round((now.getBoundingClientRect().y - all.getBoundingClientRect().y) / parseFloat(getComputedStyle(all).lineHeight) - 0.5) }"
        )
        assert lines[int(index)].startswith(wanted), (lines, index)
        page.keyboard.press("ArrowRight")


def test_a_replay_plays_to_its_end_and_stops_when_the_reader_takes_over(page, served):
    code = step_through(page, served, LOOP, "zero_grad/accumulates:reset")
    play = code.get_by_role("button", name=strings(SOURCE)["replay.play"])
    play.click()
    expect(code.locator(".fg-replay__count")).to_have_text("3 / 3")
    expect(play).to_be_visible()
    play.click()
    page.keyboard.press("ArrowRight")
    expect(play).to_be_visible()


def test_a_value_can_be_followed_from_change_to_change(page, served):
    code = step_through(page, served, LOOP, "zero_grad/accumulates:first")
    page.get_by_role("button", name="Skip the question").click()
    code.get_by_role("button", name="w.grad", exact=True).click()
    found = []
    follow = code.locator(".fg-replay__follow")
    while follow.is_enabled():
        follow.click()
        found.append(values(code)["w.grad"])
    assert found == ["3", "6", "9"]
    expect(follow).to_have_text("w.grad does not change again")


def test_a_later_section_starts_at_its_first_line_and_knows_what_was_before(page, served):
    code = step_through(page, served, LOOP, "zero_grad/accumulates:inplace")
    assert values(code) == {"w.grad": "3", "kept": "3"}
    expect(code.locator("small", has_text="is w.grad")).to_be_visible()
    code.get_by_role("button", name="Show all values").click()
    assert values(code).keys() >= {"w", "w.grad", "k", "loss", "kept"}
    page.get_by_role("button", name="Next step").click()
    assert values(code)["kept"] == values(code)["w.grad"] == "6"


@pytest.mark.parametrize(
    ("answer", "said"), [("9", "Your answer 9 is right"), ("tensor(9.)", "is right"), ("8.9", "The run shows 9 for w.grad")]
)
def test_under_a_question_the_reader_answers_first_and_then_sees(page, served, answer, said):
    sent = []
    page.emulate_media(reduced_motion="reduce")  # or it has begun to play
    code = step_through(page, served, "", "zero_grad/accumulates:first")
    page.on("request", lambda request: sent.append(request.url))
    page.keyboard.press("ArrowRight")
    assert values(code)["w.grad"] == "None", "the replay goes on before there is an answer"
    ask = code.locator(".fg-replay__ask")
    ask.get_by_role("textbox").fill(answer)
    page.keyboard.press("Enter")
    for _ in range(12):
        expect(ask).not_to_contain_text("right")
        page.keyboard.press("ArrowRight")
    expect(ask).to_contain_text(said)
    assert sent == []
    kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert not [key for key in kept if "replay" in key or "accumulates" in key], kept


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_prediction_can_be_picked_from_recorded_values_but_only_when_the_reader_asks_for_them(page, served, language):
    words = strings(language)
    code = step_through(page, served, LOOP, "zero_grad/accumulates:first", language)
    expect(code.locator(".fg-replay__ask").get_by_text("6", exact=True)).to_have_count(0)
    code.get_by_role("button", name=words["replay.pick"], exact=True).click()
    choices = code.get_by_role("group", name=words["replay.pick"], exact=True).get_by_role("button")
    expect(choices.first).to_be_focused()
    assert choices.all_inner_texts() == ["3", "6", "9", "None"]
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    code.get_by_role("button", name="6", exact=True).press("Enter")
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    said = words["replay.wrong"].format(answer="6", name="w.grad", value="9")
    expect(code.locator(".fg-replay__ask")).to_have_text(said)


def test_where_only_one_recorded_value_could_be_meant_nothing_is_offered(page, served):
    code = step_through(page, served, "gradients/first-gradient/", "gradients/first_gradient")
    expect(code.get_by_role("textbox")).to_be_visible()
    expect(code.get_by_role("button", name=strings(SOURCE)["replay.pick"])).to_have_count(0)


def test_a_value_that_is_asked_for_is_not_shown_before_the_answer(page, served):
    code = step_through(page, served, "gradients/update-step/", "gradients/one_step:backward")
    assert values(code)["w.grad"] == "…"
    expect(code.locator(".fg-replay__status")).not_to_contain_text("-16")
    code.get_by_role("textbox").fill("-16")
    page.keyboard.press("Enter")
    expect(code.locator(".fg-replay__ask")).to_contain_text("is right")
    assert values(code)["w.grad"] == "-16"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guided_replay_speaks_the_language_of_the_page(page, served, language):
    words = strings(language)
    code = step_through(page, served, "unscaled/grad-scaler/", "unscaled/scaler_steps", language)
    code.get_by_role("button", name=words["replay.skip"]).click()
    assert code.locator(".fg-replay__count").text_content() == "4 / 59"
    said = code.locator(".fg-replay__said")
    expect(said).to_be_hidden()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    source = (ROOT / "docs" / language / "unscaled" / "grad-scaler.md").read_text("utf-8")
    wanted = next(line.partition(": ")[2] for line in source.splitlines() if line.startswith("step 7: "))
    assert said.text_content() == wanted.replace("`", "")
    assert values(code) == {"w": "[1]", "w.grad": "[16]", "scaler.scale": "8", "slope": "2"}
    assert words["replay.line"].format(line=11) in code.locator(".fg-replay__status").text_content()


def test_the_code_is_as_it_was_when_the_replay_is_closed(page, served):
    page.goto(served + LOOP)
    code = block(page, "zero_grad/accumulates:reset")
    expect(code.locator(".md-annotation")).to_have_count(1)
    script = "code => { const copy = code.cloneNode(true); for (const note of copy.querySelectorAll('.md-annotation')) note.remove(); return copy.innerHTML }"

    def html():
        return code.locator("pre > code").first.evaluate(script)

    before = html()
    for button in ("Step through", "Change one thing"):
        code.get_by_role("button", name=button).click()
        expect(code.locator(".fg-over, .fg-place").first).to_be_attached()
        assert html() != before
        page.get_by_role("button", name="Close").click()
        expect(code.locator(".fg-replay, .fg-changes")).to_have_count(0)
        assert html() == before
        expect(code.get_by_role("button", name=button)).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_360_pixels_the_values_stand_below_the_code_and_nothing_sticks_out(chromium, served, scheme):
    context = chromium.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme, has_touch=True)
    page = context.new_page()
    code = step_through(page, served, "optimizers/momentum/", "optimizers/momentum_steps")
    page.get_by_role("button", name="Skip the question").click()
    rows = {box["y"] for box in (one.bounding_box() for one in code.locator(".fg-replay__bar > button").all()) if box}
    assert len(rows) == 1, "theme/assets/replay/replay.css: a button of the player stands alone in a row"
    for _ in range(7):
        page.get_by_role("button", name="Next step").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    pre, table = code.locator("pre").first.bounding_box(), code.locator(".fg-replay__table").bounding_box()
    assert table["y"] >= pre["y"] + pre["height"]
    context.close()


def test_on_paper_and_without_scripts_a_page_is_as_it_was(chromium, page, served):
    code = step_through(page, served, LOOP, "zero_grad/accumulates:reset")
    page.emulate_media(media="print")
    expect(code.locator(".fg-replay__bar")).to_be_hidden()
    expect(code.locator(".fg-try")).to_be_hidden()
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(served + LOOP)
    expect(plain.get_by_role("button", name="Step through")).to_have_count(0)
    context.close()


def test_the_player_reads_every_recording_as_the_kit_does(tmp_path):
    paths = sorted(path.with_name(path.name.replace(".trace.json", ".py")) for path in SNIPPETS.glob("*/*.trace.json"))
    recordings = [replay.load(path) or [] for path in paths]
    (tmp_path / "recordings.json").write_text(json.dumps(recordings), "utf-8")
    script = """const { readFileSync } = await import("node:fs")
        say(JSON.parse(readFileSync(process.argv[1])).map(rows => states(rows).map(Object.fromEntries)))"""
    read = node(script, tmp_path / "recordings.json", states="replay/steps.js")
    for path, rows, shown in zip(paths, recordings, read, strict=True):
        assert shown == expand(rows), path.name


def change(page, served, path, ref, place, choice=None):
    """Choose a place in Change one thing, and one of its changes; return the block."""
    page.goto(served + path)
    code = block(page, ref)
    code.get_by_role("button", name="Change one thing").click()
    code.get_by_role("button", name=place, exact=True).click()
    if choice:
        code.locator(".fg-changes__choice").get_by_role("button", name=choice, exact=True).click()
    return code


def test_removing_a_line_shows_what_pytorch_printed_without_it(page, served):
    code = change(page, served, LOOP, "zero_grad/accumulates:reset", "Line 1: w.grad = None", "remove this statement")
    assert code.locator(".fg-changes pre").inner_text().splitlines() == [
        "− after reset and backward: 3.0",
        "+ after reset and backward: 12.0",
    ]
    expect(code.locator(".fg-changes__status")).to_contain_text("It prints something else.")


def test_swapping_two_lines_and_an_error_show_what_pytorch_said(page, served):
    code = change(page, served, LOOP, "zero_grad/accumulates:first", "Line 3: True")
    text = code.locator(".fg-changes pre").inner_text()
    assert "+ RuntimeError: element 0 of tensors does not require grad" in text
    expect(code.locator(".fg-changes__status")).to_contain_text("It ends with an error.")


def test_the_page_says_how_many_changes_are_recorded_and_marks_the_place_of_each(page, served):
    page.goto(served + LOOP)
    code = block(page, "zero_grad/accumulates:first")
    code.get_by_role("button", name="Change one thing").click()
    rows = changed.load(SNIPPETS / "zero_grad" / "accumulates.py")["changes"]
    shown = [row for row in rows if row[1] <= 9]
    expect(code.locator(".fg-changes p").first).to_contain_text(f"Recorded: {len(shown)} single changes")
    places = {(row[1], None if row[0] in ("remove", "swap") else row[2]) for row in shown}
    expect(code.locator(".fg-place")).to_have_count(len(places))
    assert code.locator("pre > code").first.evaluate("code => code.innerText").startswith("import torch"), (
        "a mark has a text that copying would take"
    )
    heights = code.locator(".fg-place").evaluate_all("places => places.map(place => Math.round(place.getBoundingClientRect().height))")
    line = code.locator("pre > code").first.evaluate("code => Math.round(parseFloat(getComputedStyle(code).lineHeight))")
    assert set(heights) == {line}, "a mark is not as high as its line, so a finger misses it"


def test_the_recorded_changes_are_shown_as_they_are_in_the_file(page, served):
    """Every result that a page can show is the text of the file: sections cut out, nothing else."""
    page.goto(served + "404.html")
    script = (
        "async ([url, texts]) => { const { printed } = await import(url); return texts.map(([text, section]) => printed(text, section)) }"
    )
    path = SNIPPETS / "zero_grad" / "accumulates.py"
    found = json.loads(changed.publish(path))
    texts = [[text, section] for text, _ in found["results"] for section in ("first", "reset", "inplace")]
    for (text, section), shown in zip(texts, page.evaluate(script, ["/docs/assets/replay/changes.js", texts]), strict=True):
        assert shown in text or shown == text.replace("\n", "") or "# --8<--" in text
        assert "# --8<--" not in shown
        if f"[end:{section}]" in text:
            assert shown == text.partition(f"[start:{section}]\n")[2].partition(f"# --8<-- [end:{section}]")[0]
