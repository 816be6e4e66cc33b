"""Records what is missing: ``python -m fieldguide.run.record [snippets/topic/name.py …]`` writes the replays that are not there or are old."""

import sys
from pathlib import Path

from fieldguide import ROOT, GuideError
from fieldguide.run import replay
from fieldguide.run.runner import Runner


def main(names: list[str]) -> int:
    """Write the missing replays of the named snippets, or of all. Returns the number of snippets that cannot be replayed (int)."""
    paths = [Path(name).resolve() for name in names] or sorted((ROOT / "snippets").glob("*/*.py"))
    missing, failed = [path for path in paths if replay.load(path) is None], 0
    if missing:
        with Runner() as runner, Runner(ATEN_CPU_CAPABILITY="default") as plain:
            for path in missing:
                try:
                    replay.record(path, runner, plain)
                except GuideError as error:
                    failed += 1
                    print(error, file=sys.stderr)
    print(f"{len(missing) - failed} replays recorded, {len(paths) - len(missing)} were there")
    return failed


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
