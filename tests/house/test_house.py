"""The house around the guide: pins, papers, commands, files, and that the suite itself compares what it says."""

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import unicodedata

import pytest
import yaml

from conftest import ROOT
from fieldguide.__main__ import main as desk
from fieldguide.languages.strings import TABLE
from fieldguide.live import app, door, slots
from fieldguide.recorded import replay
from fieldguide.run import child, runner, server

DOCS, SNIPPETS = ROOT / "docs", ROOT / "snippets"
READMES = [ROOT / "README.md", *sorted(ROOT.glob("README.*.md"))]


MANUALS = [*READMES, ROOT / "CONTRIBUTING.md", ROOT / "hosting" / "README.md", *sorted((ROOT / ".github").rglob("*.md"))]


VERIFIED = json.loads((SNIPPETS / "verified.json").read_text("utf-8"))


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def pins():
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [re.fullmatch(r"([\w.-]+)==([\w.]+)", line) or line for line in lines]


def test_everything_that_is_installed_has_one_exact_version():
    loose = [pin for pin in pins() if isinstance(pin, str)]
    assert not loose, f"constraints.txt: write name==version: {loose}"
    names = [pin[1] for pin in pins()]
    twice = {name for name in names if list(map(plain, names)).count(plain(name)) > 1}
    assert not twice, f"constraints.txt: {', '.join(twice)} stands twice"
    assert [pin[0].lower() for pin in pins()] == sorted(pin[0].lower() for pin in pins()), "constraints.txt: sort the lines"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["test"],
        *project["build-system"]["requires"],
    ]
    for requirement in wanted:
        name = re.match(r"[\w.-]+", requirement)[0]
        assert plain(name) in map(plain, names), f"constraints.txt: add {name}, a dependency of pyproject.toml"
    for pin in pins():
        try:
            installed = importlib.metadata.version(pin[1]).partition("+")[0]
        except importlib.metadata.PackageNotFoundError:
            continue
        assert installed == pin[2], f"constraints.txt: {pin[0]}, but these tests run {installed}; run: make clean test"


def test_every_file_names_the_pytorch_that_the_outputs_were_recorded_with():
    torch = importlib.metadata.version("torch").partition("+")[0]
    assert VERIFIED["torch"] == torch, "snippets/verified.json: written by `make record` only; run it"
    assert re.fullmatch(r"3\.\d+\.\d+", VERIFIED["python"]), "snippets/verified.json: written by `make record` only; run it"
    assert f"torch=={torch}" in (ROOT / "constraints.txt").read_text("utf-8").split(), f"constraints.txt: pin torch=={torch}"
    for path in [*MANUALS, ROOT / "pyproject.toml", ROOT / "constraints.txt", ROOT / "tools" / "setup.sh"]:
        for found in re.findall(r"(?:torch==|PyTorch )(\d+\.\d+\.\d+)", path.read_text("utf-8")):
            assert found == torch, f"{path.relative_to(ROOT)}: PyTorch {found}, but the outputs were recorded with {torch}"


