"""The error index as data: which message is explained where, so that search answers a pasted traceback line."""

import re
from pathlib import Path

from fieldguide import SOURCE
from fieldguide.languages.sections import split
from fieldguide.pages.blocks import blocks
from fieldguide.run import snippets

MESSAGE = re.compile(r"^(?:\w+\.)*\w*(?:Error|Exception|Warning): .+", re.M)


def messages(output: str) -> list[str]:
    """Return the error and warning lines of a recorded output.

    >>> messages("w: 3\\nRuntimeError: no grad\\nfixed: 1\\n")
    ['RuntimeError: no grad']
    """
    return MESSAGE.findall(output)


def index(docs: Path, folder: Path, language: str) -> list[dict[str, str]]:
    """Return for each message on the pages of docs/<language>/errors its ``text``, the ``title`` of its entry and the ``url`` (from the site's root).

    Args: ``folder`` holds the snippets.
    """
    entries = []
    for path in sorted((docs / language / "errors").glob("*.md")):
        page = f"{'' if language == SOURCE else language + '/'}errors/{path.stem}/".replace("/index/", "/")
        for section in split(path.read_text("utf-8"), str(path)):
            texts = [
                text for _, _, block in blocks(section.text, str(path)) for text in messages(snippets.load(folder, block.refs[0]).output)
            ]
            title = section.title.replace("`", "")
            entries += [{"text": text, "title": title, "url": f"{page}#{section.anchor}"} for text in dict.fromkeys(texts)]
    return entries
