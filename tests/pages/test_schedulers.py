"""Every scheduler of PyTorch has a section with a figure, and a table with each option and default as the class has them."""

import ast
import inspect
import operator
import re

import pytest
from guide import PAGES, SNIPPETS, read
from torch.optim import lr_scheduler, swa_utils

from fieldguide import SOURCE
from fieldguide.languages import sections
from fieldguide.pages.blocks import blocks

BASES = {"LRScheduler", "_LRScheduler"}
SCHEDULERS = {
    name: cls
    for module in (lr_scheduler, swa_utils)
    for name, cls in vars(module).items()
    if inspect.isclass(cls) and issubclass(cls, lr_scheduler.LRScheduler) and name not in BASES
}
EXPLAINED_ONCE = {"optimizer": inspect.Parameter.empty, "last_epoch": -1}  # #last-epoch in groups-and-resume.md
GALLERY = {
    section.title: section
    for page in PAGES[SOURCE]
    if page.startswith("schedules/")
    for section in sections.split(read(SOURCE, page), page)
    if section.title in SCHEDULERS
}


def value(cell):
    """Return the default that a cell of the table shows: `1 / 3`, `None`, `"cos"`, or no default for `required`."""
    if cell == "required":
        return inspect.Parameter.empty
    node = ast.parse(cell.strip("`"), mode="eval").body
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return operator.truediv(ast.literal_eval(node.left), ast.literal_eval(node.right))
    return ast.literal_eval(node)


def test_the_schedulers_are_those_that_this_version_has():
    assert {"StepLR", "SWALR", "SequentialLR", "ReduceLROnPlateau"} <= set(SCHEDULERS)
    assert set(SCHEDULERS) == set(GALLERY), "docs/en/schedules/: one H2 with the name of the class for each scheduler of torch"


@pytest.mark.parametrize("name", SCHEDULERS)
def test_a_scheduler_has_a_figure_of_its_own(name):
    drawn = [block for _, _, block in blocks(GALLERY[name].text, name) if "caption" in block.keys]
    assert drawn, f"docs/en/schedules/: #{GALLERY[name].anchor} has no figure"
    code = (SNIPPETS / f"{drawn[0].refs[0].partition(':')[0]}.py").read_text("utf-8")
    assert re.search(rf"\b{name}\b", code), f"{drawn[0].refs[0]} does not run {name}"


@pytest.mark.parametrize("name", SCHEDULERS)
def test_the_table_of_a_scheduler_has_every_option_with_its_default(name):
    rows = dict(re.findall(r"^\| `(\w+)` \| (required|`[^`]+`) \|", GALLERY[name].text, re.M))
    signature = inspect.signature(SCHEDULERS[name].__init__).parameters
    options = {key: option.default for key, option in signature.items() if key != "self"}
    for key, default in EXPLAINED_ONCE.items():
        if key in options and options[key] == default:
            del options[key]
    assert {key: value(cell) for key, cell in rows.items()} == options, f"docs/en/schedules/: correct the table under ## {name}"
