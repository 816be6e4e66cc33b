"""Records what is missing: ``python -m fieldguide.recorded.record [--changes] [snippets/topic/name.py …]``.

Without ``--changes`` it writes the replays that are not there or are older than their snippet; with it, what each single change does.
"""

import sys
import time
from pathlib import Path

from fieldguide import ROOT, GuideError
from fieldguide.recorded import changed, replay
from fieldguide.run.runner import Runner


def main(names: list[str], kind, seconds: float) -> int:
    """Record with ``kind`` (the module ``replay`` or ``changed``) what is missing of the named snippets, or of all, and stop after ``seconds``.

    Returns the number of snippets that cannot be recorded (int).
    """
    paths = [Path(name).resolve() for name in names] or sorted((ROOT / "snippets").glob("*/*.py"))
    missing, failed, end = [path for path in paths if kind.load(path) is None], 0, time.monotonic() + seconds
    with Runner() as runner, Runner(ATEN_CPU_CAPABILITY="default") as plain:
        for number, path in enumerate(missing):
            if time.monotonic() > end:
                print(f"time is up: {len(missing) - number} are still missing")
                break
            try:
                kind.record(path, runner, plain)
            except GuideError as error:
                failed += 1
                print(error, file=sys.stderr)
    print(f"{len(missing)} were missing, {len(paths) - len(missing)} were there, {failed} cannot be recorded")
    return failed


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    limits = [float(word.removeprefix("--seconds=")) for word in sys.argv[1:] if word.startswith("--seconds=")]
    sys.exit(min(main(words, changed if "--changes" in sys.argv else replay, *limits or [1e9]), 1))
