"""`make record TORCH=2.14.0`: runs the snippets with another PyTorch, in a copy, and shows what they print otherwise. Nothing here is changed.

Arguments: VERSION [SNIPPET …]. Writes torch-VERSION.diff; the exit status is 1 if there is a difference.
"""

import difflib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from fieldguide import ROOT, GuideError
from tools import command

COPIED = ("snippets", "fieldguide", "conftest.py", "pyproject.toml")


def environment(version: str) -> Path:
    """Return the Python of an environment with everything as it is pinned, but PyTorch ``version``; raises GuideError if pip finds none."""
    folder = ROOT / ".cache" / f"torch-{version}"
    python = folder / "bin" / "python"
    if not (folder / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        loose = folder / "constraints.txt"
        pins = [
            line
            for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()
            if not line.startswith(("torch==", "sympy==", "setuptools=="))
        ]
        loose.write_text("\n".join(pins) + "\n", "utf-8")
        tools = ["matplotlib", "numpy", "pytest", "pytest-codeblocks", "pytest-xdist"]
        done = subprocess.run(
            [python, "-m", "pip", "install", "-q", "-c", loose, f"torch=={version}", *tools], stderr=subprocess.PIPE, text=True
        )
        if done.returncode:
            raise GuideError(f"PyTorch {version} cannot be installed here; pip said:\n{done.stderr.strip()}")
        (folder / "ready").touch()
    return python


def recorded(python: Path, copy: Path, *only: str) -> str:
    """Record the snippets (or ``only`` these files) in a ``copy`` of the guide; return what pytest said of those that cannot be recorded."""
    for name in COPIED:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, copy / name)
    command = [python, "-m", "pytest", "-p", "no:cacheprovider", "--record", *(only or ["snippets", "-n", "2"])]
    done = subprocess.run(command, cwd=copy, env=os.environ | {"PYTHONPATH": str(copy)}, capture_output=True, text=True)
    return done.stdout[-20_000:] if done.returncode else ""


def differences(before: Path, after: Path) -> str:
    """Return the difference of all recorded outputs below two folders, and the names of figures that changed."""
    parts = []
    for path in sorted(before.glob("*/*.out")):
        name, other = path.relative_to(before), after / path.relative_to(before)
        texts = [(file.read_text("utf-8") if file.exists() else "").splitlines(keepends=True) for file in (path, other)]
        parts += difflib.unified_diff(*texts, f"a/snippets/{name}", f"b/snippets/{name}")
        drawn = [file.read_bytes() if file.exists() else b"" for file in (path.with_suffix(".svg"), other.with_suffix(".svg"))]
        if drawn[0] != drawn[1]:
            parts.append(f"figure snippets/{name.with_suffix('.svg')} changed\n")
    return "".join(parts)


def main(version: str, *only: str) -> int:
    """Write torch-VERSION.diff, and say how it was."""
    if not re.fullmatch(r"\d+(?:\.\d+)+(?:[a-z+.]*\w+)*", version):
        raise GuideError(f"{version!r} is no version of PyTorch; write TORCH=2.14.0")
    for name in only:
        if not (ROOT / name).exists() or not name.startswith("snippets/"):
            raise GuideError(f"no snippet {name}; write ONLY=snippets/TOPIC/NAME.py")
    copy = ROOT / ".cache" / f"recorded-{version}"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir(parents=True)
    failed = recorded(environment(version), copy, *only)
    found = differences(ROOT / "snippets", copy / "snippets")
    if failed:
        found += f"\nCould not be recorded:\n\n{failed}"
    target = ROOT / f"torch-{version}.diff"
    target.write_text(found, "utf-8")
    print(
        f"record: PyTorch {version}: {found.count('--- a/')} outputs are not the same{', and some were not recorded' * bool(failed)}; see {target.name}"
        if found
        else f"record: PyTorch {version}: no difference"
    )
    return 1 if found else 0


if __name__ == "__main__":
    command("record", main)
