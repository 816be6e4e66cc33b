"""`make bench`: medians of several runs, for the README and for release notes. Never asserted in tests."""

import statistics
import subprocess
import sys
import time

from fieldguide import ROOT
from fieldguide.run.runner import Runner
from fieldguide.run.snippets import for_run
from tools import bench_edit, bench_live, bench_pages, build, command


def median(times: int, work) -> float:
    """Return the median seconds of ``times`` calls of ``work``."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print each measure on a line."""
    start = time.perf_counter()
    with Runner() as runner:
        runner.run("import torch\n", "import.py")
        print(f"executor ready (one import of torch)  {time.perf_counter() - start:6.2f} s")
        files = sorted((ROOT / "snippets").glob("*/*.py"))
        spent = [median(1, lambda path=path: runner.run(for_run(path.read_text("utf-8")), path.name)) for path in files]
        print(f"a snippet beyond that, median of {len(files):4} {statistics.median(spent):6.3f} s, all {sum(spent):.1f} s")
    code = "import torch\nprint(torch.ones(1))\n"
    print(
        f"the same in a new interpreter         {median(3, lambda: subprocess.run([sys.executable, '-c', code], capture_output=True)):6.2f} s"
    )
    print(f"full build, four languages            {median(3, build):6.2f} s")
    print(f"full build, English only              {median(3, lambda: build(GUIDE_HI='false', GUIDE_ZH='false', GUIDE_TR='false')):6.2f} s")
    bench_edit.main()
    bench_live.main()
    bench_pages.main()


if __name__ == "__main__":
    command("bench", main)
