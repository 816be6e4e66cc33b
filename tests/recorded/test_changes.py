"""Single changes: which there are, and that what is recorded of each is what PyTorch prints."""

import ast
import json
import os
import random
import subprocess
from types import SimpleNamespace

import pytest

from fieldguide import ROOT
from fieldguide.files import fingerprint
from fieldguide.recorded import changed
from fieldguide.recorded.changes import MOST, Change, neighbours
from fieldguide.run.runner import Run, Runner

SNIPPETS = ROOT / "snippets"
RECORDED = sorted(path for path in SNIPPETS.glob("*/*.py") if changed.load(path))
SAMPLE = int(os.environ.get("CHANGES", "30"))


def texts(code):
    return [(change.kind, change.apply(code)) for change in neighbours(code, 1000)]


def test_a_number_is_halved_doubled_zero_and_negated():
    assert [text for _, text in texts("x = 3.0\n")] == ["x = 1.5\n", "x = 6.0\n", "x = 0.0\n", "x = -3.0\n"]
    assert [text for _, text in texts("x = 3\n")] == ["x = 6\n", "x = 0\n", "x = -3\n"]


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("f(lr=0.5)\n", ["0.05", "0.25", "1.0", "5.0"]),
        ("f(momentum=0.9)\n", ["0.0", "0.5", "0.99", "1.0"]),
        ("f(betas=(0.9, 0.999))\n", ["0.0, 0.999", "0.5, 0.999", "0.999, 0.999", "0.9, 0.0", "0.9, 0.5", "0.9, 0.9"]),
        ("def f(lr=0.5):\n    pass\n", ["0.05", "0.25", "1.0", "5.0"]),
        ("clip_grad_norm_(w, 2.0)\n", ["0.1", "1.0", "10.0", "inf"]),
        ("StepLR(optimizer, 4)\n", ["2)", "8)", "0)"]),
        ("for lr in (0.5,):\n    pass\n", ["0.05", "0.25", "1.0", "5.0"]),
        ('groups = [{"params": [w], "lr": 0.5}]\n', ["0.05", "0.25", "1.0", "5.0"]),
    ],
    ids=["lr", "momentum", "betas", "default", "positional", "count", "loop", "group"],
)
def test_a_hyperparameter_gets_its_telling_values(code, values):
    found = [text for kind, text in texts(code) if kind == "number"]
    assert len(found) == len(values)
    for value in values:
        assert any(value in text for text in found), value


def test_an_option_is_switched():
    assert ("option", "f(nesterov=False)\n") in texts("f(nesterov=True)\n")
    assert ("option", 'f(reduction="sum")\n') in texts('f(reduction="mean")\n')


def test_a_statement_with_an_effect_is_removed_and_the_lines_keep_their_numbers():
    code = "optimizer.zero_grad()\nw.grad = None\nw -= 1\nclip(\n    w,\n)\nwith torch.no_grad():\n    w.add_(1)\nprint(w)\n"
    found = {text for kind, text in texts(code) if kind == "remove"}
    assert len(found) == 6
    assert all(len(text.splitlines()) == len(code.splitlines()) for text in found)
    assert code.replace("with torch.no_grad():", "if True:") in found
    assert code.replace("w.grad = None", "pass") in found


def test_two_neighbours_are_swapped_and_neither_prints_nor_imports():
    code = "import torch\nloss = f(w)\nloss.backward()\noptimizer.step()\nprint(w)\n"
    assert [text.splitlines()[1:4] for kind, text in texts(code) if kind == "swap"] == [
        ["loss.backward()", "loss = f(w)", "optimizer.step()"],
        ["loss = f(w)", "optimizer.step()", "loss.backward()"],
    ]


def test_what_only_shows_is_left_alone():
    code = 'print(f"{x:.4f}", round(x, 4), y[3])\nplt.plot(x, linewidth=3)\nname = "hello"\n'
    assert texts(code) == []


def test_every_change_of_every_snippet_is_python_and_none_is_the_snippet():
    for path in sorted(SNIPPETS.glob("*/*.py")):
        code = path.read_text("utf-8")
        found = [change.apply(code) for change in neighbours(code)]
        assert len(found) <= MOST
        assert len(found) == len({*found, code}) - 1, path.name
        for text in found:
            ast.parse(text)


def test_recorded_changes_are_neighbours_of_today_s_snippet_and_small():
    old = [
        path.name
        for path in SNIPPETS.glob("*/*.changes.json")
        if changed.load(path.with_name(path.name.replace(".changes.json", ".py"))) is None
    ]
    assert not old, f"older than their snippet: {', '.join(old)}; run: make changes"
    for path in RECORDED:
        code, found = path.read_text("utf-8"), changed.load(path)
        known = set(neighbours(code, 1000))
        for row in found["changes"]:
            assert Change(*row[:6]) in known, f"{path.name}: {row}: no neighbour; run: make changes"
            assert -1 <= row[6] < len(found["results"])
        assert len(path.with_suffix(".changes.json").read_text("utf-8")) < 60_000, path.name


