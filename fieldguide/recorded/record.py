"""Records what is missing: ``python -m fieldguide.recorded.record [--changes] [snippets/topic/name.py …]``.

Without ``--changes`` it writes the replays that are not there or are older than their snippet; with it, what each single change does.
"""

import argparse
import sys
from pathlib import Path

from fieldguide import ROOT, GuideError
from fieldguide.recorded import changed, replay
from fieldguide.run.runner import Runner


def main(names: list[str], kind) -> int:
    """Record with ``kind`` (the module ``replay`` or ``changed``) what is missing of the named snippets, or of all.

    Returns the number of snippets that cannot be recorded (int).
    """
    known = sorted((ROOT / "snippets").glob("*/*.py"))
    paths = [Path(name).resolve() for name in names] or known
    for name, path in zip(names, paths, strict=False):
        if path not in known:
            raise GuideError(f"no snippet {name}; write ONLY=snippets/TOPIC/NAME.py")
    missing, failed = [path for path in paths if not is_there(path, kind)], 0
    with Runner() as runner, Runner(ATEN_CPU_CAPABILITY="default") as plain:
        for path in missing:
            try:
                kind.record(path, runner, plain)
            except GuideError as error:
                failed += 1
                print(error, file=sys.stderr)
    print(f"{len(missing)} were missing, {len(paths) - len(missing)} were there, {failed} cannot be recorded")
    return failed


def is_there(path: Path, kind) -> bool:
    """Say whether the recording of a snippet is there and belongs to it; one that is broken is made again."""
    try:
        return kind.load(path) is not None
    except GuideError:
        return False


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m fieldguide.recorded.record", allow_abbrev=False)
    parser.add_argument("names", nargs="*", metavar="snippets/TOPIC/NAME.py")
    parser.add_argument("--changes", action="store_true", help="what single changes do, instead of the replays")
    given = parser.parse_args()
    try:
        sys.exit(min(main(given.names, changed if given.changes else replay), 1))
    except GuideError as error:
        sys.exit(f"record: {error}")