@pytest.mark.parametrize("path", [*MANUALS, *sorted(DOCS.rglob("*.md")), TABLE], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_that_a_text_names_exists(path, capsys):
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    text = path.read_text("utf-8")
    code = "\n".join(
        [*re.findall(r"`([^`\n]+)`", text), *re.findall(r"^ *\$ (.*)$", text, re.M), *re.findall(r"^ *(python -m .*)$", text, re.M)]
    )
    for target in re.findall(r"^(?:\.\S+ )?make ([a-z-]+)", code, re.M):
        assert target in targets, f"{path.relative_to(ROOT)}: `make {target}`: the Makefile has {', '.join(targets)}"
    with pytest.raises(SystemExit):
        desk(["--help"])
    known = re.search(r"\{([\w,]+)\}", capsys.readouterr().out)[1].split(",")
    for word in re.findall(r"python -m fieldguide ([a-z]+)", code):
        assert word in known, f"{path.relative_to(ROOT)}: `python -m fieldguide {word}`: there are {', '.join(known)}"


def test_the_readmes_show_the_same_code_output_and_commands_in_every_language():
    def shown(path):
        text = path.read_text("utf-8")
        runs = re.findall(r"^```python\n.*?^```\n\n<!--pytest-codeblocks:expected-output-->\n\n^```text\n.*?^```", text, re.M | re.S)
        return runs, [line.partition("#")[0].strip() for line in re.findall(r"^\$ .*$", text, re.M)]

    for path in READMES[1:]:
        assert shown(path) == shown(READMES[0]), f"{path.name}: other code or commands than README.md"


@pytest.mark.parametrize("path", MANUALS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_python_block_of_a_manual_shows_its_output(path):
    text = path.read_text("utf-8")
    assert len(re.findall(r"^```python", text, re.M)) == text.count("<!--pytest-codeblocks:expected-output-->"), (
        f"{path.name}: put <!--pytest-codeblocks:expected-output--> and the output after each python block, or nobody compares it"
    )


@pytest.mark.parametrize("path", MANUALS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_and_image_of_a_manual_leads_to_a_file(path):
    text = re.sub(r"^( *)```.*?^\1```|^    .*?$|`[^`\n]+`", "", path.read_text("utf-8"), flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s#]+)", text):
        if not re.match(r"https?:", target):
            assert (path.parent / target).exists(), f"{path.relative_to(ROOT)}: there is no {target}"


def test_a_newcomer_can_run_what_continuous_integration_runs():
    assert os.access(ROOT / ".ci" / "run", os.X_OK), ".ci/run: chmod +x .ci/run"
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in ("mkdocs build --strict", "ruff format --check", "ruff check", "$(RUN) pytest -n 2"):
        assert command in makefile, f"Makefile: no target runs {command!r}"
    assert yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)["strict"] == "true", "mkdocs.yml: strict: true"
    assert "-c constraints.txt" in (ROOT / "tools" / "setup.sh").read_text("utf-8"), "tools/setup.sh: pip install -c constraints.txt"
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        text = path.read_text("utf-8")
        assert "permissions" in yaml.safe_load(text), f"{path.name}: say permissions: contents: read"
        for action in re.findall(r"uses: ([^.\s]\S+)", text):
            assert re.search(r"@[0-9a-f]{40}$", action), f"{path.name}: pin {action} by its commit"


def test_make_test_runs_all_there_is_on_two_kinds_of_cpu_and_what_is_not_green_is_not_published():
    said = subprocess.run(["make", "-n", "test"], cwd=ROOT, capture_output=True, text=True).stdout
    calls = [line.partition("#")[0].partition("-m ")[::2] for line in said.splitlines() if "pytest" in line]
    wanted = [
        ("ATEN_CPU_CAPABILITY=default .venv/bin/python ", "pytest -n 2 snippets"),
        (".venv/bin/python ", "pytest -n 2 --dist loadfile tests README.md CONTRIBUTING.md"),
    ]
    assert [(start, rest.strip()) for start, rest in calls] == wanted, "Makefile: test"
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[2:] == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "make test"], (
        ".ci/run"
    )
    flows = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / ".github" / "workflows").glob("*.yml")}
    runs = [step["run"] for step in flows["test"]["jobs"]["test"]["steps"] if "run" in step]
    assert runs == ["make test"], "test.yml: `make test`, and nothing else"
    assert flows["pages"]["jobs"]["deploy"]["needs"] == "test", "pages.yml: deploy needs test"
    assert flows["pages"]["jobs"]["test"]["uses"] == "./.github/workflows/test.yml"
    writes = {"newest-torch": {"issues"}, "pages": {"pages", "id-token"}, "test": set()}
    for name, flow in flows.items():
        assert {key for key, value in flow["permissions"].items() if value != "read"} == writes[name], f"{name}.yml: it may write only that"
        assert "continue-on-error" not in json.dumps(flow), f"{name}.yml: a failure is a failure"


def test_limits_of_runs_are_those_that_the_papers_name():
    papers = " ".join((ROOT / name).read_text("utf-8") for name in ("CONTRIBUTING.md", "SECURITY.md"))
    words = {2: "two", 16: "sixteen"}
    for said in (
        f"Its limits: {runner.SECONDS} s when it is recorded ({replay.PATIENCE} s in the tests",
        f"{runner.MEGABYTES // 1024} GB of memory, files of {child.FILE_MEGABYTES} MB, {server.PROCESSES} processes, ",
        f" {runner.CHARACTERS:_} characters.".replace("_", " "),
        f"{words.get(slots.SLOTS, slots.SLOTS)} runs at once, {words.get(slots.WAITING, slots.WAITING)} wait;",
    ):
        assert said in papers, f"CONTRIBUTING.md, SECURITY.md and the code: one of them does not say “{said}”"
    live = (app.SECONDS, app.MEGABYTES, app.CHARACTERS, door.BODY, door.DRAIN, door.PATIENCE)
    assert live == (60, 2048, 100_000, 65_536, 262_144, 10), "what one click may take; a reader's machine stays usable"