def touched():
    """Return the recorded snippets that the last commit or the working tree changes."""
    command = ["git", "diff", "--name-only", "HEAD~1", "--", "snippets"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    names = {line.partition(".")[0] for line in done.stdout.splitlines()}
    return [path for path in RECORDED if path.relative_to(ROOT).with_suffix("").as_posix() in names]


@pytest.fixture(scope="module")
def runners(runner):
    with Runner(ATEN_CPU_CAPABILITY="default") as other:
        yield runner, other


def again(path, rows, runners):
    base = changed.Base(path, runners[0])
    return [found for row in rows if (found := changed.wrong(path, row, runners, base))]


def test_a_random_sample_of_all_changes_prints_what_is_recorded(runners):
    seed = random.randrange(10**6)
    pick = random.Random(seed)
    wrong = []
    for _ in range(SAMPLE if RECORDED else 0):
        path = pick.choice(RECORDED)
        rows = changed.load(path)["changes"]
        wrong += again(path, [pick.choice(rows)] if rows else [], runners)
    assert not wrong, f"seed {seed}: " + "\n".join(wrong)


def test_every_change_of_what_the_last_commit_touched_prints_what_is_recorded(runners):
    paths = touched()
    limit = 3 * SAMPLE  # a commit that touches everything is sampled, too
    pairs = [(path, row) for path in paths for row in changed.load(path)["changes"]]
    chosen = pairs if len(pairs) <= limit else random.sample(pairs, limit)
    wrong = [found for path in paths if (rows := [row for one, row in chosen if one == path]) for found in again(path, rows, runners)]
    assert not wrong, "\n".join(wrong)


def test_a_result_that_is_not_what_the_change_does_is_told(runners):
    path = SNIPPETS / "zero_grad" / "accumulates.py"
    found = changed.load(path)
    row = next(row for row in found["changes"] if row[0] == "remove" and row[6] >= 0)
    base = changed.Base(path, runners[0])
    assert changed.wrong(path, row, runners, base) is None
    assert "recorded None" in changed.wrong(path, [*row[:6], -1], runners, base)


def test_errors_endless_loops_and_other_figures_are_results(tmp_path, runners, monkeypatch):
    monkeypatch.setattr(changed, "AGAIN", 6 * changed.SECONDS)
    path = tmp_path / "t" / "x.py"
    path.parent.mkdir()
    path.write_text(
        "import matplotlib.pyplot as plt\n\nk, rest = 1, [None] * 3\nwhile rest:\n    rest.pop()\nplt.plot([0, k])\nplt.show()\nprint(1 / k)\n"
    )
    changed.record(path, *runners)
    found = changed.load(path)
    shown = {(row[2], row[5]): (found["results"][row[6]] if row[6] >= 0 else None, row[7:]) for row in found["changes"]}
    assert shown[4, "pass"] == (["", changed.ENDLESS], [1])
    assert shown[10, "2"] == (["0.5\n", ""], [1])
    assert shown[22, "6"] == (None, [])
    (output, problem), _ = shown[10, "0"]
    assert output.endswith("ZeroDivisionError: division by zero\n")
    assert problem == changed.ERROR


class Slow:
    """A runner on which everything takes ten seconds."""

    def run(self, code, filename, seconds):
        return Run("done\n", None, None) if seconds > 10 else Run("", None, f"stopped after {seconds} s")


def test_what_ends_when_it_gets_more_time_is_no_endless_loop():
    base = SimpleNamespace(name="x.py", run=Run("other\n", None, None))
    (change, *_) = neighbours("k = 1\n")
    for limits, problem in (((changed.SECONDS, changed.AGAIN), ""), ((changed.SECONDS,), changed.ENDLESS)):
        (_, said), _ = changed.run_change(change, "k = 1\n", (Slow(), Slow()), base, limits)
        assert said == problem


def test_a_change_that_is_random_is_not_recorded(tmp_path, runners):
    path = tmp_path / "t" / "x.py"
    path.parent.mkdir()
    path.write_text("import torch\n\ntorch.manual_seed(0)\nprint(torch.rand(1).item())\n")
    changed.record(path, *runners)
    assert "remove" not in [row[0] for row in changed.load(path)["changes"]]


def test_an_old_file_is_not_shown():
    path = SNIPPETS / "zero_grad" / "accumulates.py"
    assert json.loads(path.with_suffix(".changes.json").read_text("utf-8"))["digest"] == fingerprint(path.read_text("utf-8"))
