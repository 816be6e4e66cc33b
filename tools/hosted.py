"""`make hosted`: makes a built site ready for a server. Addresses of scripts and styles get a hash, texts a .gz and a .br, and the settings are written.

Arguments: SITE (folder), optionally LISTEN (address and port of the server) and ROOT (folder of the site there).
"""

import base64
import gzip
import hashlib
import os
import re
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import brotli

from tools import built, command

TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".md", ".ipynb", ".py", ".wasm"}
ASSET = re.compile(r'<(?:script|link)\b[^>]*? (?:src|href)="(?P<url>(?:\.{1,2}/)*[^":?#]*assets/[^":?#]+\.(?:js|css|svg))"[^>]*>')
KEPT = re.compile(r'<script|rel="(?:stylesheet|icon)"')  # modules that are preloaded are asked for again by their plain name
SCRIPT = re.compile(r"<script(?P<about>[^>]*)>(?P<code>.*?)</script>", re.S)
DATA = re.compile(r'type="application/(?:ld\+)?json"')  # is never run
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def versioned(html: str, place: Path) -> str:
    """Return a page whose scripts, styles and icon carry the hash of their content; ``place`` is the folder that it lies in."""

    def name(match: re.Match) -> str:
        url = match["url"]
        if not KEPT.search(match[0]) or not (place / url).is_file():
            return match[0]
        return match[0].replace(f'"{url}"', f'"{url}?v={hashlib.sha256((place / url).read_bytes()).hexdigest()[:8]}"')

    return ASSET.sub(name, html)


def inline(html: str) -> set[str]:
    """Return the scripts that stand inside a page, as the sources of a Content-Security-Policy.

    >>> inline('<script>x</script><script src="a.js"></script><script type="application/json">{}</script>')
    {"'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='"}
    """
    found = {match["code"] for match in SCRIPT.finditer(html) if " src=" not in match["about"] and not DATA.search(match["about"])}
    return {f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for code in found}


def compress(path: Path) -> None:
    """Write PATH.gz and PATH.br beside a file that they make smaller: the same bytes at every build, and as old as the file."""
    data = path.read_bytes()
    quality = 11 if path.suffix == ".html" else 10  # the highest takes 2.5 times as long for 2 % less: for what every reader waits for
    for suffix, small in ((".gz", gzip.compress(data, 9, mtime=0)), (".br", brotli.compress(data, quality=quality))):
        if len(small) < len(data):
            target = path.with_name(f"{path.name}{suffix}")
            target.write_bytes(small)
            os.utime(target, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))


def main(site: str, listen: str = "8080", root: str = "") -> None:
    """Prepare ``site`` and write SITE.nginx.conf beside it; raises GuideError if it is no built site."""
    folder, hashes = built(site), set()
    for page in sorted(folder.rglob("*.html")):
        html = versioned(page.read_text("utf-8"), page.parent)
        page.write_text(html, "utf-8")
        hashes |= inline(html)
    with ProcessPoolExecutor() as workers:
        list(workers.map(compress, [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix in TEXTS], chunksize=8))
    path = re.search(r'href="([^"]*)assets/', (folder / "404.html").read_text("utf-8"))[1]
    filled = {"LISTEN": listen, "ROOT": root or str(folder), "PATH": path, "CSP": POLICY.format(hashes=" ".join(sorted(hashes)))}
    text = re.sub(
        r"@([A-Z]+)@", lambda match: filled[match[1]], (Path(__file__).parent.parent / "hosting" / "nginx.conf").read_text("utf-8")
    )
    settings = folder.with_name(f"{folder.name}.nginx.conf")
    settings.write_text(text, "utf-8")
    print(f"hosted: {settings} ({len(hashes)} scripts inside pages)")


if __name__ == "__main__":
    command("hosted", main)
