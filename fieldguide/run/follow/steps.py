"""What the tracer left, as rows of changes, and the state after each row; recorded/replay.py says what a row is."""

import json
from pathlib import Path

from fieldguide.run.snippets import MARKER, normalize


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


def played(found: list[list], output: str) -> list[list]:
    """Return the rows as a player takes them: what each step printed, cut out of ``output`` (with section markers), in the place of its length."""
    text = "".join(line for line in output.splitlines(keepends=True) if not MARKER.match(line.rstrip("\n")))
    rows, done = [], 0
    for line, length, *rest in found:
        rows.append([line, text[done : done + length], *rest])
        done += length
    return rows
