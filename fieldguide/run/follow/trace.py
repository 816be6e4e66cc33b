"""Follows a run statement by statement, inside the process that runs the snippet; child.py switches it on, steps.py makes rows of what it found.

A step is one statement that has just run: its line, what had been printed by then, and the state after it. Statements, not lines, count, so that
Python versions agree; imports, definitions and ``try:`` are no steps. In a call the first step is the ``def`` line with its arguments.
"""

import ast
import re

from fieldguide.run.follow.frames import Frame, Loop
from fieldguide.run.follow.statements import Statement, length, orelse, statements
from fieldguide.run.follow.values import text
from fieldguide.run.follow.watch import Watch

SILENT = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Try, ast.Pass, ast.Global, ast.Nonlocal)
HIDE = re.compile(r"^# replay: hide (.+)$", re.M)  # at the top of a snippet; see snippets.NOTE
CALLS = 3  # of one function from one statement: later ones run, but are not followed
ENOUGH, STEPS, NUMBERS = 3000, 300, 2000  # states taken, steps kept, numbers changed in them: after any, calls are not followed any more
FIRST, LONG = 5, 10  # of a loop of more than LONG iterations the first FIRST and the last two are kept
GENERATOR, OPTIMIZED = 0x20 | 0x80 | 0x200, 0x1


