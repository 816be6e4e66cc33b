"""Claims that hold for every class of torch.optim and every path, kept by a run over all of them."""

import inspect

import pytest
import torch

from fieldguide import ROOT, SOURCE

CLASSES = sorted(
    name
    for name in dir(torch.optim)
    if isinstance(getattr(torch.optim, name), type) and name not in ("Optimizer", "SparseAdam")  # SparseAdam refuses a dense gradient
)
PATHS = [
    (name, path)
    for name in CLASSES
    for path in ("plain", "foreach", "fused")
    if path == "plain" or path in inspect.signature(getattr(torch.optim, name)).parameters
]


def stepped(name, path, gradient=1.0, **options):
    """Return a parameter and its optimizer after one step."""
    w = torch.nn.Parameter(torch.ones(2, 2))
    chosen = {} if path == "plain" else {path: True}
    optimizer = getattr(torch.optim, name)([w], **chosen, **options)
    w.grad = None if gradient is None else torch.full_like(w, gradient)
    optimizer.step(lambda: torch.zeros(()))
    return w, optimizer


@pytest.mark.parametrize(("name", "path"), PATHS)
def test_a_step_raises_the_version_of_a_parameter_unless_it_is_fused(name, path):
    w, _ = stepped(name, path)
    assert (w._version == 0) == (path == "fused"), "the pages on graphs and on fused=True say so"


@pytest.mark.parametrize(("name", "path"), PATHS)
def test_a_parameter_whose_gradient_is_none_is_left_alone(name, path):
    w, _ = stepped(name, path, gradient=None)
    assert torch.equal(w, torch.ones(2, 2)), "zero_grad/none-or-zero.md says so"


@pytest.mark.parametrize(("name", "path"), PATHS)
def test_a_step_leaves_the_gradient_as_it_is(name, path):
    w, _ = stepped(name, path)
    assert torch.equal(w.grad, torch.ones(2, 2)), "unscaled/three-meanings.md says so"


@pytest.mark.parametrize(("name", "path"), PATHS)
def test_zero_grad_clears_gradients_and_keeps_the_state(name, path):
    w, optimizer = stepped(name, path)
    before = {key: value.clone() for key, value in optimizer.state[w].items() if torch.is_tensor(value)}
    optimizer.zero_grad()
    assert w.grad is None
    assert all(torch.equal(optimizer.state[w][key], value) for key, value in before.items())


@pytest.mark.filterwarnings("ignore:Sparse invariant checks")
@pytest.mark.parametrize("name", CLASSES)
def test_a_sparse_gradient_is_accepted_by_the_classes_that_the_entry_names(name):
    table = torch.nn.Embedding(4, 2, sparse=True)
    table(torch.tensor([1, 2])).sum().backward()
    accepted = (ROOT / "snippets/errors/sparse_classes.out").read_text("utf-8").splitlines()[0].removeprefix("accept: ").split(", ")
    try:
        getattr(torch.optim, name)(list(table.parameters()), lr=0.1).step(lambda: torch.zeros(()))
    except RuntimeError:
        assert name not in accepted
    else:
        assert name in accepted


def test_one_rule_for_update_stands_in_one_place():
    pages = [path for path in (ROOT / "docs" / SOURCE).rglob("*.md") if "#update-rule }" in path.read_text("utf-8")]
    assert [path.name for path in pages] == ["grad-scaler.md"]
    for anchor in ("e-update-without-step", "e-unscale-twice"):
        entry = (ROOT / "docs" / SOURCE / "errors/mixed-precision.md").read_text("utf-8").split(f"#{anchor} }}")[1].split("\n## ")[0]
        assert "grad-scaler.md#update-rule" in entry, f"the entry {anchor} links the rule"
