"""`pytest snippets` and `pytest --record`, in a guide of few snippets: what is refused, and that nothing is written then."""

import re
import shutil

import pytest
from pytesting import pytest_in

from conftest import ROOT

SNIPPETS = ROOT / "snippets"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """A guide of one snippet that prints and draws, recorded."""
    root = tmp_path_factory.mktemp("recorded")
    for name in ("conftest.py", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    shutil.copytree(ROOT / "fieldguide", root / "fieldguide", ignore=shutil.ignore_patterns("__pycache__"))
    folder = root / "snippets" / "t"
    folder.mkdir(parents=True)
    (folder / "a.py").write_text("import matplotlib.pyplot as plt\n\nprint('one  two')\nplt.plot([0, 1])\nplt.show()\n")
    done = pytest_in(root, "--record", "snippets")
    assert done.returncode == 0, done.stdout
    return root


def copies(recorded, root, cases):
    """Copy that guide to ``root``; beside a.py and what was recorded of it stand copies of all of them, one for each name of ``cases``."""
    folder = shutil.copytree(recorded, root) / "snippets" / "t"
    for name in cases:
        for path in sorted((recorded / "snippets" / "t").glob("a.*")):
            shutil.copy(path, folder / (name + path.name.removeprefix("a")))
    return folder


CHANGED = {
    "output": (".out", "one  two", "one two", "output.py prints something else than recorded"),
    "figure": (".svg", "currentColor", "none", "figure.py draws something else than snippets/t/figure.svg"),
    "curve": (".py", "[0, 1]", "[0, 2]", "curve.py draws something else than snippets/t/curve.svg"),
    "orphan": (".py", "plt.show()", "plt.close()", "orphan.svg is there but nothing draws it"),
}


@pytest.fixture(scope="module")
def checked(recorded, tmp_path_factory):
    """What pytest says of snippets of which one file was changed."""
    root = tmp_path_factory.mktemp("changed") / "guide"
    folder = copies(recorded, root, CHANGED)
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


@pytest.fixture(scope="module")
def refused(recorded, tmp_path_factory):
    """What `pytest --record` says of snippets that cannot be recorded; files that it changed."""
    root = tmp_path_factory.mktemp("refused") / "guide"
    folder = copies(recorded, root, REFUSED)
    for name, (code, _) in REFUSED.items():
        (folder / f"{name}.py").write_text(code, "utf-8")
    (folder / "folder.svg").unlink()
    (folder / "folder.svg").mkdir()
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    said = pytest_in(root, "--record", "snippets").stdout
    return said, {path.name for path in folder.iterdir() if path.is_file() and path.read_bytes() != before.get(path)}


@pytest.mark.parametrize("name", REFUSED)
def test_recording_refuses_what_differs_at_every_run_what_no_page_can_show_and_what_it_cannot_write(refused, name):
    said, _ = refused
    assert f"snippets/t/{REFUSED[name][1]}" in said, "see record() in conftest.py and the seed in runner.py"


def test_a_recording_that_is_refused_leaves_the_old_files_and_shows_no_traceback_but_the_snippets_own(refused):
    said, written = refused
    assert written == set()
    assert "Traceback" not in said.replace('Traceback (most recent call last):\n  File "error.py"', "")
