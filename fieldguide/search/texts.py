"""The text of every section of a page, as search sees it: Markdown in, plain words out."""

import re
from dataclasses import dataclass
from pathlib import Path

from fieldguide.languages.sections import Section, body
from fieldguide.pages.blocks import blocks
from fieldguide.run import snippets

TAGS = re.compile(r"<!--.*?-->|</?\w[^>]*>", re.S)
CALLOUT = re.compile(r'^ *(?:!!!|\?\?\?\+?|===) *\w*(?: *"(.*)")? *$', re.M)
RULE = re.compile(r"^ *\|[ :|-]+\| *$", re.M)


@dataclass(frozen=True)
class Text:
    """A section: ``anchor``, ``title``, ``prose`` (what is shown of it), ``code`` (with what it printed), ``asked`` (learners' phrases, never shown)."""

    anchor: str
    title: str
    prose: str
    code: str
    asked: tuple[str, ...] = ()


def plain(markdown: str) -> str:
    """Return the words of Markdown without marks, attributes, comments and formulas, in one line.

    >>> plain('!!! tip "Try"\\n    See **[this](a.md#b)** `x.grad` of $w^2$.\\n\\n| a | b |\\n|---|---|\\n')
    'Try See this x.grad of …. a · b'
    """
    text = re.sub(r"\$\$.+?\$\$|\$[^$\n]+\$", "…", markdown, flags=re.S)
    text = TAGS.sub("", CALLOUT.sub(r"\1", RULE.sub("", text)))
    text = re.sub(r" *\{ *[#.:][^}\n]*\}", "", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)\s]*(?:\s\"[^\"]*\")?\)", r"\1", text)
    text = re.sub(r"^ *(?:[-*+>]|\d+\.|#{1,6}) +|^ *(`{3,}|~{3,}).*$|^ *///.*$|[`*]", "", text, flags=re.M)
    text = re.sub(r"^ *\| *| *\| *$", "", text, flags=re.M).replace(" | ", " · ")
    return " ".join(text.split())


def text(section: Section, folder: Path, where: str) -> Text:
    """Return what search sees of a section. Args: ``folder`` holds the snippets, ``where`` is named in a GuideError."""
    lines = body(section).splitlines()[1:]
    prose, code, end = [], [], 0
    for start, after, block in [*blocks("\n".join(lines), where), (len(lines), len(lines), None)]:
        prose += lines[end:start]
        end = after
        if block:
            prose += [block.text, *block.notes.values(), block.keys.get("caption", "")]
            shown = [snippets.load(folder, ref) for ref in block.refs]
            code += [part for snippet in shown for part in (snippet.code, snippet.output)]
    return Text(section.anchor, plain(section.title), plain("\n".join(prose)), "\n".join(code))
