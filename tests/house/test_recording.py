"""`pytest snippets` and `pytest --record`, in a guide of few snippets: what is refused, and that nothing is written then."""

import re
import shutil

import pytest
from pytesting import pytest_in

from conftest import ROOT

SNIPPETS = ROOT / "snippets"


def guide(root, snippets):
    """Make a guide of these snippets (name → code) in ``root``; return their folder."""
    for name in ("conftest.py", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    shutil.copytree(ROOT / "fieldguide", root / "fieldguide", ignore=shutil.ignore_patterns("__pycache__"))
    folder = root / "snippets" / "t"
    folder.mkdir(parents=True)
    for name, code in snippets.items():
        (folder / f"{name}.py").write_text(code, "utf-8")
    return folder


DIFFERENT = "{}.py prints something else at every run; set a seed; nothing is written"
REFUSED = {
    "seed": ("import torch\n\nprint(torch.rand(1).item())\n", DIFFERENT.format("seed")),
    "set": ("print(' '.join({'lr', 'momentum', 'decay', 'eps', 'betas', 'nesterov'}))\n", DIFFERENT.format("set")),
    "time": ("import time\n\nprint(time.perf_counter())\n", DIFFERENT.format("time")),
    "address": ("print(object())\n", DIFFERENT.format("address")),
    "return": ("print('a\\rb')\n", "return.py: line of the output:1: carriage return; write LF line ends; nothing is written"),
    "escape": (
        "print('a')\nprint('\\033[1mb')\n",
        "escape.py: line of the output:2: control character U+001B; remove it; nothing is written",
    ),
    "nul": ("print('\\0')\n", "nul.py: line of the output:1: control character U+0000"),
    "error": ("1 / 0\n", "error.py ended with status 1"),
    "folder": ("print('new')\n", "folder.svg cannot be written: Is a directory"),
}


FILES = (".out", ".svg", ".trace.json")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """What `pytest --record` says of one snippet that prints and draws and of some that cannot be recorded; the files that it wrote, and their folder."""
    root = tmp_path_factory.mktemp("recorded")
    snippets = {name: code for name, (code, _) in REFUSED.items()}
    folder = guide(root, snippets | {"a": "import matplotlib.pyplot as plt\n\nprint('one  two')\nplt.plot([0, 1])\nplt.show()\n"})
    for name in snippets:
        for suffix in FILES:
            (folder / f"{name}{suffix}").write_text("old")
    (folder / "folder.svg").unlink()
    (folder / "folder.svg").mkdir()
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    said = pytest_in(root, "--record", "snippets").stdout
    return said, {path.name for path in folder.iterdir() if path.is_file() and path.read_bytes() != before.get(path)}, folder


def test_what_is_the_same_in_two_runs_is_recorded(recorded):
    said, written, _ = recorded
    assert written == {f"a{suffix}" for suffix in FILES}, said


@pytest.mark.parametrize("name", REFUSED)
def test_recording_refuses_what_differs_at_every_run_what_no_page_can_show_and_what_it_cannot_write(recorded, name):
    assert f"snippets/t/{REFUSED[name][1]}" in recorded[0], "see record() in conftest.py and the seed in runner.py"


def test_a_recording_that_is_refused_leaves_the_old_files_and_shows_no_traceback_but_the_snippets_own(recorded):
    said, written, _ = recorded
    assert not {name for name in written if name.partition(".")[0] in REFUSED}
    assert "Traceback" not in said.replace('Traceback (most recent call last):\n  File "error.py"', "")


CHANGED = {
    "output": (".out", "one  two", "one two", "output.py prints something else than recorded"),
    "figure": (".svg", "currentColor", "none", "figure.py draws something else than snippets/t/figure.svg"),
    "curve": (".py", "[0, 1]", "[0, 2]", "curve.py draws something else than snippets/t/curve.svg"),
    "orphan": (".py", "plt.show()", "plt.close()", "orphan.svg is there but nothing draws it"),
    "traced": (
        ".py",
        "print('one",
        "print(__import__('sys').gettrace() and 'followed' or 'one",
        "traced.py does something else when it is traced",
    ),
    "steps": (".trace.json", "[3,", "[4,", "steps.trace.json is not what the run does"),
}


@pytest.fixture(scope="module")
def checked(recorded, tmp_path_factory):
    """What pytest says of copies of that snippet and its recording, in each of which one file was changed."""
    root = tmp_path_factory.mktemp("changed")
    folder = guide(root, {})
    for path in recorded[2].glob("a.*"):
        for name in ("a", *CHANGED):
            shutil.copy(path, folder / (name + path.name.removeprefix("a")))
    for name, (suffix, old, new, _) in CHANGED.items():
        path = folder / (name + suffix)
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    (folder / "unreadable.py").write_bytes(b"print('\xff')\n")
    return pytest_in(root, "snippets").stdout


@pytest.mark.parametrize("name", CHANGED)
def test_a_recording_that_is_not_what_the_snippet_does_fails(checked, name):
    assert f"snippets/t/{CHANGED[name][3]}" in checked, f"conftest.py: a changed {CHANGED[name][0]} passes"


def test_a_snippet_that_cannot_be_read_fails_alone(checked):
    assert "snippets/t/unreadable.py:1: byte 0xff is not UTF-8; save the file as UTF-8" in checked
    assert len(re.findall("^FAILED ", checked, re.M)) == len(CHANGED) + 1, "a.py itself passes"
