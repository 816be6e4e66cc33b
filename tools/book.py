"""`make book`: a language of a built site as one EPUB (by pandoc) and one PDF (printed by the tests' Chromium), made from its Markdown twins.

Arguments: SITE, optionally the languages. Writes SITE/gradient-field-guide-LANGUAGE.epub and .pdf, and lets the pages link them.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from fieldguide import LANGUAGES, SOURCE, GuideError
from fieldguide.languages.strings import strings
from tools import built, chromium, command

HEADING = re.compile(r"^(#{1,5}) (.*) \{#([\w-]+)\}$", re.M)
ENTRY = re.compile(r"^## (?P<chapter>.+)$|^- \[.*?\]\((?P<url>\S+?\.md)\)", re.M)
# Markdown as the twins have it: nothing of pandoc's own that prose about code could mean by accident.
OFF = (
    "citations",
    "example_lists",
    "raw_tex",
    "subscript",
    "superscript",
    "smart",
    "implicit_figures",
    "auto_identifiers",
    "yaml_metadata_block",
)
FORMAT = "markdown" + "".join(f"-{name}" for name in OFF) + "+tex_math_dollars"
STYLE = """
@page { size: A4; margin: 20mm 18mm }
body { font: 10.5pt/1.5 system-ui, sans-serif; max-width: 46em; margin: auto; color: #1f2430 }
h1 { break-before: page } h1, h2, h3, h4 { break-after: avoid; line-height: 1.25 }
:lang(hi) :is(h1, h2, h3, h4) { line-height: 1.5 } /* or the signs above its letters stand at the foot of the page before */
math { font-family: math, "STIX Two Math", "Cambria Math", "Latin Modern Math", "DejaVu Math TeX Gyre" } /* or an index in Hindi is as high as its letter */
pre { font-size: 8.5pt; background: #f4f2ec; padding: .7em 1em; white-space: pre-wrap; overflow-wrap: anywhere }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere }
img { max-width: 100%; break-inside: avoid } blockquote { border-left: 3px solid #1f5fa8; margin-left: 0; padding-left: 1em }
table { border-collapse: collapse; font-size: 9pt; width: 100% } td, th { border-top: 1px solid #ccc; padding: .3em .5em; text-align: left; vertical-align: top }
a { color: #1f5fa8; text-decoration: none }
"""


def composed(site: Path, language: str) -> str:
    """Return all pages of a language as one Markdown text with chapters; links between pages lead to headings in it."""
    folder = site / ("" if language == SOURCE else language)
    found = list(ENTRY.finditer((folder / "llms.txt").read_text("utf-8").partition("\n## Optional\n")[0]))
    pages = [match["url"] for match in found if match["url"]]
    root = pages[0].removesuffix("index.md")  # the home page comes first
    home = f"{root.removesuffix('/' + language + '/')}/" if language != SOURCE else root
    first, ids, parts = {}, set(), []
    texts = {url: (folder / url.removeprefix(root)).read_text("utf-8").rpartition("\n---\n")[0] for url in pages}
    for url, text in texts.items():
        first[re.sub(r"(^|/)index$", r"\1", url.removesuffix(".md")).rstrip("/")] = f"{slug(url, root)}--{HEADING.search(text)[3]}"
        ids |= {f"{slug(url, root)}--{heading[3]}" for heading in HEADING.finditer(text)}
    for match in found:
        if match["chapter"]:
            parts.append(f"# {match['chapter']}")
        elif match["url"]:
            parts.append(joined(texts[match["url"]], slug(match["url"], root), first, ids, home, site))
    return "\n\n".join(parts)


def slug(url: str, root: str) -> str:
    """Return what stands before the ids of a page.

    >>> slug("https://x/a/b.md", "https://x/")
    'a-b'
    """
    return url.removeprefix(root).removesuffix(".md").replace("/", "-")


def joined(text: str, own: str, first: dict[str, str], ids: set[str], home: str, site: Path) -> str:
    """Return a page as a part of the book: its headings one level down with ids of their own, links inside the book, figures from the disk."""
    text = HEADING.sub(rf"#\1 \2 {{#{own}--\3}}", text)

    def link(match: re.Match) -> str:
        page, _, anchor = match[1].partition("#")
        if not (top := first.get(page.rstrip("/"))):
            return match[0]
        section = f"{top.partition('--')[0]}--{anchor}"
        return f"](#{section if section in ids else top})"  # a term of the glossary has no heading

    text = re.sub(rf"\]\({re.escape(home)}([^)\s#]+\.svg)\)", lambda match: f"]({(site / match[1]).resolve()})", text)
    return re.sub(r"\]\((https?://[^)\s]+)\)", link, text)


def metadata(site: Path, language: str) -> dict[str, str]:
    """Return what the book says of itself."""
    words, known = strings(language), json.loads((site / "build.json").read_text("utf-8"))
    about = {
        "title": words["site_name"],
        "subtitle": words["site_description"],
        "lang": LANGUAGES[language],
        "rights": words["share.licence"],
    }
    return about | {
        "date": known.get("date", "")[:10],
        "identifier": f"gradient-field-guide-{language}",
        "toc-title": words["share.contents"],
    }


def pandoc(text: str, target: Path, about: dict[str, str], *options: str) -> None:
    """Write ``target``; links that lead nowhere inside the book and figures that are not there are errors."""
    given = [word for key, value in about.items() if value for word in ("--metadata", f"{key}={value}")]
    command = ["pandoc", "--from", FORMAT, "--mathml", "--toc", "--toc-depth=2", *given, *options, "--output", str(target)]
    stamp = {"SOURCE_DATE_EPOCH": "0"} if not about["date"] else {}
    done = subprocess.run(command, input=text, text=True, encoding="utf-8", stderr=subprocess.PIPE, env=os.environ | stamp)
    problems = [line for line in done.stderr.splitlines() if line.startswith("[") and "translation" not in line]  # pandoc knows no Hindi
    if done.returncode or problems:
        raise GuideError("\n".join([f"pandoc could not make {target.name}:", *problems[:10]]))


def main(site: str, *languages: str) -> None:
    """Write the books; raises GuideError if there is no built site, no such language, or no pandoc."""
    if unknown := set(languages) - set(LANGUAGES):
        raise GuideError(f"no language {min(unknown)!r}; write some of: {' '.join(LANGUAGES)}")
    folder = built(site)
    if not shutil.which("pandoc") and os.getuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "install", "-y", "-qq", "pandoc"], stdout=subprocess.DEVNULL, check=False)
    if not shutil.which("pandoc"):
        raise GuideError("no pandoc; install it (Debian, Ubuntu: apt-get install pandoc)")
    with tempfile.TemporaryDirectory() as passing, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        for language in languages or LANGUAGES:
            text, about = composed(folder, language), metadata(folder, language)
            target, html, style = folder / f"gradient-field-guide-{language}", Path(passing) / "book.html", Path(passing) / "book.css"
            style.write_text(STYLE, "utf-8")
            pandoc(text, target.with_suffix(".epub"), about, "--epub-chapter-level=2")
            pandoc(
                text, html, about, "--to=html5", "--standalone", "--embed-resources" if newer() else "--self-contained", f"--css={style}"
            )
            page = browser.new_page()
            page.set_default_timeout(0)  # a whole guide takes a busy machine longer than half a minute
            page.goto(html.as_uri())
            page.pdf(path=target.with_suffix(".pdf"), prefer_css_page_size=True, print_background=True, outline=True, tagged=True)
            page.close()
            print(f"book: {target}.epub, {target}.pdf")
        browser.close()
    for path in folder.rglob("index.html"):
        html = path.read_text("utf-8")
        own = next((language for language, code in LANGUAGES.items() if f'<html lang="{code}"' in html), SOURCE)
        if (folder / f"gradient-field-guide-{own}.epub").exists():
            path.write_text(linked(html, own), "utf-8")


def linked(html: str, language: str) -> str:
    """Return a page with links to the two books of its language beside that to the archive, if it has none yet."""
    archive = re.search(rf'<a href="([^"]*gradient-field-guide-{language})\.zip" download>.*?</a>', html)
    if not archive or f"{archive[1]}.epub" in html:
        return html
    books = "".join(f'\n    <a href="{archive[1]}.{kind}" download>{kind.upper()}</a>' for kind in ("pdf", "epub"))
    return html.replace(archive[0], archive[0] + books)


def newer() -> bool:
    """Say whether this pandoc is 2.19 or newer, which renamed an option."""
    said = subprocess.run(["pandoc", "--version"], capture_output=True, text=True).stdout
    return tuple(map(int, re.findall(r"\d+", said)[:2])) >= (2, 19)


if __name__ == "__main__":
    command("book", main)
