"""Records what torch does with random settings of the optimizer explorer: `python -m tools.explorer [SEED]` writes tests/explorer/explorer.jsonl.

The page's own code (theme/assets/explorer/code.js) is what torch runs; each line has the settings and θ after some iterations.
Settings in which torch itself ends elsewhere when the start moves by 1e-13 (chaos) prove nothing and are left out; the command counts them.
"""

import json
import math
import re
from pathlib import Path

from fieldguide import GuideError
from tools import command

ROOT = Path(__file__).parent.parent
RECORD = ROOT / "tests" / "explorer" / "explorer.jsonl"
OPTIMIZERS = ("SGD", "Adam", "AdamW", "RMSprop", "Adagrad")
RUNS, SEED, STEPS = 200, 1, (1, 2, 3, 10, 30, 60)
MOVED, CHAOS = 1e-13, 1e-9  # of max(1, |θ|)
SHOWN = '    print(i + 1, *(f"{value:.6f}" for value in theta.tolist()))'


def settings(page, root: str, seed: int, runs: int = RUNS + 100) -> list[dict]:
    """Return random settings of every optimizer, each with its ``code``, made in ``page`` (of Playwright) from the scripts below ``root`` (URL)."""
    page.add_script_tag(path=ROOT / "tests" / "explorer" / "random_runs.js")
    return [
        one
        for number, name in enumerate(OPTIMIZERS)
        for one in page.evaluate(
            """async ([root, name, runs, seed]) => {
              const { code } = await import(`${root}assets/explorer/code.js`)
              return (await randomRuns(root, name, runs, seed)).map(one => ({ ...one, code: code(one.scene, one.run) }))
            }""",
            [root, name, runs, 100 * seed + number],
        )
    ]


def torch_runs(code: str) -> list[list[float]]:
    """Execute the code of one setting with torch; return θ after each of STEPS."""
    import torch

    thetas = []
    assert SHOWN in code, "code.js prints in another way; change SHOWN in tools/explorer.py"
    exec(compile(code.replace(SHOWN, "    thetas.append(theta.tolist())"), "explorer", "exec"), {"thetas": thetas})
    torch.set_default_dtype(torch.float32)
    return [thetas[step - 1] for step in STEPS]


def differs(one: list[list[float]], other: list[list[float]]) -> float:
    """Return the largest difference of two lists of points, in units of max(1, |θ|); what is not finite (the run diverged) is equal."""
    pairs = [(a, b) for p, q in zip(one, other, strict=True) for a, b in zip(p, q, strict=True)]
    far = [
        abs(a - b) / max(1, abs(b)) if math.isfinite(a) and math.isfinite(b) else 0.0 if math.isfinite(a) == math.isfinite(b) else math.inf
        for a, b in pairs
    ]
    return max(far)


def is_chaotic(code: str, theta: list[list[float]]) -> bool:
    """Say whether torch ends elsewhere (by CHAOS) when the start moves by MOVED."""
    start = re.search(r"tensor\(\[(\S+), (\S+)\], requires_grad", code)
    moved = [float(number) + MOVED for number in start.groups()]
    return differs(torch_runs(code[: start.start(1)] + f"{moved[0]!r}, {moved[1]!r}" + code[start.end(2) :]), theta) > CHAOS


def main(seed: str = "") -> None:
    """Record RUNS settings of every optimizer; raises GuideError if ``seed`` is no number."""
    if seed and not seed.isdecimal():
        raise GuideError(f"the seed is {seed!r}, which is no number; leave it out")
    from playwright.sync_api import sync_playwright

    from tests.conftest import launch, serve

    with sync_playwright() as playwright:
        browser = launch(playwright)
        server = serve(ROOT / "theme")
        root = next(server).removesuffix("docs/")
        page = browser.new_page()
        page.goto(root + "robots.txt")
        found = settings(page, root, int(seed or SEED))
        browser.close()
        server.close()
    lines, chaotic, counts = [], 0, dict.fromkeys(OPTIMIZERS, 0)
    for one in found:
        name, theta = one["run"]["optimizer"], torch_runs(one["code"])
        if counts[name] < RUNS and is_chaotic(one["code"], theta):
            chaotic += 1
        elif counts[name] < RUNS:
            counts[name] += 1
            lines.append(json.dumps({"scene": one["scene"], "run": one["run"], "theta": theta}))
    RECORD.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"wrote {len(lines)} runs to {RECORD.relative_to(ROOT)}; {chaotic} chaotic ones left out")


if __name__ == "__main__":
    command("explorer", main)
