"""The optimizer explorer: its arithmetic is torch's, its address holds its state, and it can be driven by hand."""

import json
import random

import pytest

from tools.explorer import OPTIMIZERS, RECORD, RUNS, STEPS, differs, torch_runs

RECORDED = [json.loads(line) for line in RECORD.read_text("utf-8").splitlines()]
WITHIN = 1e-9  # of max(1, |θ|)


@pytest.fixture(scope="module")
def page(chromium, served):
    page = chromium.new_page()
    page.goto(served + "robots.txt")
    yield page
    page.close()


@pytest.mark.xdist_group("site")
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


@pytest.mark.xdist_group("site")
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
        assert differs(torch_runs(code), one["theta"]) <= WITHIN, f"tests/site/explorer.jsonl is old; run: make record\n{code}"