@pytest.mark.parametrize("path", MANUALS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_and_variable_of_make_that_a_manual_names_exists(path):
    text = path.read_text("utf-8")
    roots = (ROOT, path.parent, ROOT / "fieldguide")
    for name in re.findall(r"`((?:docs|fieldguide|hosting|snippets|terms|tests|theme|tools|\.ci|\.github)/[\w./-]+)`", text):
        assert re.search("my_|/name|<", name) or any((root / name).exists() for root in roots), f"{path.name}: there is no {name}"
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for line in re.findall(r".*\bmake [a-z].*", text):
        for name in re.findall(r"\b([A-Z]{2,})=", line):
            assert re.search(rf"\b{name}\b", makefile), f"{path.name}: the Makefile knows no {name}="


def test_a_reader_who_tells_of_a_mistake_is_offered_a_form():
    for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.md"):
        assert {"name", "about"} <= set(yaml.safe_load(path.read_text("utf-8").split("---\n")[1])), f"{path.name}: GitHub leaves it out"


@pytest.mark.parametrize("name", [".github/workflows/pages.yml", "hosting/README.md"])
def test_pictures_of_pages_are_drawn_after_the_last_build(name):
    calls = re.findall(r"make ((?:[a-z]+ )*cards(?: [a-z]+)*)", (ROOT / name).read_text("utf-8"))
    assert calls, f"{name}: no call makes cards"
    for targets in calls:
        assert targets.endswith("cards"), f"{name}: make {targets}: `build` starts site/ anew; write cards last"


def test_the_licence_is_there():
    assert (ROOT / "LICENSE").is_file(), "LICENSE is gone"
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "MIT License" in text
    assert "CC BY 4.0" in text


# Invisible: zero width (not the joiners of Hindi), direction, byte order mark; no-break space and soft hyphen too.
INVISIBLE = re.compile("[\u00a0\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


LEFT = re.compile(r"^(<{7}|>{7}|={7})(?: |$)|\b(?:TODO|FIXME|XXX|TBD|LOREM|LANGUAGE_RECIPE)\b", re.M)


TEXTS = [
    path
    for folder in ("docs", "snippets", "fieldguide", "terms", "theme", "tools", "hosting", ".github", ".ci")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.is_file()
    and not {"__pycache__", ".ruff_cache"} & set(path.parts)
    and path.suffix not in (".pyc", ".png", ".jpg", ".svg")
    and path.name != "lint.json"  # its rules name these characters
] + [
    path
    for path in sorted(ROOT.glob("*"))
    if path.suffix in (".md", ".toml", ".yml", ".txt", ".py") or path.name in ("LICENSE", "Makefile")
]


def test_every_file_is_utf8_with_unix_lines_composed_letters_and_nothing_invisible_or_left_over():
    wrong = []
    for path in TEXTS:
        text = path.read_bytes().decode("utf-8")
        for number, line in enumerate(text.split("\n"), 1):
            if found := INVISIBLE.search(line):
                wrong.append(f"{path.relative_to(ROOT)}:{number}: invisible character U+{ord(found[0]):04X}; delete it")
            if found := LEFT.search(line):
                wrong.append(f"{path.relative_to(ROOT)}:{number}: {found[0].strip()!r} was left behind")
        if "\r" in text:
            wrong.append(f"{path.relative_to(ROOT)}: CRLF line ends; write LF")
        if text and not text.endswith("\n"):
            wrong.append(f"{path.relative_to(ROOT)}: the last line does not end")
        if text != unicodedata.normalize("NFC", text):
            wrong.append(f"{path.relative_to(ROOT)}: normalize it to NFC")
    assert not wrong, "\n".join(wrong)


ROOMS = {
    "run": set(),
    "recorded": {"run"},
    "languages": set(),
    "live": {"run"},
    "pages": {"run", "recorded", "languages"},
    "search": {"run", "languages", "pages"},
}
ROOMS["site"] = set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_the_kit_imports_only_what_its_first_lines_say(room):
    for path in (ROOT / "fieldguide" / room).rglob("*.py"):
        asked = set(re.findall(r"^\s*(?:from|import) fieldguide\.(\w+)", path.read_text("utf-8"), re.M))
        wrong = asked - ROOMS[room] - {room, "files", "git"}
        assert not wrong, f"{path.relative_to(ROOT)} imports the room {', '.join(sorted(wrong))}; see fieldguide/{room}/__init__.py"


def test_every_module_of_the_kit_is_used():
    text = "\n".join(path.read_text("utf-8") for folder in ("fieldguide", "tools", "tests") for path in (ROOT / folder).rglob("*.py"))
    text += (ROOT / "conftest.py").read_text("utf-8") + (ROOT / "mkdocs.yml").read_text("utf-8")
    text += (ROOT / "theme" / "assets" / "live" / "worker.js").read_text("utf-8")  # imports one inside the reader's browser
    for path in (ROOT / "fieldguide").rglob("[!_]*.py"):
        room = ".".join(path.parent.relative_to(ROOT).parts)
        dotted = rf"{room}.{path.stem}".replace(".", "[./]")
        used = re.search(rf"{dotted}\b|from {room} import .*\b{path.stem}\b", text)
        assert used, f"{path.relative_to(ROOT)}: nothing imports it; delete it"


def pytest_in(folder, *words):
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
    )


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


def test_no_test_is_switched_off():
    for path in [*(ROOT / "tests").rglob("*.py"), ROOT / "conftest.py"]:
        found = re.search(r"mark\.(?:skip|xfail)\b", path.read_text("utf-8"))
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
