"""Blocks: every ``/// kind | topic/name`` of a page, taken apart."""

import re
from dataclasses import dataclass, field
from functools import cache

from fieldguide import GuideError

OPEN = re.compile(r"^( *)/// (snippet|predict|solution|figure|tabs) \| (\S.*?) *$")
FENCE = re.compile(r"^ *(`{3,}|~{3,})")
GLOSSARY, TRANSLATIONS = "/// glossary", "/// translations"  # tables that compose.py puts in
ITEM = re.compile(r"^(\d+)\. ")
REPLAY = re.compile(r"^(watch|start|ask \d+|step \d+): *(.+)$")
NEARLY = re.compile(r"^[\s>]*(?:(?:[-*+]|\d+\.)\s+)?[/\\／]{2,}\s*(?:snippet|predict|solution|figure|tabs)\b.*[|｜]|^\t+ */{3}", re.I)
MARKED = re.compile(r"`{3}|~{3}|[/\\／]{2}")  # what every line has that the patterns of blocks find
KEY = re.compile(r"^(caption|alt|label [^:]+): *(.+)$")
NEARLY_KEY = re.compile(r"^\s*(?:(?:caption|alt|watch|start)\s*[:：]|label\b|(?:ask|step)\b.*[:：]|\d+[.)]\s)", re.I)


@dataclass
class Block:
    """A directive as written: where it stands, what it shows, and its body taken apart."""

    line: int
    indent: str
    kind: str
    refs: list[str]
    text: str = ""
    notes: dict[int, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    replay: dict[str, str] = field(default_factory=dict)


@cache
def blocks(page: str, where: str) -> list[tuple[int, int, Block]]:
    """Return (first line, line after the last, Block) of every directive, in order; raises GuideError if one is not closed."""
    lines, found, fence, number = page.splitlines(), [], None, 0
    while number < len(lines):
        if not MARKED.search(lines[number]):
            number += 1
            continue
        mark, match = FENCE.match(lines[number]), OPEN.match(lines[number])
        if fence or mark:
            fence = (None if mark and mark[1].startswith(fence) else fence) if fence else mark[1]
        elif match:
            closing = f"{match[1]}///"
            end = next((n for n in range(number + 1, len(lines)) if lines[n].rstrip() == closing), None)
            if end is None:
                raise GuideError(f"{where}:{number + 1}: this block is not closed; end it with a line ///")
            if inner := next((n for n in range(number + 1, end) if OPEN.match(lines[n]) or NEARLY.match(lines[n])), None):
                raise GuideError(
                    f"{where}:{number + 1}: this block is not closed before line {inner + 1} opens another; end it with a line ///"
                )
            block = Block(number + 1, match[1], match[2], match[3].split())
            read_body(block, [line.removeprefix(match[1]) for line in lines[number + 1 : end]], where)
            found.append((number, end + 1, block))
            number = end
        elif lines[number] in (GLOSSARY, TRANSLATIONS) and lines[number + 1 : number + 2] == ["///"]:
            number += 1
        elif lines[number].strip() == "///":
            raise GuideError(f"{where}:{number + 1}: /// closes no block; give it the indentation of its block, or remove it")
        elif re.match(r" */// ?\w", lines[number]) or NEARLY.match(lines[number]):
            raise GuideError(
                f"{where}:{number + 1}: unknown block {lines[number].strip()!r}; write spaces, not tabs, and /// KIND | TOPIC/NAME; CONTRIBUTING.md has the five kinds"
            )
        number += 1
    return found


def read_body(block: Block, lines: list[str], where: str) -> None:
    """Take the body apart: leading text, annotations, ``caption:``, ``alt:``, ``label …:``, and what the replay shows; each number and key once."""
    current = None
    for number, line in enumerate(lines, block.line + 1):
        if item := ITEM.match(line):
            current = int(item[1])
            if current in block.notes:
                raise GuideError(f"{where}:{number}: annotation {current} stands twice; number them from 1, each once")
            block.notes[current] = line[item.end() :]
        elif key := KEY.match(line) or REPLAY.match(line):
            current, known = None, block.keys if key.re is KEY else block.replay
            if key[1] in known:
                raise GuideError(f"{where}:{number}: `{key[1]}:` stands twice; keep one")
            known[key[1]] = key[2].strip()
        elif current is not None and (line.startswith("  ") or not line.strip()):
            block.notes[current] += "\n" + line
        elif NEARLY_KEY.match(line):
            raise GuideError(
                f"{where}:{number}: {line.strip()[:40]!r} would be shown as text; write `word: text`, or `1. text`, at the start of the line, with a text"
            )
        elif line.strip() or block.text:
            block.text += line + "\n"
