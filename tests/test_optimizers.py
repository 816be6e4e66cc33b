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


def test_a_wrong_default_and_a_missing_option_are_seen():
    text = (DOCS / "en/optimizers/options.md").read_text("utf-8")
    row = re.search(r"^\| \[`Adam`\]\(\S+\) \| `eps` \| `1e-08` .*\n", text, re.M)[0]
    assert documented(text.replace(row, row.replace("1e-08", "1e-07")))["Adam"]["eps"] == 1e-07
    assert "eps" not in documented(text.replace(row, ""))["Adam"]
