"""The optimizer chapter names every class of torch.optim, with every option and its true default, in every language."""

import ast
import inspect
import re

import pytest
import torch

from conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*/optimizers/options.md"))
CLASSES = {
    name: {key: known.default for key, known in inspect.signature(made).parameters.items() if key != "params"}
    for name, made in vars(torch.optim).items()
    if inspect.isclass(made) and issubclass(made, torch.optim.Optimizer) and made is not torch.optim.Optimizer
}


def documented(text):
    """Return {class: {option: default}} as the two tables of the page say it."""
    found = {}
    for row in re.findall(r"^\| (.*) \|$", text, re.M):
        cells = [cell.strip() for cell in row.split(" | ")]
        linked = re.fullmatch(r"\[`(\w+)`\]\(\S+\)", cells[0])
        code = [re.fullmatch(r"`([^`]+)`", cell) for cell in cells[:3]]
        if linked and code[1] and code[2]:
            found.setdefault(linked[1], {})[code[1][1]] = ast.literal_eval(code[2][1])
        elif code[0] and code[1]:  # a switch: one row for many classes
            for name in re.findall(r"`(\w+)`", cells[2]):
                found.setdefault(name, {})[code[0][1]] = ast.literal_eval(code[1][1])
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.parent.name)
def test_the_table_has_every_optimizer_with_every_option_and_its_true_default(page):
    found = documented(page.read_text("utf-8"))
    where = page.relative_to(ROOT)
    assert sorted(found) == sorted(CLASSES), f"{where}: classes of torch {torch.__version__}: {sorted(set(CLASSES) ^ set(found))}"
    for name, options in CLASSES.items():
        wrong = {key for key in options.keys() | found[name].keys() if found[name].get(key, "no row") != options.get(key, "no option")}
        assert not wrong, (
            f"{where}: {name}: {sorted(wrong)}: the class says {[options.get(key, 'no such option') for key in sorted(wrong)]}"
        )


def test_every_optimizer_has_a_page_with_its_formula_and_a_rule_that_equals_it():
    text = (DOCS / "en/optimizers/options.md").read_text("utf-8")
    for name in CLASSES:
        target = re.search(rf"\[`{name}`\]\(([\w-]+\.md)", text)[1]
        page = (DOCS / "en/optimizers" / target).read_text("utf-8")
        assert f"`{name}`" in page, f"docs/en/optimizers/{target} does not name {name}"
        assert "$$" in page, f"docs/en/optimizers/{target} has no formula for {name}"
        rules = re.findall(r"/// \w+ \| (optimizers/\w+_by_hand):check", page)
        runs = [(ROOT / "snippets" / f"{rule}.py").read_text("utf-8") for rule in rules]
        assert any(re.search(rf"torch\.optim\.{name}\b", run) for run in runs), f"{target}: no rule by hand is compared with {name}"


def tables(page):
    """Return {option: default} of every table of a page whose head says Option or Argument, and Default."""
    found = re.findall(r"^\| (?:Option|Argument) \| Default \|.*\n\|.*\n((?:\|.*\n)+)", page.read_text("utf-8"), re.M)
    return [dict(re.findall(r"^\| `(\w+)` \| (required|`[^`]+`) \|", rows, re.M)) for rows in found]


@pytest.mark.parametrize("page", sorted((DOCS / "en/optimizers").glob("*.md")), ids=lambda page: page.stem)
def test_every_table_of_options_has_the_true_defaults_of_one_class_of_its_page(page):
    text = (DOCS / "en/optimizers/options.md").read_text("utf-8")
    ours = [name for name in CLASSES if f"[`{name}`]({page.name}" in text]
    for rows in tables(page) if page.stem != "options" else []:
        said = {key: ast.literal_eval(cell.strip("`")) for key, cell in rows.items()}
        wrong = {name: sorted(key for key in said if CLASSES[name].get(key, "none") != said[key]) for name in ours}
        assert said, f"docs/en/optimizers/{page.name}: no option in the first column"
        assert not all(wrong.values()), (
            f"docs/en/optimizers/{page.name}: another default than the class: {min(wrong.items(), key=lambda one: len(one[1]))}"
        )


def test_the_table_of_clip_grad_norm_has_its_arguments_in_order_with_their_defaults():
    (rows,) = tables(DOCS / "en/clipping/by-norm.md")
    known = inspect.signature(torch.nn.utils.clip_grad_norm_).parameters.values()
    said = [(name, inspect.Parameter.empty if cell == "required" else ast.literal_eval(cell.strip("`"))) for name, cell in rows.items()]
    assert said == [(one.name, one.default) for one in known], "docs/en/clipping/by-norm.md: correct the table under #arguments"


def test_a_wrong_default_and_a_missing_option_are_seen():
    text = (DOCS / "en/optimizers/options.md").read_text("utf-8")
    row = re.search(r"^\| \[`Adam`\]\(\S+\) \| `eps` \| `1e-08` .*\n", text, re.M)[0]
    assert documented(text.replace(row, row.replace("1e-08", "1e-07")))["Adam"]["eps"] == 1e-07
    assert "eps" not in documented(text.replace(row, ""))["Adam"]
