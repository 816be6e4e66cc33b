"""The numbers, switches and options of a program, and what is done with them."""

import ast
import re
from collections.abc import Iterator

SHOWING = ("print", "round", "format", "str", "len", "repr", "plt")  # what they are told is about showing, not about gradients


# What PyTorch calls the first arguments of a call that are written without their name; "_" is no number.
POSITIONS = {
    "clip_grad_norm_": "_ max_norm norm_type",
    "clip_grad_value_": "_ clip_value",
    "clip_grads_with_norm_": "_ max_norm",
    "SGD": "_ lr momentum",
    "StepLR": "_ step_size gamma",
    "MultiStepLR": "_ milestones gamma",
    "ExponentialLR": "_ gamma",
    "ConstantLR": "_ factor total_iters",
    "LinearLR": "_ start_factor end_factor total_iters",
    "PolynomialLR": "_ total_iters power",
    "CosineAnnealingLR": "_ T_max eta_min",
    "CosineAnnealingWarmRestarts": "_ T_0 T_mult eta_min",
    "OneCycleLR": "_ max_lr total_steps",
    "CyclicLR": "_ base_lr max_lr step_size_up",
} | dict.fromkeys(
    ("Adam", "AdamW", "NAdam", "RAdam", "Adamax", "RMSprop", "Adagrad", "Adadelta", "Rprop", "ASGD", "Adafactor", "LBFGS"), "_ lr"
)


def root(node: ast.AST) -> str:
    """Return the first name of an expression: ``plt`` of ``plt.plot(x)``."""
    while not isinstance(node, ast.Name):
        node = getattr(node, "func", None) or getattr(node, "value", None)
        if node is None:
            return ""
    return node.id


def constants(tree: ast.AST) -> Iterator[tuple[ast.Constant, str, list[str]]]:
    """Yield the numbers, switches and options of a program, with the keyword or name that they are given to, and the functions around them.

    What only shows (formats, rounding, places in a list, labels and plots) is left out.
    """

    def visit(node: ast.AST, name: str, calls: list[str]) -> Iterator[tuple[ast.Constant, str, list[str]]]:
        if isinstance(node, ast.Constant):
            shown = calls and calls[-1] in SHOWING
            if isinstance(node.value, (bool, int, float, str)) and not shown and not (isinstance(node.value, str) and not name):
                yield node, name, calls
            return
        if isinstance(node, (ast.JoinedStr, ast.Import, ast.ImportFrom)) or (isinstance(node, ast.Call) and root(node) == "plt"):
            return
        for field, value in ast.iter_fields(node):
            for place, inner in enumerate(value if isinstance(value, list) else [value]):
                if (
                    not isinstance(inner, ast.AST)
                    or (isinstance(node, ast.Subscript) and field == "slice")
                    or field in ("annotation", "returns")
                ):
                    continue
                if isinstance(inner, ast.keyword):
                    yield from visit(inner.value, inner.arg or name, [*calls, called(node)])
                elif isinstance(node, ast.Call) and field == "args":
                    yield from visit(inner, at(place, POSITIONS.get(called(node), "").split()), [*calls, called(node)])
                elif isinstance(node, ast.Dict) and field == "values":
                    yield from visit(inner, key(node.keys[place]), calls)
                elif isinstance(node, (ast.For, ast.comprehension)) and field == "iter" and isinstance(node.target, ast.Name):
                    yield from visit(inner, node.target.id, calls)
                elif isinstance(node, ast.Assign) and field == "value" and isinstance(node.targets[0], ast.Name):
                    yield from visit(inner, node.targets[0].id, calls)
                elif isinstance(node, ast.arguments) and field in ("defaults", "kw_defaults"):
                    names = [arg.arg for arg in (node.args[-len(node.defaults) :] if field == "defaults" else node.kwonlyargs)]
                    yield from visit(inner, names[value.index(inner)], calls)
                else:
                    yield from visit(inner, name if isinstance(node, (ast.Tuple, ast.List, ast.UnaryOp)) else "", calls)

    for statement in getattr(tree, "body", []):
        yield from visit(statement, "", [])


def key(node: ast.AST | None) -> str:
    """Return the text of a key of a dict, or nothing if it is none."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def at(place: int, names: list[str]) -> str:
    """Return the name at ``place``, or nothing."""
    return names[place] if place < len(names) else ""


def called(node: ast.AST) -> str:
    """Return the last name of what a call calls: ``manual_seed`` of ``torch.manual_seed(0)``."""
    return re.sub(r".*\.", "", ast.unparse(node.func)) if isinstance(node, ast.Call) else ""
