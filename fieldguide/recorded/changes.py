"""Single changes of a snippet: pure, from a text to the list of its neighbours. changed.py runs each of them.

A number halved, doubled, 0, negated; a hyperparameter at a few telling values; an option switched; a statement removed; two neighbours swapped.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fieldguide.recorded.literals import SHOWING, constants, root

MOST = 16  # changes of one snippet; removed statements and hyperparameters come first
TELLING = {
    "momentum": ("0.0", "0.5", "0.9", "0.99", "1.0"),
    "dampening": ("0.0", "0.5", "1.0"),
    "gamma": ("0.1", "0.5", "0.9", "1.0"),
    "betas": ("0.0", "0.5", "0.9", "0.999"),
    "weight_decay": ("0.0", "0.01", "0.1", "1.0"),
    "max_norm": ("0.1", "1.0", "10.0", 'float("inf")'),
    "alpha": ("0.0", "0.9", "0.99"),
    "eps": ("1e-08", "0.001", "1.0"),
    "norm_type": ("1.0", "2.0", 'float("inf")'),
    "init_scale": ("1.0", "1024.0", "65536.0", "1e10"),
    "growth_interval": ("1", "2", "1000"),
    "clip_value": ("0.1", "1.0", "10.0"),
    "factor": ("0.1", "0.5", "0.9", "1.0"),
    "start_factor": ("0.1", "0.5", "1.0"),
    "end_factor": ("0.1", "0.5", "1.0"),
    "rho": ("0.5", "0.9", "0.99"),
}
# Counts that are hyperparameters: halved, doubled, 0.
COUNTS = {
    "step_size",
    "step_size_up",
    "total_iters",
    "total_steps",
    "T_max",
    "T_0",
    "T_mult",
    "patience",
    "cooldown",
    "milestones",
    "warmup",
}
# Times the value that stands there.
SCALED = {
    "lr": (0.1, 0.5, 2, 10),
    "learning_rate": (0.1, 0.5, 2, 10),
    "max_lr": (0.1, 0.5, 2, 10),
    "base_lr": (0.1, 0.5, 2, 10),
}
SWITCHED = {"mean": "sum", "sum": "mean", "min": "max", "max": "min", "fan_in": "fan_out", "fan_out": "fan_in", "relative": "absolute"}


@dataclass(frozen=True)
class Change:
    """Replace what stands from (``line``, ``column``) to (``last``, ``end``) by ``new``; lines from 1, columns from 0. ``kind``: ``number``,
    ``option``, ``remove``, ``swap``."""

    kind: str
    line: int
    column: int
    last: int
    end: int
    new: str

    def apply(self, code: str) -> str:
        """Return the changed text."""
        lines = code.splitlines(keepends=True)
        before, after = lines[self.line - 1][: self.column], lines[self.last - 1][self.end :]
        return "".join([*lines[: self.line - 1], before + self.new + after, *lines[self.last :]])


def neighbours(code: str, most: int = MOST) -> list[Change]:
    """Return at most ``most`` single changes of ``code``, the most telling kinds if there are more; each gives another text. In the order of lines.

    >>> [change.new for change in neighbours("f(lr=0.5)\\n")]
    ['pass', '0.05', '0.25', '1.0', '5.0']
    """
    if "torch.distributed" in code:
        return []  # processes that wait for each other: whether a changed one ends is a matter of luck
    lines, tree = code.splitlines(), ast.parse(code)
    found: dict[str, Change] = {}
    for change in (*removed(tree, lines), *swapped(tree, lines), *replaced(tree, lines)):
        found.setdefault(change.apply(code), change)
    found.pop(code, None)
    rank, turns = {"remove": 0, "hyper": 0, "option": 1, "swap": 1, "number": 2}, Counter()
    ranked = []
    for change in found.values():
        place = (change.line, change.column, change.kind)
        ranked.append((rank[change.kind] + turns[place], len(ranked), change))  # the first value of each place before the second of any
        turns[place] += 1
    ranked = [change for _, _, change in sorted(ranked)[:most]]
    plain = (Change("number" if change.kind == "hyper" else change.kind, *list(vars(change).values())[1:]) for change in ranked)
    return sorted(plain, key=lambda change: (change.line, change.column, change.last))


def column(lines: list[str], line: int, offset: int) -> int:
    """Return the column in characters of a byte offset (what ast counts)."""
    return len(lines[line - 1].encode()[:offset].decode())


def change(lines: list[str], node: ast.AST, kind: str, new: str, last: ast.AST | None = None) -> Change:
    """Return the change that puts ``new`` in the place of ``node`` (to the end of ``last``)."""
    last = last or node
    start, end = column(lines, node.lineno, node.col_offset), column(lines, last.end_lineno, last.end_col_offset)
    return Change(kind, node.lineno, start, last.end_lineno, end, new)


def bodies(tree: ast.AST) -> Iterator[list[ast.stmt]]:
    """Yield every list of statements."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            if isinstance(getattr(node, name, None), list):
                yield getattr(node, name)


