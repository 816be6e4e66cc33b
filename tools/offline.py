"""`make offline`: packs a built site into a zip that works when its pages are opened from a disk. Arguments: SITE, ZIP.

From a disk browsers follow no link to a folder, load no modules and read no files. So links name index.html, each module becomes one plain
script, and each file that scripts ask for stands in a script. Search, replays, the explorer and the loop checker work; Run needs a server.
"""

import json
import os
import re
import subprocess
import zipfile
from pathlib import Path

from tools import built, command
from tools.bundle import NODE, PACKAGES, ROOT

EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bytes at every run
LEFT_OUT = {".gz"}
LINK = re.compile(r'(<a\b[^>]*? href=|<link rel="(?:prev|next)" href=)"((?![a-z]+:|//)[^"#?]*)([^"]*)"')
MODULE = re.compile(r'<script\b(?=[^>]* type="module")[^>]*? src="([^"]+)"[^>]*>')


def named(html: str, place: Path) -> str:
    """Return a page whose links to folders name their index.html; ``place`` is the folder that it lies in."""

    def link(match: re.Match) -> str:
        before, path, rest = match.groups()
        if path.rpartition("/")[2] not in ("", ".", "..") or not path or not (place / path / "index.html").is_file():
            return match[0]
        return f'{before}"{path.rstrip("/")}/index.html{rest}"'

    return LINK.sub(link, html)


def plain(html: str, root: str) -> str:
    """Return a page with plain scripts in place of modules, and the script that reads files before them; ``root`` leads to the site's root."""
    html = MODULE.sub(lambda match: match[0].replace(' type="module"', " defer").replace(match[1], offline(match[1])), html)
    return html.replace("<head>", f'<head><script src="{root}assets/offline.js"></script>', 1)


def offline(script: str) -> str:
    """Return the name of the plain script of a module.

    >>> offline("../assets/guide.js?v=1")
    '../assets/guide.offline.js'
    """
    return re.sub(r"\.js(?:\?.*)?$", ".offline.js", script)


def bundled(script: Path) -> str:
    """Return a module and all that it imports as one plain script, which knows its own address."""
    esbuild = PACKAGES / "node_modules" / "esbuild" / "bin" / "esbuild"
    options = "--bundle --format=iife --minify --target=es2022 --legal-comments=none --log-level=error --define:import.meta.url=fgHere"
    wrap = ["--banner:js=(fgHere=>{", "--footer:js=})(document.currentScript.src)"]
    done = subprocess.run([NODE, esbuild, script, *options.split(), *wrap], capture_output=True, text=True, check=True, encoding="utf-8")
    return done.stdout


def files(site: Path) -> dict[str, str | bytes]:
    """Return name → content of everything that the copy holds."""
    found: dict[str, str | bytes] = {"assets/offline.js": (ROOT / "tools" / "offline.js").read_text("utf-8")}
    modules = set()
    for path in sorted(path for path in site.rglob("*") if path.is_file() and path.suffix not in LEFT_OUT):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html":
            html = path.read_text("utf-8")
            modules |= {(path.parent / src.partition("?")[0]).resolve() for src in MODULE.findall(html)}
            found[name] = plain(named(html, path.parent), os.path.relpath(site, path.parent).replace(os.sep, "/") + "/")
        elif path.suffix == ".json":
            found[f"{name}.js"] = f"fgFile({json.dumps(name)}, {json.dumps(path.read_text('utf-8'), ensure_ascii=False)})\n"
        else:
            found[name] = path.read_bytes()
    # check/page.js has a plain script already, which starts itself from a disk.
    return found | {offline(path.relative_to(site).as_posix()): bundled(path) for path in sorted(modules) if path.parent.name != "check"}


def main(site: str, target: str) -> None:
    """Write the zip; raises GuideError if ``site`` is no built site."""
    folder = built(site)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files(folder).items():
            packed.writestr(zipfile.ZipInfo(f"gradient-field-guide/{name}", EPOCH), content, zipfile.ZIP_DEFLATED)
    print(f"offline: {target} ({Path(target).stat().st_size / 1e6:.1f} MB): unzip it and open gradient-field-guide/index.html")


if __name__ == "__main__":
    command("offline", main)
