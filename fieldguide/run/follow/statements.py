"""The statements of a snippet, as trace.py counts its steps: where each stands, and how often a loop will run."""

import ast
import sys
from dataclasses import dataclass

from fieldguide.run.snippets import MARKER

PLAIN = (ast.Name, ast.Constant, ast.BinOp, ast.UnaryOp, ast.operator, ast.unaryop, ast.Load)


@dataclass
class Statement:
    """A statement: the lines of its head (``line`` to ``end``), of all of it (to ``last``), and what kind it is."""

    line: int
    end: int
    last: int
    node: ast.stmt
    section: tuple[str, str] | None = None

    def holds(self, other: "Statement") -> bool:
        return self.line < other.line and other.last <= self.last


def statements(code: str) -> dict[int, Statement]:
    """Return for each line of ``code`` the innermost statement whose head stands there."""
    found = {}
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, (ast.stmt, ast.ExceptHandler)):
            end = max([node.lineno, *(part.end_lineno for part in head(node))])
            marker = MARKER.match(node.value.args[0].value) if is_marker(node) else None
            statement = Statement(node.lineno, end, node.end_lineno, node, marker and marker.groups())
            first = min([node.lineno, *(part.lineno for part in getattr(node, "decorator_list", []))])
            for line in range(first, end + 1):
                if line not in found or statement.line >= found[line].line:
                    found[line] = statement
    return found


def head(node: ast.stmt | ast.ExceptHandler) -> list[ast.AST]:
    """Return the parts of a statement that run before its body; of one without a body, itself."""
    if not hasattr(node, "body"):
        return [node]
    fields = [value for name, value in ast.iter_fields(node) if name not in ("body", "orelse", "finalbody", "handlers", "decorator_list")]
    parts = [part for value in fields for part in (value if isinstance(value, list) else [value]) if isinstance(part, ast.AST)]
    return [inner for part in parts for inner in ast.walk(part) if hasattr(inner, "end_lineno")]


def is_marker(node: ast.stmt) -> bool:
    """Say whether this statement is the print that for_run() puts in the place of a section marker."""
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and len(call.args) == 1 and isinstance(call.args[0], ast.Constant) and (
        isinstance(call.args[0].value, str) and bool(MARKER.match(call.args[0].value))
    )  # fmt: skip


def orelse(loop: ast.For | ast.While) -> int:
    """Return the line at which the ``else:`` of a loop begins, or a number behind every line."""
    return loop.orelse[0].lineno if loop.orelse else sys.maxsize


def length(loop: ast.For | ast.While, frame) -> int | None:
    """Return how often ``for … in range(…)`` runs its body, or None if that cannot be told beforehand.

    A loop that may end early is told only if it is so long that its last iterations are not worth the wait.
    """
    call = loop.iter if isinstance(loop, ast.For) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id != "range" or call.keywords:
        return None
    names = frame.f_globals | frame.f_locals
    parts = [part for word in call.args for part in ast.walk(word)]
    if not all(isinstance(part, PLAIN) and isinstance(names.get(getattr(part, "id", None), 0), int) for part in parts):
        return None
    count = len(eval(compile(ast.Expression(call), "range", "eval"), {}, names))  # arithmetic with whole numbers changes nothing
    leaves = any(isinstance(node, (ast.Break, ast.Return)) for node in ast.walk(loop))
    return None if leaves and count < 100 else count
