"""The papers of the house: pins, manuals, commands, workflows, limits, licence."""

import importlib.metadata
import json
import os
import re
import subprocess
import tomllib

import pytest
import yaml

from conftest import ROOT
from fieldguide.__main__ import main as desk
from fieldguide.languages.strings import TABLE
from fieldguide.live import app, door, slots
from fieldguide.recorded import replay
from fieldguide.run import child, figures, runner, server

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
        (".venv/bin/python ", "pytest -n 3 --dist loadfile tests README.md CONTRIBUTING.md"),
    ]
    assert [(start, rest.strip()) for start, rest in calls] == wanted, "Makefile: test"
    for target, step in (("check", "pytest -n 2 tests/pages tests/languages"), ("record", "tools.explorer"), ("cards", "tools.cards site")):
        assert step in subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True).stdout, (
            f"Makefile: {target}: {step}"
        )
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[2:] == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "make test"], (
        ".ci/run"
    )
    flows = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / ".github" / "workflows").glob("*.yml")}
    pages = flows["pages"]["jobs"]
    runs, built = ([step["run"] for step in job["steps"] if "run" in step] for job in (flows["test"]["jobs"]["test"], pages["build"]))
    assert runs == [built[0], "make test"], "test.yml: what the build has too (fonts, pandoc), and `make test`"
    assert pages["build"]["needs"] == "test", "pages.yml: build needs test"
    assert pages["deploy"]["needs"] == "build", "pages.yml: deploy needs build"
    assert not [step for step in pages["deploy"]["steps"] if "run" in step], "pages.yml: the job that may publish runs nothing of ours"
    assert pages["test"]["uses"] == "./.github/workflows/test.yml"
    writes = {"newest-torch": {"issues"}, "pages deploy": {"pages", "id-token"}}
    for name, flow in flows.items():
        jobs = {f"{name} {job}": about["permissions"] for job, about in flow["jobs"].items() if "permissions" in about}
        for place, given in ({name: flow["permissions"]} | jobs).items():
            assert {key for key, value in given.items() if value != "read"} == writes.get(place, set()), f"{place}: it may write only that"
        steps = [step for job in flow["jobs"].values() for step in job.get("steps", [])]
        deep = [step.get("with", {}).get("fetch-depth") == 0 for step in steps if "actions/checkout" in step.get("uses", "")]
        assert all(deep) or name == "newest-torch", f"{name}.yml: checkout with fetch-depth: 0, or pages have no dates and no feed"
        assert "continue-on-error" not in json.dumps(flow), f"{name}.yml: a failure is a failure"


def test_limits_of_runs_are_those_that_the_papers_name():
    papers = " ".join((ROOT / name).read_text("utf-8") for name in ("CONTRIBUTING.md", "SECURITY.md"))
    words = {2: "two", 16: "sixteen"}
    for said in (
        f"Its limits: {runner.SECONDS} s when it is recorded ({replay.PATIENCE} s in the tests",
        f"{runner.MEGABYTES // 1024} GB of memory, files of {child.FILE_MEGABYTES} MB, {server.PROCESSES} processes, ",
        f" {runner.CHARACTERS:_} characters.".replace("_", " "),
        f"limits on request ({door.BODY // 1024} kB), time ({app.SECONDS} s), memory ({app.MEGABYTES // 1024} GB a process",
        f"figure ({figures.LARGEST // 10**6} MB), files ({child.FILE_MEGABYTES} MB each",
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
