"""What a snippet is, how it runs, and what is told when it does not."""

import contextlib
import doctest
import importlib
import os
import re
import threading
import time
from pathlib import Path

import pytest

from conftest import ROOT
from fieldguide import GuideError
from fieldguide.recorded.replay import PATIENCE
from fieldguide.run import figures, snippets
from fieldguide.run.runner import Runner

EXAMPLES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in (ROOT / "fieldguide").rglob("*.py")
    if ">>> " in path.read_text("utf-8")
]


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_in_the_kit_are_true(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted > 0
    assert result.failed == 0


def test_a_run_prints_stdout_and_stderr_in_order(runner):
    run = runner.run("import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')\n", "x.py")
    assert (run.output, run.problem, run.figure) == ("a\nb\nc\n", None, None)


def test_sections_of_the_output_are_those_of_the_code(runner):
    code = "# --8<-- [start:one]\nx = 1\nprint(x)\n# --8<-- [end:one]\n# --8<-- [start:two]\nprint(x + 1)\n# --8<-- [end:two]\n"
    output = runner.run(snippets.for_run(code), "x.py").output
    assert snippets.sections(output) == snippets.sections(code) == ["one", "two"]
    assert snippets.cut(output, "two", "x.out") == "2\n"


def test_nothing_leaks_from_one_run_into_the_next(runner):
    runner.run(
        "import torch\ntorch.set_default_dtype(torch.float64)\ntorch.manual_seed(7)\ntorch.autograd.set_detect_anomaly(True)\n"
        "torch.set_grad_enabled(False)\nimport builtins\nbuiltins.leak = 1\nopen('left.txt', 'w').write('x')\n",
        "x.py",
    )
    run = runner.run(
        "import os, torch, builtins\nprint(torch.get_default_dtype(), torch.is_anomaly_enabled(), torch.is_grad_enabled(), hasattr(builtins, 'leak'), os.listdir())\n",
        "x.py",
    )
    assert run.output == "torch.float32 False True False []\n"


def test_a_failing_snippet_shows_its_own_traceback_only(runner):
    run = runner.run("def f():\n    return 1 / 0\n\nf()\n", "story.py")
    assert run.problem == "ended with status 1"
    assert 'File "story.py", line 2, in f\n    return 1 / 0' in run.output
    assert "fieldguide" not in run.output


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("while True:\n    pass\n", "stopped after 1 s"),
        ("import os\nos._exit(3)\n", "ended with status 3"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n", "ended with status -11"),
        ("print('x' * 10**6)\n", "stopped after 1000 characters of output"),
        ("x = bytearray(10**10)\n", "ended with status 1"),
        ("import sys\nsys.exit('no')\n", "ended with status 1"),
    ],
    ids=["endless", "exit", "crash", "flood", "memory", "message"],
)
def test_a_bad_run_is_stopped_and_named_and_the_next_one_works(runner, code, problem):
    assert runner.run(code, "x.py", seconds=1, characters=1000).problem == problem
    assert runner.run("print('fine')\n", "x.py").output == "fine\n"


def test_a_streamed_run_tells_its_output_while_it_runs_and_ends_with_the_truth(runner):
    code = "import time\nprint('one')\nprint('two', end='', flush=True)\ntime.sleep(0.3)\nprint(' three')\n"
    *pieces, run = runner.stream(code, "a.py")
    assert "".join(pieces) == run.output == "one\ntwo three\n"
    assert pieces.index("one\n") < pieces.index("two"), "lines come before the run has ended"
    assert run == runner.run(code, "a.py"), "streamed or not, a run is the same"


def test_a_run_can_be_stopped_and_a_stop_that_comes_too_late_hurts_nobody(runner):
    told = runner.stream("while True: pass\n", "a.py")
    assert next(told) == ""
    runner.stop()
    assert list(told)[-1].problem == "stopped"
    runner.stop()
    assert runner.run("print(1)\n", "a.py").output == "1\n"


def test_a_run_cannot_leave_processes_behind(runner):
    run = runner.run("import subprocess\nprint(subprocess.Popen(['sleep', '600']).pid)\n", "x.py")
    assert run.problem is None
    state, deadline = Path(f"/proc/{run.output.strip()}/stat"), time.monotonic() + 10
    while state.exists() and state.read_text().split()[2] != "Z":  # killed; gone, or waiting to be counted by init
        assert time.monotonic() < deadline, "the process that the snippet started is still running"


def test_show_records_one_figure_and_a_second_one_is_refused(runner):
    draw = "import matplotlib.pyplot as plt\nplt.plot([0, 1], [0, 1], label='loss')\nplt.legend()\nplt.show()\n"
    run = runner.run(draw, "x.py")
    assert figures.labels(run.figure) == ["loss"]
    assert figures.data(run.figure) == [["", "", [["loss", 2, [[0, 0], [1, 1]]]]]]
    assert "#000000" not in run.figure
    assert "one plt.show() for one snippet" in runner.run(draw * 2, "x.py").output


def test_a_fresh_interpreter_and_a_forked_one_print_the_same(runner):
    code = "import torch\nw = torch.ones(2, requires_grad=True)\n(w * 3).sum().backward()\nprint(w.grad)\n"
    with Runner(preload=False) as fresh:
        assert fresh.run(code, "x.py", seconds=PATIENCE) == runner.run(code, "x.py")  # a new interpreter imports torch


def test_nothing_recorded_is_told_in_one_line(tmp_path):
    with pytest.raises(GuideError, match=r"snippets/verified\.json is missing; run: make record"):
        snippets.verified(tmp_path)


