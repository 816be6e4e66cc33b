"""Set-up tells the truth: every way in which it was seen to fail, with a stub for Python and pip; nothing is downloaded."""

import importlib.metadata
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tomllib

import pytest
from packaging.specifiers import SpecifierSet

from conftest import ROOT

FLOOR = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"].removeprefix(">=")

# A Python that makes a .venv of itself, and whose pip says what the test wants; everything else is done by the Python of the tests.
STUB = f"""#!/bin/sh
case "$*" in
  *base_prefix*) echo "${{STUB_VERSION:-3.11.2}} stub"; exit ;;
  --version) echo "Python ${{STUB_VERSION:-3.11.2}}"; exit ;;
  *"-m venv .venv") echo made >>venvs; mkdir -p .venv/bin; cp "$0" .venv/bin/python; touch .venv/pip-is-here
    [ -z "${{HANG_IN_VENV:-}}" ] || exec sleep 60
    exit ;;
  *"-m pip --version"*) [ -e .venv/pip-is-here ]; exit ;;
  *"-m pip index"*) echo "Available versions: ${{STUB_TORCH:-2.13.0+cpu, 2.13.0}}"; exit ;;
  *"-m pip show"*) exit 1 ;;
  *"-m pip install"*) echo "$*" >>installs; printf "%s\\n" "${{STUB_PIP:-}}"; [ -z "${{STUB_PIP:-}}" ]; exit ;;
esac
exec {shlex.quote(sys.executable)} "$@"
"""


