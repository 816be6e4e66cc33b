"""Sections of a page: split, digest, state of a translation, and the page composed of translated and English sections."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from fieldguide import GuideError
from fieldguide.files import fingerprint

HEADING = re.compile(r"^(#{1,6}) +(.*?) *\{ *#([\w-]+)(?: +en=([0-9a-f]{8}))? *\}\s*$")
FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# What keeps every character in a digest: fenced code, inline code, formulas.
VERBATIM = re.compile(r"^ *(?P<fence>`{3,}|~{3,}).*?^ *(?P=fence)`*~* *$|(?P<tick>`+).+?(?P=tick)|\$\$.+?\$\$|\$[^$\n]+\$", re.M | re.S)


@dataclass(frozen=True)
class Section:
    """A heading and what follows it up to the next heading.

    Attributes: ``anchor`` (its explicit id), ``level`` (1–6), ``title``, ``text`` (with the heading line; the first section also has the
    front matter), ``line`` (of the heading, from 1), ``digest`` (of the English section it was translated from, or None).
    """

    anchor: str
    level: int
    title: str
    text: str
    line: int
    digest: str | None


@cache
def split(page: str, where: str = "page") -> list[Section]:
    """Split a page into its sections; ``where`` is named in the GuideError if a heading has no explicit id or an id stands twice.

    >>> [section.anchor for section in split("# A { #a }\\n\\n## B { #b en=3ad0a488 }\\n")]
    ['a', 'b']
    """
    lines, heads, fence = page.splitlines(keepends=True), [], None
    front = len(FRONT_MATTER.match(page)[0].splitlines()) if FRONT_MATTER.match(page) else 0
    for number, line in enumerate(lines[front:], front):
        mark = FENCE.match(line)
        if fence:
            fence = None if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1]
        elif match := HEADING.match(line):
            heads.append((number, match))
        elif re.match(r" {0,3}#", line):
            id, title = re.search(r"\{[^}]*#([\w-]+)[^}]*\}", line), re.sub(r"\{.*", "", line).strip(" #\n")
            if id and re.match(r"#{1,6} ", line):
                raise GuideError(
                    f"{where}:{number + 1}: more than an id and a digest in braces; write {{ #{id[1]} }}, and let stamp write the digest"
                )
            level, wanted = re.match(r" *(#{1,6})", line)[1], id[1] if id else "short-english-id"
            problem = "this may be shown as a heading, and is none" if id else "heading without an id"
            raise GuideError(f"{where}:{number + 1}: {problem}; write: {level} {title or 'Title'} {{ #{wanted} }}")
    for index, (number, match) in enumerate(heads):
        if not match[2]:
            raise GuideError(f"{where}:{number + 1}: a heading without words; write them before its id")
        if match[3] in (earlier[3] for _, earlier in heads[:index]):
            raise GuideError(f"{where}:{number + 1}: the id #{match[3]} stands twice; give each heading its own")
    starts = [0, *(number for number, _ in heads[1:]), len(lines)]
    return [
        Section(match[3], len(match[1]), match[2], "".join(lines[start:end]), number + 1, match[4])
        for (number, match), start, end in zip(heads, starts, starts[1:], strict=False)
    ]


@cache
def words(text: str) -> str:
    """Return what counts in a section: its words, code and formulas; not its line breaks, emphasis, list marks or link targets.

    >>> words("- *One* [link](a.md#b)\\n  `x * y`") == words("* One **link** `x * y`")
    True
    """

    def prose(part: str) -> str:
        part = re.sub(r"^(#{1,6} .*?) *\{ *#[^}]*\}[ \t]*$", r"\1", part, flags=re.M)
        part = re.sub(r"^[ \t]*(?:[-*+]|#{1,6})[ \t]+", "", part, flags=re.M)
        part = re.sub(r"\]\([^)\s]*(?:\s\"[^\"]*\")?\)", "", part).replace("[", "").replace("]", "")
        return re.sub(r"\*|(?<!\w)_+|_+(?!\w)", "", part)

    parts, end = [], 0
    for match in VERBATIM.finditer(text):
        parts += [prose(text[end : match.start()]), match[0]]
        end = match.end()
    return " ".join("".join([*parts, prose(text[end:])]).split())


@cache
def digest(section: Section) -> str:
    """Return eight hex digits (SHA-256) over the words of a section."""
    return fingerprint(words(section.text))


@cache
def states(english: str, translated: str, where: str = "translated page") -> dict[str, str]:
    """Return anchor → ``current``, ``stale`` or ``missing`` for each English section, and ``extra`` for what English does not have."""
    source, target = split(english, f"English of {where}"), {section.anchor: section for section in split(translated, where)}
    state = {}
    for section in source:
        own = target.pop(section.anchor, None)
        state[section.anchor] = "missing" if own is None else "current" if own.digest == digest(section) else "stale"
    return state | dict.fromkeys(target, "extra")


def body(section: Section) -> str:
    """Return a section without front matter and without the digest in its heading."""
    text = FRONT_MATTER.sub("", section.text)
    return re.sub(r"^(#{1,6} .*\{ *#[\w-]+) +en=[0-9a-f]{8} *\}", r"\1 }", text, count=1, flags=re.M).strip("\n") + "\n"


def compose(english: str, translated: str | None, notice: Callable[[str, str], str], where: str = "translated page") -> str:
    """Return the page that readers of a translation see, in the order of the English page.

    Args: ``translated`` is None if the page does not exist; ``notice(state, anchor)`` returns the Markdown of the notice for a ``stale`` or
    ``missing`` section; ``where`` is named in errors. A stale section stands under its notice; missing neighbours stand in English, marked so, under one notice.
    """
    target = {section.anchor: section for section in split(translated or "", where)}
    state = states(english, translated or "", where)
    parts, missing = [], []

    def flush() -> None:
        if missing:
            text = "\n".join(body(section) for section in missing)
            parts.append(f'{notice("missing", missing[0].anchor)}\n<div lang="en" class="fg-english" markdown="1">\n\n{text}\n</div>\n')
            missing.clear()

    for section in split(english, "English page"):
        if state[section.anchor] == "missing":
            missing.append(section)
            continue
        flush()
        text = body(target[section.anchor])
        if state[section.anchor] == "stale":
            heading, _, rest = text.partition("\n")
            text = f"{heading}\n\n{notice('stale', section.anchor)}\n{rest}"
        parts.append(text)
    flush()
    return "\n".join(parts)


def stamp(english: str, translated: str, anchors: list[str] | None = None) -> str:
    """Return ``translated`` with the digests of today's English sections in its headings (of ``anchors``, or of all)."""
    for section in split(english, "English page"):
        if anchors is None or section.anchor in anchors:
            pattern = rf"^(#{{1,6}} +.*\{{ *#{re.escape(section.anchor)})(?: +en=[0-9a-f]{{8}})? *\}}"
            translated = re.sub(pattern, rf"\1 en={digest(section)} }}", translated, flags=re.M)
    return translated