def has_effect(node: ast.stmt) -> bool:
    """Say whether a statement does something that can be left out: a call, an update, a value put into an object."""
    if isinstance(node, ast.Expr):
        return (
            isinstance(node.value, ast.Call) and root(node.value) not in SHOWING and not ast.unparse(node).startswith(("warnings.", "sys."))
        )
    if isinstance(node, ast.Assign):
        return isinstance(node.targets[0], (ast.Attribute, ast.Subscript))
    return isinstance(node, ast.AugAssign)


def removed(tree: ast.AST, lines: list[str]) -> Iterator[Change]:
    """Yield a removal for each statement that has an effect, and for each ``with`` that gives nothing a name; lines keep their numbers."""
    for body in bodies(tree):
        for node in body:
            if has_effect(node):
                yield change(lines, node, "remove", "pass" + "\n" * (node.end_lineno - node.lineno))
            elif isinstance(node, ast.With) and not any(item.optional_vars for item in node.items):
                head = node.items[-1].context_expr
                text = lines[head.end_lineno - 1]
                end = text.index(":", column(lines, head.end_lineno, head.end_col_offset)) + 1
                start = column(lines, node.lineno, node.col_offset)
                yield Change("remove", node.lineno, start, head.end_lineno, end, "if True:" + "\n" * (head.end_lineno - node.lineno))


def swapped(tree: ast.AST, lines: list[str]) -> Iterator[Change]:
    """Yield a swap for each two neighbours of which one has an effect and the other one has it too or computes something."""
    for body in bodies(tree):
        for one, two in zip(body, body[1:], strict=False):
            pair = (one, two)
            if all(has_effect(node) or isinstance(node, ast.Assign) for node in pair) and any(map(has_effect, pair)):
                indent = " " * one.col_offset
                texts = [part(lines, node) for node in pair]
                gap = "\n" * (two.lineno - one.end_lineno)
                yield change(lines, one, "swap", f"{texts[1]}{gap}{indent}{texts[0]}", two)


def part(lines: list[str], node: ast.stmt) -> str:
    """Return the text of a statement."""
    own = lines[node.lineno - 1 : node.end_lineno]
    own[-1] = own[-1][: column(lines, node.end_lineno, node.end_col_offset)]
    own[0] = own[0][column(lines, node.lineno, node.col_offset) :]
    return "\n".join(own)


def replaced(tree: ast.AST, lines: list[str]) -> Iterator[Change]:
    """Yield a change for each telling value of each number, and for each switch of an option."""
    for node, name, calls in constants(tree):
        value = node.value
        if isinstance(value, bool):
            yield change(lines, node, "option", str(not value))
        elif isinstance(value, str):
            if name and value in SWITCHED:
                yield change(lines, node, "option", f'"{SWITCHED[value]}"')
        elif "manual_seed" in calls:
            yield change(lines, node, "number", str(value + 1))
        elif name in TELLING or name in SCALED:
            for new in TELLING.get(name) or [text(value * factor) for factor in SCALED[name]]:
                yield change(lines, node, "hyper", new)
        else:
            half = value / 2 if isinstance(value, float) else value // 2 if value % 2 == 0 else None
            is_count = name in COUNTS or "range" in calls
            for new in (half, value * 2, type(value)(0), -value):
                if new is not None and (new >= 0 or not is_count) and new != value:
                    yield change(lines, node, "hyper" if name in COUNTS else "number", text(new))


def text(value: float) -> str:
    """Return a number as one would write it."""
    return repr(float(f"{value:.6g}")) if isinstance(value, float) else str(value)
