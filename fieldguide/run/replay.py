"""Recorded replays: what trace.py saw of a run, as a small text to review, to compare and to play.

``NAME.trace.json`` has one line for each step: ``[line, characters printed by it, changes, more]``. ``changes``: name → text, or null if the
name is gone. ``more``: ``in`` (the calls that led here), ``n`` (the iteration that begins), ``cut`` (iterations left out), ``call`` (a call
begins), ``calls`` (calls not followed), ``error``, ``to`` (the last line of a
statement of several lines), ``start`` and ``end`` (of a section). The names of a call that ended are gone without a word.
A ``?`` stands for a number that is another one in every run, such as a weight without a seed.
"""

import hashlib
import json
import math
import re
from functools import cache
from pathlib import Path

from fieldguide import GuideError
from fieldguide.files import read, state, write
from fieldguide.run.snippets import MARKER, for_run, normalize

PATIENCE = 150  # seconds: a run that is followed takes longer
NONE = "# replay: none\n"  # first line of a snippet that cannot be followed: it has threads, or compiles itself
NUMBER = re.compile(r"(?<![\w.])-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|inf|nan)(?![\w])|\?")


def digest(code: str) -> str:
    """Return eight hex digits (SHA-256) over the text of a snippet."""
    return hashlib.sha256(code.encode()).hexdigest()[:8]


def rows(file: Path, raw: bytes) -> list[list] | None:
    """Take the steps that a tracer left in ``file`` and return them as rows with changes only, or None if the tracer failed.

    Args: ``raw`` is everything the run has printed.
    """
    left, found, state, done, others = json.loads(file.read_text("utf-8")), [], {}, 0, 0
    file.unlink()
    if left["problem"]:
        return None
    steps = left["steps"]
    if steps and not steps[-1]["extra"].keys() & {"start", "end"}:
        steps[-1]["printed"] = len(raw)  # what is printed at exit, too
    for step in steps:
        extra, path, at = dict(step["extra"]), step["path"], step["printed"] + others
        if path:
            extra["in"] = path.rstrip("/")
        for edge in extra.keys() & {"start", "end"}:
            marker = f"# --8<-- [{edge}:{extra[edge]}]\n".encode()
            late = raw.find(marker, at - len(marker)) - (at - len(marker))
            if late > 0 and found:  # printed by a process that the snippet started, which nobody counted
                found[-1][1] += len(normalize(raw[at - len(marker) : at - len(marker) + late].decode("utf-8", "replace")))
                others, at = others + late, at + late
        end = len(normalize(raw[:at].decode("utf-8", "replace")))
        state = visible(state, path, "call" in extra)
        changes = {name: text for name, text in step["state"].items() if state.get(name) != text}
        changes |= dict.fromkeys(name for name in state if name not in step["state"])
        found.append([step["line"], 0 if "start" in extra or "end" in extra else end - done, changes, extra])
        state, done = step["state"], end
    return found


def visible(state: dict, path: str, fresh: bool) -> dict:
    """Return the part of a state that still exists in the calls of ``path``; ``fresh``: the last of them has just begun."""
    kept = {}
    for name, text in state.items():
        scope = name[: name.rfind("/") + 1]
        if path.startswith(scope) and not (fresh and scope == path):
            kept[name] = text
    return kept


def expand(found: list[list]) -> list[dict]:
    """Return the whole state after each row."""
    states, state = [], {}
    for row in found:
        path = f"{row[3]['in']}/" if "in" in row[3] else ""
        state = visible(state, path, "call" in row[3]) | row[2]
        state = {name: text for name, text in state.items() if text is not None}
        states.append(state)
    return states


def close(one: str, other: str) -> bool:
    """Say whether two numbers are equal within what another processor may do; ``?`` equals every number.

    >>> close("1.00001", "1"), close("2e-9", "0"), close("?", "7"), close("1", "1.01")
    (True, True, True, False)
    """
    return one == "?" or other == "?" or math.isclose(float(one), float(other), rel_tol=1e-4, abs_tol=1e-6) or one == other


def alike(one: str, other: str) -> bool:
    """Say whether two texts are equal but for numbers, and their numbers are close."""
    if one == other:
        return True
    if NUMBER.sub("N", one) != NUMBER.sub("N", other):
        return False
    return all(map(close, NUMBER.findall(one), NUMBER.findall(other)))


def mask(one: str, other: str) -> str:
    """Return ``one`` with a ``?`` for every number that is another one in ``other``.

    >>> mask("[1, 0.25]", "[1, 0.75]")
    '[1, ?]'
    """
    if NUMBER.sub("N", one) != NUMBER.sub("N", other):
        return "?"
    others = iter(NUMBER.findall(other))
    return NUMBER.sub(lambda match: match[0] if close(match[0], next(others)) else "?", one)


