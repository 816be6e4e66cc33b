"""Recorded replays: what run/follow/trace.py saw of a run, as a small text to review, to compare and to play.

``NAME.trace.json`` has one line for each step: ``[line, characters printed by it, changes, more]``. ``changes``: name → text, or null if the
name is gone. ``more``: ``in`` (the calls that led here), ``n`` (the iteration that begins), ``cut`` (iterations left out), ``call`` (a call
begins), ``calls`` (calls not followed), ``error``, ``to`` (the last line of a
statement of several lines), ``start`` and ``end`` (of a section). The names of a call that ended are gone without a word.
A ``?`` stands for a number that is another one in every run, such as a weight without a seed.
"""

import json
from functools import cache
from pathlib import Path

from fieldguide import GuideError
from fieldguide.files import fingerprint, read, state, write
from fieldguide.recorded import kept
from fieldguide.recorded.compare import merged
from fieldguide.run.follow.steps import played
from fieldguide.run.snippets import for_run

PATIENCE = 150  # seconds: a run that is followed takes longer
NONE = "# replay: none\n"  # first line of a snippet that cannot be followed: it has threads, or compiles itself


def dump(code: str, found: list[list]) -> str:
    """Return the file: the digest of the snippet and one line for each step, without empty ends."""
    lines = []
    if not found:
        return f'{{"digest":"{fingerprint(code)}","steps":[]}}\n'
    for row in found:
        row = list(row)
        while row[-1] in ({}, 0) and len(row) > 1:
            row.pop()
        lines.append(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    return f'{{"digest":"{fingerprint(code)}","steps":[\n' + ",\n".join(lines) + "\n]}\n"


def load(path: Path) -> list[list] | None:
    """Return the recorded steps of the snippet ``path`` (its .py), or None if there are none or they are those of another text."""
    return kept.load(path, ".trace.json", whole, "is no replay", "run: make replays")


def whole(found: dict) -> list[list] | None:
    """Return the rows with their empty ends, or None if they are none."""
    if all(len(row) in range(1, 5) and all(map(isinstance, row, (int, int, dict, dict))) for row in found["steps"]):
        return [row + [0, {}, {}][len(row) - 1 :] for row in found["steps"]]
    return None


def steps(found: list[list], section: str = "") -> list[list]:
    """Return the rows that a page shows as steps: those of ``section``, or all; markers are none, nor is code that stands in other sections."""
    edges = {(kind, row[3][kind]): (place, row[0]) for place, row in enumerate(found) for kind in ("start", "end") if kind in row[3]}
    (begin, first), (end, last) = edges.get(("start", section), (-1, 0)), edges.get(("end", section), (len(found), 10**9))
    return [row for row in found[begin + 1 : end] if first < row[0] < last and "start" not in row[3] and "end" not in row[3]]


def versions(path: Path) -> dict[str, str]:
    """Return what is recorded of the snippet ``path``: kind → eight hex digits over it; an old recording does not count."""
    name = str(path).removesuffix(".py")
    return versions_of(path, state(path, f"{name}.out", f"{name}.trace.json"))


@cache
def versions_of(path: Path, _state: tuple) -> dict[str, str]:
    """Return the versions of files in this state."""
    steps = load(path)
    return {"replay": fingerprint(json.dumps([steps, path.with_suffix(".out").read_text("utf-8")]))} if steps else {}


def publish(path: Path) -> str:
    """Return the replay of the snippet ``path`` as a page loads it: with the printed text in the place of its length."""
    found = {"steps": played(load(path), path.with_suffix(".out").read_text("utf-8"))}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def record(path: Path, runner, other) -> None:
    """Write the replay of the snippet ``path``."""
    write({path.with_suffix(".trace.json"): recording(path, read(path.with_suffix(".out")), runner, other)})


def recording(path: Path, output: str, runner, other) -> str:
    """Run the snippet ``path`` on two runners (of two CPU paths); return its replay as text. Raises GuideError if they differ in
    more than numbers, or print something else than ``output``, what it prints when nobody follows it."""
    code, where = read(path), f"{path.parent.name}/{path.name}"
    if code.startswith(NONE):
        return dump(code, [])
    one, two = (server.run(for_run(code), path.name, seconds=PATIENCE, trace=True) for server in (runner, other))
    for run in (one, two):
        if run.problem or run.trace is None:
            raise GuideError(f"{where} cannot be replayed: {run.problem or 'it left before its end'}")
    if one.output != two.output:
        raise GuideError(
            f"{where} prints something else with ATEN_CPU_CAPABILITY=default; choose numbers that every processor prints alike"
        )
    if one.output != output:
        raise GuideError(f"{where} prints something else when it is followed; write as its first line: {NONE.strip()}")
    try:
        return dump(code, merged(one.trace, two.trace))
    except GuideError as error:
        raise GuideError(f"{where}: {error}") from None
