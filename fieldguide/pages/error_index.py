"""The error index as data: which message is explained where, so that search answers a pasted traceback line."""

import re
from bisect import bisect_left, insort
from functools import cache
from pathlib import Path

from fieldguide import SOURCE, address
from fieldguide.files import named, read
from fieldguide.languages.sections import split
from fieldguide.pages.blocks import blocks
from fieldguide.run import snippets

MESSAGE = re.compile(r"^(?:\w+\.)*\w*(?:Error|Exception|Warning): .+", re.M)
WORDING = re.compile(r"^(?:Older|Other) wording: `([^`\n]+)`$", re.M)
NUMBERS = re.compile(r"\d+(?:\.\d+)?")


@cache
def messages(output: str) -> list[str]:
    """Return the error and warning lines of a recorded output.

    >>> messages("w: 3\\nRuntimeError: no grad\\nfixed: 1\\n")
    ['RuntimeError: no grad']
    """
    return MESSAGE.findall(output)


def shape(text: str) -> str:
    """Return a message without its numbers and without the dots of a shortened end: equal shapes are one message.

    >>> shape("ValueError: Tried to step 6 times.")
    'ValueError: Tried to step # times'
    """
    return NUMBERS.sub("#", text).rstrip(" .…")


def begins(known: list[str], start: str) -> bool:
    """Return whether one of the texts, which are sorted, begins so.

    >>> begins(["a", "bcd"], "bc"), begins(["a", "bcd"], "c")
    (True, False)
    """
    place = bisect_left(known, start)
    return place < len(known) and known[place].startswith(start)


def index(docs: Path, folder: Path, language: str) -> list[dict[str, str]]:
    """Return for each recorded message of the guide its ``text``, the ``title`` of its section and the ``url`` (from the site's root).

    The entries of errors/ come first, with their other wordings; a message that they explain is not named again from another page.
    A section that ``language`` does not have keeps its English title. Args: ``folder`` holds the snippets.
    """
    entries, known = [], []
    source = docs / SOURCE
    for path in sorted(source.rglob("*.md"), key=lambda path: (path.parent.name != "errors", path.as_posix())):
        explains = path.parent.name == "errors"
        place = path.relative_to(source)
        translation = docs / language / place
        titles = {part.anchor: part.title for part in split(read(translation), named(translation))} if translation.exists() else {}
        page = address(place.as_posix(), language)
        for section in split(read(path), named(path)):
            names = [name for _, _, block in blocks(section.text, named(path)) for name in block.refs]
            texts = [text for name in names for text in messages(snippets.load(folder, name).output)]
            texts += WORDING.findall(section.text) if explains else []
            new = [text for text in dict.fromkeys(texts) if explains or not begins(known, shape(text))]
            for text in new:
                insort(known, shape(text))
            title = titles.get(section.anchor, section.title).replace("`", "")
            entries += [{"text": text, "title": title, "url": f"{page}#{section.anchor}"} for text in new]
    return entries
