"""What is run for a block of a page, and whether what it did is what was recorded. Text in, text out."""

import re
from dataclasses import dataclass
from pathlib import Path

from fieldguide.files import read
from fieldguide.run import figures, snippets
from fieldguide.run.follow.steps import played
from fieldguide.run.runner import Run


@dataclass(frozen=True)
class Program:
    """A snippet from its first line to the end of one section.

    Attributes: ``code`` (with prints for markers), ``filename`` (as tracebacks name it), ``section`` ("" if there is none), ``output`` and
    ``figure`` (what was recorded for it; None if nothing was).
    """

    code: str
    filename: str
    section: str = ""
    output: str | None = None
    figure: str | None = None


def program(folder: Path, ref: str, edited: str | None) -> Program:
    """Return what to run for the block ``ref``, with the reader's text in the place of the block's own code; "" is code of no snippet.

    Raises GuideError if there is no such block.
    """
    edited = edited and edited.encode("utf-8", "replace").decode()  # half a surrogate pair is no text
    if not ref:
        return Program(snippets.unmark(edited or ""), "code.py")
    recorded = snippets.load(folder, ref)
    name, _, section = ref.partition(":")
    code = read(folder / f"{name}.py")
    note = snippets.NOTE.match(code)
    before, own = note[0] if note else "", code[note.end() if note else 0 :]
    if section:
        start = f"# --8<-- [start:{section}]\n"
        before, own = code.partition(start)[0] + start, snippets.cut(code, section, ref)
    if edited is not None:
        blank = len(own) - len(own.lstrip("\n"))  # a page does not show them; line numbers count them
        own = "\n" * blank + snippets.unmark(edited).rstrip("\n") + "\n"
    draws = "plt.show(" in before + (snippets.cut(code, section, ref) if section else code)
    return Program(
        snippets.for_run(before + own), f"{name.partition('/')[2]}.py", section, recorded.output, recorded.figure if draws else None
    )


class Shown:
    """Picks the lines of a run's output that belong to a section, piece by piece; no markers, and nothing before the section starts."""

    def __init__(self, section: str):
        self.section, self.begun = section, not section

    def __call__(self, text: str) -> str:
        kept = []
        for line in text.splitlines(keepends=True):
            if marker := snippets.MARKER.match(line.rstrip("\n")):
                self.begun |= marker[2] == self.section
            elif self.begun:
                kept.append(line)
        return "".join(kept)


def ending(program: Program, run: Run) -> dict:
    """Return what a page is told at the end: the section's output, the figure, what went wrong, whether all is as recorded, the steps if asked for."""
    shown = Shown(program.section)
    output = shown(run.output)
    if not shown.begun:  # it ended before the section: show why
        output = snippets.unmark(run.output)
    drawn = program.figure == run.figure or bool(program.figure and run.figure and figures.same(program.figure, run.figure))
    same = None if program.output is None else (output == program.output and drawn and not run.problem)
    return {"output": output, "figure": run.figure, "problem": problem(run.problem), "same": same, "steps": steps(program, run)}


def steps(program: Program, run: Run) -> list[list] | None:
    """Return the steps of a run as a player takes them (see recorded/replay.py), or None if it was not followed; they end with the section."""
    if run.trace is None:
        return None
    end = [[program.code.count("\n") + 1, "", {}, {"end": program.section}]] if program.section else []
    return played(run.trace, run.output) + end


def problem(text: str | None) -> dict | None:
    """Return kind (stopped, time, output, processes, status, failed) and number of what the executor says.

    >>> problem("stopped after 30 s"), problem("ended with status 3"), problem(None)
    ({'kind': 'time', 'number': 30}, {'kind': 'status', 'number': 3}, None)
    """
    patterns = {
        "time": r"stopped after (\d+) s$",
        "output": r"stopped after (\d+) characters",
        "processes": r"stopped after (\d+) processes",
        "status": r"ended with status (-?\d+)",
    }
    for kind, pattern in patterns.items():
        if found := re.match(pattern, text or ""):
            return {"kind": kind, "number": int(found[1])}
    return {"kind": "stopped" if text == "stopped" else "failed", "number": 0} if text else None
