"""Snippet files: their sections, their annotation markers, what was recorded, what readers download."""

import json
import re
import sysconfig
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fieldguide import ROOT, GuideError
from fieldguide.files import read, state
from fieldguide.run import figures

REF = re.compile(r"[a-z0-9_]{1,80}/[a-z0-9_]{1,80}(?::[a-z][a-z0-9-]{0,80})?")
MARKER = re.compile(r"^# --8<-- \[(start|end):([a-z][a-z0-9-]*)\]$")
FOLDERS = {str(ROOT), *map(sysconfig.get_path, ("stdlib", "platstdlib", "purelib", "platlib"))}
LIBRARIES = tuple(sorted(FOLDERS, key=len, reverse=True))  # site-packages before what it lies in
NOTE = re.compile(r"\A(?:# replay: (?:hide .+|none)\n)+")  # for whoever follows the run, not for readers
ANNOTATION = re.compile(r" *# \((\d+)\)!$", re.MULTILINE)


@dataclass(frozen=True)
class Snippet:
    """One code block of the guide.

    Attributes: ``ref`` (``topic/name`` or ``topic/name:section``), ``code`` (with annotation markers, without section markers),
    ``output`` (what the run printed; may be empty), ``figure`` (SVG text or None), ``line`` (where the code starts in its file).
    """

    ref: str
    code: str
    output: str
    figure: str | None
    line: int = 1


def load(folder: Path, ref: str) -> Snippet:
    """Read ``topic/name`` or ``topic/name:section`` below ``folder``.

    Raises GuideError if the file, its recorded output or the section is missing.
    """
    if not REF.fullmatch(ref):
        raise GuideError(f"no snippet {ref!r}; write topic/name or topic/name:section, in small letters")
    path = f"{folder}/{ref.partition(':')[0]}"
    return made(folder, ref, state(f"{path}.py", f"{path}.out", f"{path}.svg"))


@cache
def made(folder: Path, ref: str, _state: tuple) -> Snippet:
    """Return what ``load`` does, of files in this state."""
    name, _, section = ref.partition(":")
    path = folder / f"{name}.py"
    if not path.is_file():
        raise GuideError(f"no snippet {name!r}; write snippets/{name}.py or correct the name")
    recorded = path.with_suffix(".out")
    if not recorded.is_file():
        raise GuideError(f"snippet {name!r} was never recorded; run: make record ONLY=snippets/{name}.py")
    code, output = read(path, f"snippets/{name}.py"), read(recorded, f"snippets/{name}.out")
    line = 1 + (NOTE.match(code)[0].count("\n") if NOTE.match(code) else 0)
    if section:
        line = 1 + code.partition(f"# --8<-- [start:{section}]\n")[0].count("\n") + 1
        code, output = cut(code, section, f"snippets/{name}.py"), cut(output, section, f"snippets/{name}.out")
    figure = path.with_suffix(".svg")
    drawn = read(figure, f"snippets/{name}.svg") if figure.is_file() else None
    if drawn is not None and not figures.is_drawing(drawn):
        raise GuideError(f"snippets/{name}.svg is no drawing; run: make record ONLY=snippets/{name}.py")
    return Snippet(ref, unmark(code), unmark(output), drawn, line)


def verified(folder: Path) -> dict[str, str]:
    """Return the versions of the recorded run (``torch``, ``python``); raises GuideError if nothing was recorded."""
    path = folder / "verified.json"
    if not path.is_file():
        raise GuideError("snippets/verified.json is missing; run: make record")
    try:
        versions = json.loads(read(path, "snippets/verified.json"))
        return {name: re.fullmatch(r"\S+", versions[name])[0] for name in ("torch", "python")}
    except (json.JSONDecodeError, KeyError, TypeError):
        raise GuideError("snippets/verified.json does not name torch and python; run: make record") from None


def sections(text: str) -> list[str]:
    """Return the names of the sections of a snippet or of a recorded output, in order.

    >>> sections("# --8<-- [start:a]\\nx = 1\\n# --8<-- [end:a]\\n")
    ['a']
    """
    matches = (MARKER.match(line) for line in text.splitlines())
    return [match[2] for match in matches if match and match[1] == "start"]


def cut(text: str, section: str, where: str) -> str:
    """Return the lines of ``section``; ``where`` (a path) is named in the GuideError if it is not there.

    >>> cut("# --8<-- [start:a]\\nx = 1\\n# --8<-- [end:a]\\n", "a", "f.py")
    'x = 1\\n'
    """
    start, end = (f"# --8<-- [{edge}:{section}]\n" for edge in ("start", "end"))
    if start not in text or end not in text.partition(start)[2]:
        raise GuideError(f"{where} has no section {section!r}; it has: {', '.join(sections(text)) or 'none'}")
    if text.count(start) > 1 or text.count(end) > 1:
        raise GuideError(f"{where}: section {section!r} stands twice; give each its own name")
    return text.partition(start)[2].partition(end)[0]


def unmark(text: str) -> str:
    """Remove the section marker lines of a snippet or of a recorded output, and the notes at its top.

    >>> unmark("# replay: hide x\\n# --8<-- [start:a]\\ny = 1\\n")
    'y = 1\\n'
    """
    return "".join(line for line in NOTE.sub("", text).splitlines(keepends=True) if not MARKER.match(line.rstrip("\n")))


def clean(code: str) -> str:
    """Return what a reader downloads, copies or runs: no section markers, no annotation markers.

    >>> clean("# --8<-- [start:a]\\nx = 1  # (1)!\\n# --8<-- [end:a]\\n")
    'x = 1\\n'
    """
    return ANNOTATION.sub("", unmark(code)).strip("\n") + "\n"


def annotations(code: str) -> list[int]:
    """Return the numbers of the annotation markers, in order.

    >>> annotations("x = 1  # (1)!\\ny = 2  # (2)!\\n")
    [1, 2]
    """
    return [int(number) for number in ANNOTATION.findall(code)]


def for_run(code: str) -> str:
    """Replace every section marker by a print of itself, so that the output has the same sections and line numbers stay true.

    >>> for_run("# --8<-- [start:a]\\nx = 1\\n")
    "print('# --8<-- [start:a]')\\nx = 1\\n"
    """
    lines = code.splitlines()
    return "".join(f"print({line!r})\n" if MARKER.match(line) else f"{line}\n" for line in lines)


def normalize(output: str, folders: tuple[str, ...] = LIBRARIES) -> str:
    """Remove from a run's output what names a machine: library folders and torch's C++ source lines.

    >>> normalize("/v 1/lib/torch/x.py:3: UserWarning: no (Triggered internally at /pytorch/a.cpp:1.)\\n", ("/v 1/lib", "/v 1"))
    'torch/x.py:3: UserWarning: no\\n'
    """
    output = re.sub(r" ?\(Triggered internally at [^)]*\)", "", output)
    return re.sub("|".join(re.escape(folder + "/") for folder in folders), "", output)
