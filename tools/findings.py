"""`make findings`: what “Check my loop” says about every snippet, written to snippets/findings.json; a test compares."""

import json
import subprocess
from pathlib import Path

from fieldguide.files import write
from tools import command
from tools.bundle import NODE

ROOT = Path(__file__).parent.parent
SNIPPETS, RECORD = ROOT / "snippets", ROOT / "snippets" / "findings.json"
CHECK = ROOT / "theme" / "assets" / "check" / "check.js"


def check(*paths: Path) -> dict[str, list[dict]]:
    """Return the findings of the terminal command for each path: line, rule, grade, lines that belong to it, and the edits that repair it."""
    done = subprocess.run([NODE, CHECK, "--json", "--edits", *paths], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def recorded() -> dict[str, list[str]]:
    """Return snippet → its findings as "line grade rule", and whether a repair is offered, for every snippet that has any."""
    found = check(*sorted(SNIPPETS.glob("*/*.py")))
    return {
        Path(path).relative_to(SNIPPETS).with_suffix("").as_posix(): [
            f"{one['line']} {one['grade']} {one['rule']}{', repair' if one['edits'] else ''}" for one in findings
        ]
        for path, findings in found.items()
        if findings
    }


def main() -> None:
    """Write the findings."""
    write({RECORD: json.dumps(recorded(), indent=1) + "\n"})


if __name__ == "__main__":
    command("findings", main)