class Tracer:
    """Give an instance to ``sys.settrace``; ``steps`` is what it saw.

    Args: ``code`` and ``filename`` of the run, ``printed()`` returns how many bytes were printed so far.
    """

    def __init__(self, code: str, filename: str, printed):
        self.lines, self.filename, self.printed = statements(code), filename, printed
        self.watch = Watch({name.strip() for line in HIDE.findall(code) for name in line.split(",")})
        self.frames, self.steps, self.quiet, self.taken, self.numbers, self.problem = [], [], None, 0, 0, None

    def __call__(self, frame, event, arg):
        """Python calls this for every call that begins."""
        return self.guarded(self.enter, frame, event)

    def inside(self, frame, event, arg):
        """Python calls this for every line, error and end of a call that is followed."""
        return self.guarded(self.follow, frame, event, arg)

    def guarded(self, method, *event):
        """A mistake of the tracer ends the trace, never the run."""
        try:
            return None if self.problem else method(*event)
        except Exception as error:
            self.problem = f"{type(error).__name__}: {error}"

    def enter(self, frame, event):
        """A call begins: follow it if it is a function of the snippet."""
        code = frame.f_code
        if code.co_filename != self.filename or event != "call":
            return None
        if code.co_name == "<module>":
            self.frames.append(Frame(frame, ""))
            return self.inside
        caller = self.frames[-1] if self.frames else None
        if caller is None or self.quiet or code.co_name.startswith("<") or code.co_flags & GENERATOR or not code.co_flags & OPTIMIZED:
            return None
        caller.calls += 1
        if caller.calls > CALLS or self.tired():
            caller.skipped += 1
            return None
        self.frames.append(Frame(frame, f"{caller.path}{code.co_name}/"))
        if definition := self.lines.get(code.co_firstlineno):
            self.step(self.frames[-1], definition, {"call": 1})
        return self.inside

    def follow(self, frame, event, arg):
        """Something happens in a followed call."""
        own = self.frames[-1]
        if own.frame is not frame:
            return self.inside
        if event == "exception":
            own.error = arg[0].__name__
        elif event == "return":
            self.finish(own, None, arg)
            self.leave(own, None)
            self.frames.pop()
        elif event == "line":
            statement = self.lines.get(frame.f_lineno)
            if statement is None:
                return self.inside
            if statement is not own.pending or self.again(own, statement):
                self.finish(own, statement)
                if (
                    own.loops
                    and own.loops[-1] is self.quiet
                    and statement is self.quiet.statement
                    and self.quiet.count == self.quiet.total - 2
                ):
                    self.resume(own)
                leaves = own.pending and isinstance(statement.node, (ast.With, ast.AsyncWith)) and statement.holds(own.pending)
                own.pending, own.calls, own.error = None if leaves else statement, 0, None
                own.skipped = 0
        return self.inside

    def again(self, own: Frame, statement: Statement) -> bool:
        """Say whether ``while True:`` runs its only statement again: then no other line comes between."""
        loop = own.loops[-1].statement.node if own.loops else None
        return (
            isinstance(loop, ast.While)
            and loop.body[0] is statement.node
            and loop.body[-1] is statement.node
            and statement.line == own.frame.f_lineno
        )

    def tired(self) -> bool:
        """Say whether there are enough steps for a reader."""
        return self.taken >= ENOUGH or len(self.steps) >= STEPS or self.numbers >= NUMBERS

    def finish(self, own: Frame, following: Statement | None, returned=None) -> None:
        """The pending statement of a call has run: make it a step."""
        statement = own.pending
        if statement is None or isinstance(statement.node, SILENT):
            return
        if statement.section:
            edge, name = statement.section
            self.step(own, statement, {edge: name})
            return
        extra = {}
        self.leave(own, statement)
        if isinstance(statement.node, (ast.For, ast.While)):
            if following is None or not statement.holds(following) or following.line >= orelse(statement.node):
                return  # the loop is over
            extra["n"] = self.iteration(own, statement)
        if self.quiet in own.loops and isinstance(statement.node, (ast.Break, ast.Return)):
            self.resume(own)
        if own.error:
            extra["error"] = own.error
        if own.skipped:
            extra["calls"] = own.skipped
        self.step(own, statement, extra, returned if own.path and not own.error else None)

    def leave(self, own: Frame, statement: Statement | None) -> None:
        """Forget the loops that ``statement`` does not belong to."""
        while own.loops and not (statement and (own.loops[-1].statement is statement or own.loops[-1].statement.holds(statement))):
            if self.quiet is own.loops.pop():
                self.resume(own)

    def resume(self, own: Frame) -> None:
        """The iterations that are left out are over: one step stands for them."""
        loop, self.quiet = self.quiet, None
        self.step(own, loop.statement, {"cut": [FIRST + 1, loop.count]})

    def iteration(self, own: Frame, statement: Statement) -> int:
        """An iteration begins: count it, and leave out what lies between the first ones and the last two of a long loop."""
        if not own.loops or own.loops[-1].statement is not statement:
            own.loops.append(Loop(statement, length(statement.node, own.frame)))
        loop = own.loops[-1]
        loop.count += 1
        if loop.total is not None:
            if loop.total > LONG and FIRST < loop.count < loop.total - 1 and not self.quiet:
                self.quiet = loop
        elif loop.count > LONG and not (own.path and self.tired()):
            begin, end = loop.starts[FIRST] if loop.cut is None else loop.starts[FIRST] + 1, loop.starts[-1]
            last = self.steps[end - 1]
            self.numbers -= sum(step["numbers"] for step in self.steps[begin:end])
            if loop.cut is None:
                loop.cut = last | {"line": statement.line, "extra": {"cut": [FIRST + 1, 0]}}
                self.steps[begin:end] = [loop.cut]
                gone = end - begin - 1
            else:
                loop.cut |= {key: last[key] for key in ("printed", "state")}
                self.steps[begin:end] = []
                gone = end - begin
            loop.cut["extra"]["cut"][1] = loop.count - 2
            loop.starts[FIRST + 1 :] = [start - gone for start in loop.starts[-1:]]
        loop.starts.append(len(self.steps))
        return loop.count

    def step(self, own: Frame, statement: Statement, extra: dict, returned=None) -> None:
        """Write down one step."""
        if self.quiet:
            return
        if own.path and self.tired():
            self.frames[-2].skipped = max(self.frames[-2].skipped, 1)
            return
        self.taken += 1
        state = self.watch.state([(call.path, call.frame.f_locals) for call in self.frames])
        if returned is not None and (shown := text(returned)) and isinstance(statement.node, ast.Return):
            state[f"{own.path}return"] = shown
        if statement.end > statement.line:
            extra["to"] = statement.end
        before = self.steps[-1]["state"] if self.steps else {}
        numbers = sum(1 + shown.count(",") for name, shown in state.items() if before.get(name) != shown)
        self.numbers += numbers
        self.steps.append(
            {"numbers": numbers, "line": statement.line, "path": own.path, "printed": self.printed(), "state": state, "extra": extra}
        )
