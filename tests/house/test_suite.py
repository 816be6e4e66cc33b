"""The suite itself: it runs everything, waits long enough, fails in short, and nothing of it is switched off."""

import os
import re
import shutil
import subprocess
import tomllib

import pytest
from pytesting import pytest_in

from conftest import ROOT

DOCS, SNIPPETS = ROOT / "docs", ROOT / "snippets"
READMES = [ROOT / "README.md"]


def test_make_test_runs_every_snippet_and_the_manuals():
    said = pytest_in(ROOT, "--collect-only", "-q").stdout
    for path in [*sorted(SNIPPETS.glob("*/*.py")), READMES[0]]:
        name = path.relative_to(ROOT).as_posix()
        assert re.search(rf"^{re.escape(name)}: ", said, re.M), (
            f"{name} is not among the tests; see testpaths, python_files and --codeblocks in pyproject.toml"
        )
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    warnings, rules = settings["pytest"]["ini_options"].get("filterwarnings"), settings["ruff"]["lint"]["select"]
    assert warnings == ["error"], 'pyproject.toml: filterwarnings = ["error"], so that a deprecated call in a snippet fails'
    assert {"E", "F", "I", "B", "UP", "SIM", "PT"} <= set(rules), f"pyproject.toml: ruff checks only {rules}"


def test_no_test_is_switched_off():
    for path in [*(ROOT / "tests").rglob("*.py"), ROOT / "conftest.py"]:
        found = re.search(
            r"mark\.(?:skip(?!if\(sys\.platform)|xfail)|collect_ignor[e]|^ *def test_\w+\(.*\):\n +(?:return|pass)\b|\b(?:assert|or) True\b",
            path.read_text("utf-8"),
            re.M,
        )
        assert not found, f"{path.relative_to(ROOT)}: {found[0]}: repair or delete the test"
        for reason in re.findall(r"pytest\.skip\((.*)", path.read_text("utf-8")):
            assert "make " in reason, f"{path.relative_to(ROOT)}: skip only what this machine lacks, and say what brings it: {reason}"
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]
    assert settings["addopts"] == "--codeblocks -q --tb=short", "pyproject.toml: addopts: another option may leave tests out"
    assert settings["empty_parameter_set_mark"] == "fail_at_collect", "pyproject.toml: a test without a case is skipped in silence"


def test_a_busy_machine_is_no_failure_and_a_failure_is_short():
    conftest = (ROOT / "tests" / "conftest.py").read_text("utf-8")
    assert "WAIT = 60_000" in conftest
    assert "expect.set_options(timeout=WAIT)" in conftest, "tests/conftest.py: expect() has a patience of its own, 5 s"
    assert "--tb=short" in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]["ini_options"]["addopts"]
    assert "patient(browser.new_context), patient(browser.new_page)" in conftest, "tests/conftest.py: pages of Playwright wait 30 s"
    for path in (ROOT / "tests").rglob("*.py"):
        for number in re.findall(r"(?:set_default_timeout\(|[( ]timeout=)([\d_]+)", path.read_text("utf-8")):
            assert int(number) >= 60, f"{path.relative_to(ROOT)}: a wait of {number}: 60 seconds, or WAIT in a browser"


def test_files_are_read_before_a_browser_is_opened():
    said = pytest_in(ROOT, "--collect-only", "-o", "addopts=-q", "tests/site/test_browser.py", "tests/site/test_site.py").stdout
    assert said.rindex("test_site.py") < said.index("test_browser.py")


STEPS = ["browser.sh", "ruff format", "ruff check", "pytest -n 2 snippets", "pytest -n 3 --dist"]


@pytest.mark.parametrize("step", STEPS)
def test_whatever_fails_make_test_ends_there_and_fails(tmp_path, step):
    shutil.copy(ROOT / "Makefile", tmp_path)
    stub = f'#!/bin/sh\necho "$0 $*" >>steps\ncase "$0 $*" in *"{step}"*) exit 1 ;; esac\n'
    for name in (".venv/bin/python", "tools/setup.sh", "tools/browser.sh", "tools/nginx.sh"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(stub)
        (tmp_path / name).chmod(0o755)
    done = subprocess.run(["make", "test"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode != 0, f"Makefile: test: it goes on after {step!r} has failed"
    assert step in (tmp_path / "steps").read_text().splitlines()[-1], f"Makefile: test: it goes on after {step!r} has failed"


def test_without_a_browser_make_test_ends_with_the_remedy(tmp_path):
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\n")  # Playwright has no browser either
    python.chmod(0o755)
    bare = {"PATH": str(tmp_path), "HOME": os.environ.get("HOME", "/")}
    done = subprocess.run(["/bin/sh", ROOT / "tools" / "browser.sh"], cwd=tmp_path, env=bare, capture_output=True, text=True)
    assert done.returncode != 0, "tools/browser.sh: no browser is a failure"
    assert "no browser for the tests; install chromium" in done.stderr
    assert not (tmp_path / ".venv" / "browser").exists()