def test_what_readers_download_has_no_markers():
    code = "# --8<-- [start:a]\nx = 1  # (1)!\n# --8<-- [end:a]\n"
    assert snippets.clean(code) == "x = 1\n"


@pytest.mark.parametrize(
    ("ref", "message"),
    [
        ("zero_grad/nowhere", "no snippet 'zero_grad/nowhere'; write snippets/zero_grad/nowhere.py"),
        ("t/unrecorded", "snippet 't/unrecorded' was never recorded; run: make record ONLY=snippets/t/unrecorded.py"),
        ("t/recorded:third", "snippets/t/recorded.py has no section 'third'; it has: first"),
    ],
)
def test_what_is_missing_is_named_with_its_remedy(tmp_path, ref, message):
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "unrecorded.py").write_text("x = 1\n")
    marked = "# --8<-- [start:first]\nx = 1\n# --8<-- [end:first]\n"
    for suffix in ("py", "out"):
        (tmp_path / "t" / f"recorded.{suffix}").write_text(marked)
    with pytest.raises(GuideError) as error:
        snippets.load(tmp_path, ref)
    assert message in str(error.value)


def test_a_figure_is_compared_by_text_exactly_and_by_place_within_a_tenth_of_a_point():
    one = '<svg><path d="M 10.00 20.00 L 30 40" id="p0123456789"/><text x="5.0">loss</text></svg>'
    assert figures.same(one, one.replace("20.00", "20.09").replace("p0123456789", "pabcdef0123"))
    assert not figures.same(one, one.replace("20.00", "20.20"))
    assert not figures.same(one, one.replace("loss", "Loss"))
    assert not figures.same(one, one.replace("L 30 40", "L 30 40 L 50 60"))


def test_the_data_of_a_figure_is_compared_too_and_noise_of_the_processor_is_no_difference():
    one = '<svg><desc>[["step", "loss", [["SGD", 2, [[0, 1e-12], [1, 0.1234]]]]]]</desc><text>loss</text></svg>'
    assert figures.same(one, one.replace("1e-12", "0").replace("0.1234", "0.1235"))
    assert not figures.same(one, one.replace("0.1234", "0.1244"))
    assert not figures.same(one, one.replace("SGD", "Adam"))
    assert figures.data("<svg><desc>[[</desc></svg>") == [], "a reader's own code may write anything"


def test_of_many_points_round_ones_and_the_last_are_written_down_and_two_axes_share_a_legend(runner):
    draw = "import matplotlib.pyplot as plt\nfigure, (top, bottom) = plt.subplots(2)\ntop.plot(range(200), label='loss')\nbottom.plot(range(200))\n"
    draw += "bottom.axhline(3)\nbottom.set_xlabel('step')\nbottom.set_ylabel('norm')\nplt.show()\n"
    top, bottom = figures.data(runner.run(draw, "x.py").figure)
    assert top[:2] == ["step", ""]
    assert bottom == ["step", "norm", [["loss", 200, [[place, place] for place in [*range(0, 199, 20), 199]]]]]


def test_a_run_leaves_no_folder_behind():
    with Runner(preload=False) as runner:
        folder = runner.run("import os\nprint(os.getcwd())\n", "x.py").output.strip()
        runner.run("print()\n", "x.py")
    assert not os.path.exists(folder), f"fieldguide/run/runner.py: {folder} is still there"


def test_a_run_ends_even_if_its_server_is_killed():
    with Runner(preload=False) as runner:
        waiting = threading.Thread(target=run_endless, args=[runner])
        waiting.start()
        children, deadline = [], time.monotonic() + 20
        while not children and time.monotonic() < deadline:
            children = Path(f"/proc/{runner.server.pid}/task/{runner.server.pid}/children").read_text().split()
        runner.server.kill()
        waiting.join()
    state, deadline = Path(f"/proc/{children[0]}/stat"), time.monotonic() + 20
    while state.exists() and state.read_text().split()[2] != "Z":
        assert time.monotonic() < deadline, "the snippet still runs after the end of its server"


def run_endless(runner):
    with contextlib.suppress(GuideError):
        runner.run("while True:\n    pass\n", "x.py", seconds=1)


@pytest.mark.parametrize("path", sorted(ROOT.glob("snippets/*/*.svg")), ids=lambda path: path.stem)
def test_a_figure_on_a_page_has_every_point_where_it_was_recorded(path):
    def points(svg):
        found = []
        for letter, *place in re.findall(r"([MLl]) ?(-?[\d.]+) ?(-?[\d.]+)", " ".join(re.findall(r' d="([^"]*)"', svg))):
            x, y = map(float, place)
            found.append((x, y) if letter != "l" else (found[-1][0] + x, found[-1][1] + y))
        return found + [tuple(map(float, place)) for place in re.findall(r' x="(\S+)" y="(\S+)"', svg)]

    recorded = path.read_text("utf-8")
    shown = figures.light(recorded)
    assert len(points(shown)) == len(points(recorded)) > 10
    assert all(
        abs(a - b) < 0.0501 for one, other in zip(points(shown), points(recorded), strict=True) for a, b in zip(one, other, strict=True)
    )
    assert figures.labels(shown) == figures.labels(recorded)
    assert any(curves for _, _, curves in figures.data(recorded)), f"{path.name} has no data for its table; record it again"
    assert figures.data(shown) == [], "a page carries the data as a table only"