@pytest.fixture
def clone(tmp_path):
    """A folder, of a name that a shell must quote, with what set-up reads, and a stub of python3 in its bin/."""
    folder = tmp_path / "bir kılavuz, एक गाइड, 一个 指南, a guide"
    for name in ("Makefile", "constraints.txt", "pyproject.toml", "tools/setup.sh"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    for name in ("python3", "python3.12"):
        stub = folder / "bin" / name
        stub.parent.mkdir(exist_ok=True)
        stub.write_text(STUB)
        stub.chmod(0o755)
    return folder


def surroundings(folder, environment):
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    return {name: value for name, value in os.environ.items() if name != "PYTHON"} | {"PATH": path} | environment


def setup(folder, *words, **environment):
    """Run `make site-ready` (or other words) in ``folder``; return the finished process."""
    command = ["make", "--no-print-directory", *(words or ["site-ready"])]
    return subprocess.run(command, cwd=folder, env=surroundings(folder, environment), capture_output=True, text=True, timeout=60)


def lines(folder, name):
    return (folder / name).read_text().splitlines() if (folder / name).exists() else []


def test_set_up_makes_the_environment_once_and_then_has_nothing_to_do(clone):
    assert setup(clone).returncode == 0
    again = setup(clone)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert len(lines(clone, "venvs")) == 1
    (clone / "constraints.txt").write_text("# another pin\n")
    assert "MkDocs" in setup(clone).stdout, "new pins are installed"
    assert len(lines(clone, "venvs")) == 1


def test_a_python_that_is_named_is_used_even_if_there_is_an_environment(clone):
    setup(clone)
    other = setup(clone, "site-ready", "PYTHON=python3.12", STUB_VERSION="3.12.1")
    assert "making it again" not in setup(clone, "site-ready", "PYTHON=python3").stdout + other.stderr
    newer = clone / "bin" / "python3.12"
    newer.write_text(STUB.replace("3.11.2", "3.12.1"))
    said = setup(clone, "site-ready", f"PYTHON={newer}").stdout
    assert ".venv is unfinished, was moved or has another Python; making it again" in said
    assert "Python 3.12.1" in said
    assert setup(clone).stdout == "", "the Python that was named once stays"


def test_an_environment_whose_making_was_killed_is_made_again(clone):
    half = subprocess.Popen(
        ["sh", "tools/setup.sh", "site"],
        cwd=clone,
        env=surroundings(clone, {"HANG_IN_VENV": "1"}),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    while not (clone / ".venv" / "pip-is-here").exists():
        assert half.poll() is None
    os.killpg(half.pid, signal.SIGKILL)
    half.wait()
    done = setup(clone)
    assert done.returncode == 0, done.stderr
    assert "making it again" in done.stdout
    assert len(lines(clone, "venvs")) == 2


def test_an_environment_without_pip_is_made_again(clone):
    setup(clone)
    (clone / ".venv" / "pip-is-here").unlink()
    (clone / ".venv" / "site-ready").unlink()
    assert "making it again" in setup(clone).stdout


def test_two_at_once_wait_for_each_other(clone):
    both = [
        subprocess.Popen(["sh", "tools/setup.sh", "site"], cwd=clone, env=surroundings(clone, {}), stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [one.communicate(timeout=60)[0] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert len(lines(clone, "venvs")) == 1
    assert len(lines(clone, "installs")) == 2, "setuptools and the guide, each once"


def test_a_moved_folder_gets_a_new_environment(clone, tmp_path):
    setup(clone)
    moved = clone.rename(tmp_path / "moved")
    assert "was moved" in setup(moved).stdout
    assert setup(moved).stdout == ""


def test_home_is_not_needed(clone):
    assert setup(clone, HOME="/dev/null/nowhere").returncode == 0


def test_a_python_that_is_missing_too_old_or_broken_is_named_with_the_remedy(clone):
    missing = setup(clone, PYTHON="/no/such/python3")
    assert missing.stderr.startswith(f"setup: no /no/such/python3 found; install Python {FLOOR} or newer")
    old = clone / "bin" / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" || exit 3\n')
    assert setup(clone).stderr.startswith(f"setup: Python 3.9.2 is too old; install Python {FLOOR} or newer")
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 2.7.18" >&2 || exit 3\n')
    assert setup(clone).stderr.startswith("setup: Python 2.7.18 is too old")
    for status in (127, 0):  # it cannot start, or is something else
        old.write_text(f"#!/bin/sh\nexit {status}\n")
        assert setup(clone).stderr.startswith(f"setup: python3 does not start; install Python {FLOOR} or newer")
    assert not (clone / ".venv").exists()


OFFLINE = (
    "WARNING: Retrying after connection broken by NewConnectionError\nERROR: No matching distribution found for x (from versions: none)"
)
PROXY = "WARNING: … ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden'))\nERROR: ResolutionImpossible: for help visit …"
RETRIED = "WARNING: Retrying after connection broken by NewConnectionError\nERROR: Could not install packages due to an OSError: No space left on device"


@pytest.mark.parametrize(
    ("pip", "said", "network"),
    [
        (OFFLINE, "it needs a network", True),
        ("WARNING: Retrying … Read timed out.\nERROR: ResolutionImpossible: for help visit …", "it needs a network", True),
        (RETRIED, "No space left on device", False),
        (PROXY, "its packages (the proxy says: Tunnel connection failed: 403 Forbidden), see", True),
        (
            "ERROR: Ignored versions that require a different python version: 13.1 Requires-Python >=3.11.5",
            "Requires-Python >=3.11.5",
            False,
        ),
        ("something\nunknown", "unknown", False),
    ],
    ids=["offline", "timeout", "full", "proxy", "python", "unknown"],
)
def test_a_failure_shows_the_cause_that_pip_named_and_blames_the_network_only_if_it_was(clone, pip, said, network):
    failed = setup(clone, STUB_PIP=pip)
    assert failed.returncode != 0
    assert said in failed.stderr
    assert ("network" in failed.stderr) == network
    assert not (clone / ".venv" / "site-ready").exists()


def test_an_editor_that_cannot_be_installed_stops_set_up_and_is_tried_again(clone):
    (clone / "tools" / "editor").mkdir()
    (clone / "tools" / "editor" / "package-lock.json").write_text("{}")  # and no tools/bundle.py, so that installing fails
    failed = setup(clone, "editor-ready")
    assert failed.returncode != 0, "tools/setup.sh: editor: a failure is ignored"
    assert "setup: npm failed for the reason above, see .venv/setup-editor.log" in failed.stderr
    assert not (clone / ".venv" / "editor-ready").exists()


def test_on_linux_the_cpu_build_is_taken_and_the_large_one_is_announced(clone):
    uname = clone / "bin" / "uname"
    uname.write_text("#!/bin/sh\necho Linux\n")
    uname.chmod(0o755)
    small = setup(clone, "test-ready")
    assert "CPU build (0.2 GB" in small.stdout
    assert any("torch==2.13.0+cpu" in line for line in lines(clone, "installs"))
    (clone / ".venv" / "test-ready").unlink()
    large = setup(clone, "test-ready", STUB_TORCH="2.13.0, 2.12.1")
    assert "2.7 GB to download" in large.stdout
    assert "PIP_EXTRA_INDEX_URL" in large.stdout


def test_a_checkout_has_unix_lines_even_where_git_is_told_otherwise(tmp_path):
    def git(*words):
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "core.autocrlf=true"]
        subprocess.run(["git", *identity, *words], cwd=tmp_path, check=True, capture_output=True)

    names = ["tools/setup.sh", "Makefile", "snippets/zero_grad/accumulates.out", ".github/screenshot.png"]
    for name in [".gitattributes", *names]:
        (tmp_path / "one" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / "one" / name)
    git("init", "one")
    git("-C", "one", "add", ".")
    git("-C", "one", "commit", "-m", "one")
    git("clone", "one", "two")
    for name in names:
        assert (tmp_path / "two" / name).read_bytes() == (ROOT / name).read_bytes(), f".gitattributes: {name} is changed by a checkout"


def test_every_pin_works_with_the_oldest_python_that_is_named():
    for path in [*sorted(ROOT.glob("README*.md")), ROOT / "tools" / "setup.sh"]:
        assert FLOOR in re.findall(r"Python (3\.\d+)", path.read_text("utf-8")), f"{path.name}: pyproject.toml asks for Python {FLOOR}"
    floor = re.search(r"version_info < \((\d+), (\d+)\)", (ROOT / "tools" / "setup.sh").read_text("utf-8"))
    assert ".".join(floor.groups()) == FLOOR, f"tools/setup.sh: refuse what is older than {FLOOR}"
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        try:
            needs = importlib.metadata.metadata(line.partition("==")[0]).get("Requires-Python", "")
        except importlib.metadata.PackageNotFoundError:
            continue
        assert SpecifierSet(needs).contains(f"{FLOOR}.0"), f"constraints.txt: {line} needs Python {needs}, the papers say {FLOOR}"
