"""Material's stylesheets without the rules that no page of this guide needs: two thirds of what a first view would load.

A rule is left out if all its selectors name something of ``UNUSED``; a test looks for such names in every page and script.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import material

# What Material styles and this guide does not have, as patterns of class names and attributes.
UNUSED = (
    r"\.md-(search|version|select|status|progress)[\w-]*",  # search is our own; there are no versions, statuses or instant pages
    r"\.md-(banner|consent|feedback|draft)[\w-]*",  # nothing is announced, asked for or rated
    r"\.md-(post|author|profile|meta|pagination|pin|tag(?!b))[\w-]*",  # no blog, no tags
    r"\.md-(path|social|content__button|source-file|source__fact)[\w-]*",  # no breadcrumbs, icons of networks, file dates, stars
    r"\.md-(tooltip2|tooltip--inline|clipboard|code__content|code__button--active|input)[\w-]*",  # assets/page/ shows hints in its own way
    r"\.md-nav--integrated|\.md-nav__container|\.md-toggle--indeterminate|\.md-header--lifted",  # forms of navigation that are not switched on
    r"\.md-option|\.tabbed-(control|button|labels--linked)[\w-]*",  # forms and arrows that Material's script fills
    r"\.(abstract|info|bug|quote|danger|failure)\b",  # callouts that no page has
    r"\.(footnote[\w-]*|task-list[\w-]*|critic|card|cards|grid|keys|key-[\w-]+|mermaid|giscus|arithmatex|katex-html)\b",  # extensions of Markdown that are off
    r"\.(twemoji|emojione|gemoji|inline|end|middle|lg|xl|xxl|xxxl|linenos|linenodiv|highlighttable|hll|result)\b",  # images in a row, emoji, numbers of lines
    r"\.highlight \.[op]$",  # operators and brackets, which pages/highlight.py leaves in the colour of the text
    r"\[data-linenos\]|th\[role=columnheader\]|\[data-md-type=select\]|:root>\*|img\[",  # lines that are numbered or chosen, arrows of tables that sort, diagrams, pictures
    r"\.md-tabs\[hidden\]|\.md-tabs__item:nth|\[role=dialog\] .*tabbed",  # chapters that fade
    r"\.tabbed-.*nth-child\((?!2\))|\.(no-)?js .*tabbed",  # a set of tabs has two; which one is open, assets/guide/ shows
    r"\[dir=rtl\]",  # every language of the guide runs from left to right
    r"\[data-md-color-(primary|accent)=(?!custom)[\w-]+\]",  # colours come from assets/guide/1-colours.css
    r"\[data-md-toggle=search\]|\[data-md-color-switching\]|\[data-md-visible\]|\[data-md-scrolllock\]",  # states that only Material's script sets
)
DEAD = re.compile("|".join(UNUSED))
MASK = re.compile(r"(?:-webkit-)?mask-[\w-]+:[^;]*;?")  # icons: of each SVG in a stylesheet the browser makes a document before it paints
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{};]|[^"{};]+')


def stylesheet(theme: Path) -> str:
    """Return what Material's stylesheets leave for this guide, whose own files stand in ``theme``."""
    own = "".join(file.read_text("utf-8") for file in sorted(theme.rglob("*")) if file.suffix in (".css", ".js"))
    return needed(theirs(), own)


@cache
def theirs() -> str:
    """Return what Material's stylesheets have for this guide."""
    folder = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    return "".join(lean(file.read_text("utf-8")) for file in sorted(folder.glob("*.css")))


def lean(css: str) -> str:
    """Return minified ``css`` without icons, and without the rules that only concern what is in ``UNUSED``."""
    kept = ""
    for prelude, body in rules(css):
        if prelude.startswith(("@media", "@supports")):
            body = lean(body)
        elif not prelude.startswith("@"):
            prelude = ",".join(one for one in re.split(r",(?![^()]*\))", prelude) if not DEAD.search(re.sub(r":not\([^)]*\)", "", one)))
            body = MASK.sub("", body)  # assets/guide/3-icons.css draws them
        if prelude and body:
            kept += f"{prelude}{{{body}}}"
    return kept.replace(".focus-visible", ":focus-visible")  # a class that a script gave before browsers knew better


def needed(css: str, own: str) -> str:
    """Return ``css`` without the variables (icons, most of them) that neither it nor ``own`` asks for."""
    asked = set(re.findall(r"var\((--[\w-]+)", css + own))
    kept = ""
    for prelude, body in rules(css):
        if "--" in body and not prelude.startswith("@"):
            parts = re.findall(r'(?:"(?:[^"\\]|\\.)*"|[^";])+', body)
            body = ";".join(part for part in parts if not part.startswith("--") or part.split(":")[0] in asked)
        kept += f"{prelude}{{{body}}}" if body else ""
    return kept


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield each outermost rule of minified ``css``: what stands before its braces, and what between them."""
    prelude = body = ""
    depth = 0
    for token in TOKEN.findall(css):
        depth -= token == "}"
        if token == "}" and not depth:
            yield prelude, body
            prelude = body = ""
        elif depth:
            body += token
        elif token == ";":  # a statement, as @charset
            prelude = ""
        elif token != "{":
            prelude += token
        depth += token == "{"