def difference(one: list[list], other: list[list]) -> str | None:
    """Return in words the first difference of two replays, or None."""
    for place, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if (mine[:2], mine[3]) != (theirs[:2], theirs[3]):
            return f"step {place + 1}: line {mine[0]}, {mine[1]} characters, {mine[3]}; now line {theirs[0]}, {theirs[1]} characters, {theirs[3]}"
    if len(one) != len(other):
        return f"{len(one)} steps, now {len(other)}"
    for place, (mine, theirs) in enumerate(zip(expand(one), expand(other), strict=True)):
        for name in mine | theirs:
            if name not in mine or name not in theirs or not (mine[name] == "?" or alike(mine[name], theirs[name])):
                return f"step {place + 1}, line {one[place][0]}: {name} = {mine.get(name)}, now {theirs.get(name)}"
    return None


def merged(one: list[list], other: list[list]) -> list[list]:
    """Return ``one`` with a ``?`` in place of each number that ``other``, the same run once more, does not show."""
    same = [(row[:2], row[3]) for row in one] == [(row[:2], row[3]) for row in other]
    if not same or any(mine.keys() != theirs.keys() for mine, theirs in zip(expand(one), expand(other), strict=True)):
        raise GuideError(f"two runs take different steps ({difference(one, other)}); seed it: torch.manual_seed(0)")
    found, state = [], {}
    for row, mine, theirs in zip(one, expand(one), expand(other), strict=True):
        path = f"{row[3]['in']}/" if "in" in row[3] else ""
        state = visible(state, path, "call" in row[3])
        new = {name: mask(text, theirs[name]) for name, text in mine.items()}
        changes = {name: text for name, text in new.items() if state.get(name) != text}
        found.append([*row[:2], changes | dict.fromkeys(name for name in state if name not in new), row[3]])
        state = new
    return found


def dump(code: str, found: list[list]) -> str:
    """Return the file: the digest of the snippet and one line for each step, without empty ends."""
    lines = []
    if not found:
        return f'{{"digest":"{digest(code)}","steps":[]}}\n'
    for row in found:
        row = list(row)
        while row[-1] in ({}, 0) and len(row) > 1:
            row.pop()
        lines.append(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    return f'{{"digest":"{digest(code)}","steps":[\n' + ",\n".join(lines) + "\n]}\n"


def load(path: Path) -> list[list] | None:
    """Return the recorded steps of the snippet ``path`` (its .py), or None if there are none or they are those of another text."""
    file = path.with_suffix(".trace.json")
    if not file.is_file():
        return None
    found = json.loads(file.read_text("utf-8"))
    if found["digest"] != digest(path.read_text("utf-8")):
        return None
    return [row + [0, {}, {}][len(row) - 1 :] for row in found["steps"]]


def steps(found: list[list], section: str = "") -> list[list]:
    """Return the rows that a page shows as steps: those of ``section``, or all; markers are none, nor is code that stands in other sections."""
    edges = {(kind, row[3][kind]): (place, row[0]) for place, row in enumerate(found) for kind in ("start", "end") if kind in row[3]}
    (begin, first), (end, last) = edges.get(("start", section), (-1, 0)), edges.get(("end", section), (len(found), 10**9))
    return [row for row in found[begin + 1 : end] if first < row[0] < last and "start" not in row[3] and "end" not in row[3]]


def versions(path: Path) -> dict[str, str]:
    """Return what is recorded of the snippet ``path``: kind → eight hex digits over it; an old recording does not count."""
    return versions_of(path, state(path, path.with_suffix(".out"), path.with_suffix(".trace.json")))


@cache
def versions_of(path: Path, _state: tuple) -> dict[str, str]:
    """Return the versions of files in this state."""
    steps = load(path)
    return {"replay": digest(json.dumps([steps, path.with_suffix(".out").read_text("utf-8")]))} if steps else {}


def publish(path: Path) -> str:
    """Return the replay of the snippet ``path`` as a page loads it: with the printed text in the place of its length."""
    steps = load(path)
    texts = printed(steps, path.with_suffix(".out").read_text("utf-8"))
    found = {"steps": [[row[0], text, *row[2:]] for row, text in zip(steps, texts, strict=True)]}
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


def printed(found: list[list], output: str) -> list[str]:
    """Return what each step printed, cut out of the recorded ``output`` (with section markers)."""
    text = "".join(line for line in output.splitlines(keepends=True) if not MARKER.match(line.rstrip("\n")))
    parts, done = [], 0
    for row in found:
        parts.append(text[done : done + row[1]])
        done += row[1]
    return parts
