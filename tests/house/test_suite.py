"""The suite itself: it runs everything, waits long enough, fails in short, and nothing of it is switched off."""

import re
import tomllib

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
            r"mark\.(?:skip|xfail)\b|^ *def test_\w+\(.*\):\n +(?:return|pass)\b|\b(?:assert|or) True\b", path.read_text("utf-8"), re.M
        )
        assert not found, f"{path.relative_to(ROOT)}: {found[0]}: repair or delete the test"


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
