"""What every single change of a snippet does: run beforehand, on two CPU paths, and kept beside the snippet.

``NAME.changes.json`` has one line for each change, ``[kind, line, column, last, end, new, result]``, and one for each different result,
``[output, problem]``; the result -1 is the recorded output. An eighth value, 1, says that the figure is another one.
"""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from fieldguide import GuideError
from fieldguide.files import fingerprint, read, state, write
from fieldguide.recorded import kept
from fieldguide.recorded.changes import Change, neighbours
from fieldguide.recorded.replay import PATIENCE
from fieldguide.run import figures
from fieldguide.run.snippets import MARKER, for_run

SECONDS, LINES, CHARACTERS = 4, 40, 2500  # a run that goes on for longer, and what is kept of a long output
AGAIN = 40  # seconds for a second try: on a busy machine, 4 s are no endless loop
ROW = (str, int, int, int, int, str, int, int)
ENDLESS, ERROR = "endless", "error"


def load(path: Path) -> dict | None:
    """Return what is recorded of the snippet ``path`` (its .py), or None if there is nothing, or only of another text."""
    return kept.load(path, ".changes.json", whole, "holds no changes", "run: make changes")


def whole(found: dict) -> dict | None:
    """Return what was found if its rows and results are whole, else None."""
    rows, results = ([list(row) for row in found[name]] for name in ("changes", "results"))
    known = all(len(row) in (7, 8) and all(map(isinstance, row, ROW)) and -1 <= row[6] < len(results) for row in rows)
    return found if known and all(len(result) == 2 and all(isinstance(text, str) for text in result) for result in results) else None


def outcome(run, base) -> tuple[list | None, int]:
    """Return what a page shows of a run, ``[output, problem]`` or None if it is that of ``base``, and whether the figure is another one (0 or 1)."""
    problem = "" if run.problem is None else ENDLESS if "stopped after" in run.problem else ERROR
    drawn = int(bool(run.figure) != bool(base.figure) or bool(run.figure and not figures.same(run.figure, base.figure)))
    if run.output == base.output and not problem:
        return None, drawn
    lines = run.output[:CHARACTERS].splitlines(keepends=True)
    kept = lines if problem == ERROR and len(lines) < 2 * LINES else lines[:LINES]
    cut = len("".join(kept)) < len(run.output)
    return ["".join(kept) + ("…\n" if cut else ""), problem], drawn


def run_change(change: Change, code: str, runners: tuple, base, limits: tuple[int, ...]) -> tuple[list | None, int] | None:
    """Run one change on both runners, once more for each of the ``limits`` (seconds) that it goes beyond; None if they do not do the same."""
    text = for_run(change.apply(code))

    def run(runner) -> tuple[list | None, int]:
        for seconds in limits:
            found = outcome(runner.run(text, base.name, seconds=seconds), base.run)
            if not endless(found[0]):
                break
        return found

    with ThreadPoolExecutor() as pool:
        one, two = pool.map(run, runners)
    return one if one == two else None


def endless(result: list | None) -> bool:
    """Return whether a result is that of a run that was stopped."""
    return bool(result) and result[1] == ENDLESS


class Base:
    """The run that changes are compared with, and how long it takes."""

    def __init__(self, path: Path, runner):
        self.name, times = path.name, []
        for _ in range(2):  # the first one may have waited for its server
            begin = time.monotonic()
            self.run = runner.run(for_run(path.read_text("utf-8")), path.name, seconds=PATIENCE)
            times.append(time.monotonic() - begin)
        self.seconds = min(times)


def record(path: Path, runner, plain) -> None:
    """Run every change of the snippet ``path`` and write the file; raises GuideError if the snippet itself does not run."""
    code, base = read(path), Base(path, runner)
    if base.run.problem:
        raise GuideError(f"{path.parent.name}/{path.name} {base.run.problem}")
    rows, results = [], []
    for change in neighbours(code):
        found = run_change(change, code, (runner, plain), base, (SECONDS, AGAIN))
        if found is None or endless(found[0]) and base.seconds * 8 > AGAIN:
            continue  # another machine would show something else; a slow snippet is not endless
        result, drawn = found
        if result is not None and result not in results:
            results.append(result)
        rows.append([*vars(change).values(), -1 if result is None else results.index(result), *([1] if drawn else [])])
    write({path.with_suffix(".changes.json"): dump(code, rows, results)})


def dump(code: str, rows: list[list], results: list[list]) -> str:
    """Return the file: one line for each change, and for each result."""
    lines = [",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in part) for part in (rows, results)]
    return f'{{"digest":"{fingerprint(code)}","changes":[\n{lines[0]}\n],"results":[\n{lines[1]}\n]}}\n'


def versions(path: Path) -> dict[str, str]:
    """Return what a page must know of the changes of ``path``: the attribute ``changes`` (eight hex digits), if there are any."""
    name = str(path).removesuffix(".py")
    return versions_of(path, state(path, f"{name}.out", f"{name}.changes.json"))


@cache
def versions_of(path: Path, _state: tuple) -> dict[str, str]:
    """Return the versions of files in this state."""
    found = load(path)
    return {"changes": fingerprint(json.dumps([found, path.with_suffix(".out").read_text("utf-8")]))} if found and found["changes"] else {}


def publish(path: Path) -> str:
    """Return what a page loads: the changes, their results, the recorded output and where the section markers stand in the snippet."""
    found = load(path)
    markers = [number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if MARKER.match(line)]
    shown = {
        "changes": found["changes"],
        "results": found["results"],
        "output": path.with_suffix(".out").read_text("utf-8"),
        "markers": markers,
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))


def wrong(path: Path, row: list, runners: tuple, base: Base) -> str | None:
    """Run one recorded change again; return in words what is different, or None."""
    code, found = path.read_text("utf-8"), load(path)
    change = Change(*row[:6])
    result = None if row[6] < 0 else found["results"][row[6]]
    now = run_change(change, code, runners, base, (SECONDS if endless(result) else PATIENCE,))  # a busy machine is no difference
    if now is None or now[0] != result or now[1] != int(len(row) > 7):
        return f"{path.parent.name}/{path.name}:{change.line}: {change.kind} {change.new!r}: recorded {result}, now {now and now[0]}"
    return None
