"""What stops the build: every mistake in the form of a page, one line each, before anything is made of the page."""

import re
from pathlib import Path

import yaml

from fieldguide import SOURCE, GuideError
from fieldguide.files import named, read
from fieldguide.languages.sections import FENCE, FRONT_MATTER, VERBATIM, split
from fieldguide.languages.terms import table
from fieldguide.pages.blocks import blocks
from fieldguide.pages.formulas import mathml_of

LARGE = re.compile(r"^ *(`{3,}|~{3,}).*?^ *\1`*~* *$|\$\$.+?\$\$|<!--.*?-->", re.M | re.S)  # may hold empty lines
SMALL = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)|\$[^$\n]+\$|\\[`$]", re.S)  # ends in its paragraph
LEFT = re.compile(r'[`$]|<!--|\[\^|\]\[|^\[[^]]+\]:|^ *(?:!!!|\?\?\?)(?!\+? ?\w+(?: "[^"\n]+")? *$).*|^ *===(?!=)(?! "[^"\n]+" *$).*', re.M)
SAID = {
    "`": "code that does not end; write another, or \\`",
    "$": "a formula that does not end; write another, or \\$",
    "<!--": "a comment that does not end; write -->",
    "[^": "there are no footnotes here; write it into the text",
    "]": "a link without its address beside it; write [text](page.md#section)",
    "[": "an address apart from its link; write [text](page.md#section)",
    "": 'this opens nothing; write the kind, and the title in quotes: !!! tip "Title"',
}
ALONE = {"br", "hr", "img", "input", "wbr"}


def guide(docs: Path, language: str) -> list[str]:
    """Return the mistakes of all pages of ``language``, and what does not fit together: terms, English pages, links out of the folder."""
    found, pages = [], sorted((docs / language).rglob("*.md"))
    for path in sorted((docs / language).rglob("*")):
        if path.is_symlink():
            found.append(f"{named(path)} is a symbolic link; put the file itself there")
    for path in (path for path in pages if not path.is_symlink()):
        if not (docs / SOURCE / path.relative_to(docs / language)).is_file():
            found.append(f"{named(path)} has no English page; write one, or rename or delete the translation")
        try:
            found += page(read(path), named(path))
        except GuideError as error:
            found.append(str(error))
    if language == SOURCE:
        for row in table():
            target, _, anchor = row["page"].partition("#")
            if target and not (docs / SOURCE / target).is_file():
                found.append(f"terms/terminology.csv: {row['id']}: column page names {target}, which is not in docs/{SOURCE}")
    return found


def templates(theme: Path, words: dict[str, str]) -> list[str]:
    """Return the texts that a template shows and ``words`` (of the interface) lack."""
    found = []
    for path in sorted(theme.rglob("*.html")):
        text = read(path)
        for match in re.finditer(r"""\bui\[(["'])([\w.]+)\1\]""", text):
            if match[2] not in words:
                line = text.count("\n", 0, match.start()) + 1
                found.append(f"{named(path)}:{line}: fieldguide/languages/strings.toml has no [{match[2]}]; add it")
    return found


def page(text: str, where: str) -> list[str]:
    """Return the mistakes of one page."""
    found = [*front_matter(text, where), *outline(text, where), *formulas(text, where), *unpaired(text, where)]
    for part in (split, blocks):
        try:
            part(text, where)
        except GuideError as error:
            found.append(str(error))
    return sorted(
        set(found), key=lambda line: int(re.match(r":(\d+)", line.removeprefix(where) + ":0")[1] if line.startswith(f"{where}:") else 0)
    )


def front_matter(text: str, where: str) -> list[str]:
    """The page starts with a description between two lines ``---``, as YAML."""
    front = FRONT_MATTER.match(text)
    if not front:
        return [
            f"{where}:1: start with ---, a line `description: …`, and ---"
            if not text.startswith("---")
            else f"{where}:1: the front matter is not closed; end it with a line ---"
        ]
    try:
        keys = yaml.safe_load(front[0].strip("-\n"))
    except (yaml.YAMLError, ValueError) as error:
        return [f"{where}:1: the front matter is no YAML ({str(error).splitlines()[0]}); put a text with a colon in quotes"]
    if not isinstance(keys, dict) or not isinstance(keys.get("description"), str) or not keys["description"].strip():
        return [f"{where}:1: write `description: one sentence`, in quotes if it holds a colon"]
    return []


def outline(text: str, where: str) -> list[str]:
    """One H1, first; headings only with #; fences that close."""
    front = FRONT_MATTER.match(text)
    start = front[0].count("\n") if front else 0
    found, fence, levels, before = [], None, [], ""
    for number, line in enumerate(text.splitlines()[start:], start + 1):
        mark = FENCE.match(line)
        if fence or mark:
            fence = (None if mark and mark[1].startswith(fence[0]) else fence) if fence else (mark[1], number)
            before = ""
            continue
        if re.match(r"#{1,6} ", line):
            levels.append((len(line) - len(line.lstrip("#")), number))
        if re.fullmatch(r" {0,3}(=+|-{2,}) *", line) and before.strip() and not before.lstrip().startswith(("|", "#", ">", "-", "*")):
            found.append(f"{where}:{number}: a heading underlined with {line.strip()[0]}; write ## Title {{ #id }}")
        if "<" in line and re.search(r"<h[1-6]\b", re.sub(r"`[^`]*`", "", line)):
            found.append(f"{where}:{number}: a heading in HTML; write ## Title {{ #id }}")
        before = line
    if fence:
        found.append(f"{where}:{fence[1]}: this fence is not closed; end it with {fence[0]}")
    tops = [number for level, number in levels if level == 1]
    if not tops or levels[0][0] != 1:
        found.append(f"{where}:{levels[0][1] if levels else 1}: no H1 at the start; write # Title {{ #id }} first")
    found += [f"{where}:{number}: a second H1; write ## for a section" for number in tops[1:]]
    return found


def unpaired(text: str, where: str) -> list[str]:
    """What begins also ends: code, formulas, comments, HTML; and nothing is Markdown that this guide does not have. All of it would be shown as it is written."""
    found, plain = [], LARGE.sub(blank, FRONT_MATTER.sub(blank, text))
    for paragraph in re.finditer(r"(?:.+\n?)+", plain):
        rest = SMALL.sub(blank, paragraph[0])
        for match in LEFT.finditer(rest):
            line = plain.count("\n", 0, paragraph.start()) + rest.count("\n", 0, match.start()) + 1
            found.append(
                f"{where}:{line}: {match[0].strip()[:40]}: {next(said for sign, said in SAID.items() if match[0].lstrip().startswith(sign))}"
            )
    tags = re.findall(r"<(/?)([a-z][\w-]*)\b[^<>]*?(/?)>", SMALL.sub(blank, plain))
    for tag in sorted({tag for _, tag, alone in tags if not alone} - ALONE):
        left = sum(-1 if end else 1 for end, name, alone in tags if name == tag and not alone)
        if left:
            found.append(f"{where}:1: {abs(left)} <{tag}> {'not closed' if left > 0 else 'closed twice'}; as many </{tag}> as <{tag}>")
    return found


def blank(match: re.Match) -> str:
    """Return the line ends of what was found, so that the lines after it keep their numbers."""
    return "\n" * match[0].count("\n")


def formulas(text: str, where: str) -> list[str]:
    """Every formula is LaTeX that becomes MathML."""
    found = []
    for match in VERBATIM.finditer(text):
        if match[0].startswith("$"):
            display = match[0].startswith("$$")
            try:
                mathml_of(match[0].strip("$").strip(), "block" if display else "inline")
            except GuideError as error:
                found.append(f"{where}:{text.count(chr(10), 0, match.start()) + 1}: {error}")
    return found
