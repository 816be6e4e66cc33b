"""The error index as data: which message is explained where, so that search can answer a pasted traceback line exactly."""

import re
from pathlib import Path

from fieldguide import LANGUAGES, SOURCE, snippets
from fieldguide.pages import blocks
from fieldguide.sections import split

MESSAGE = re.compile(r"^(?:\w+\.)*\w*(?:Error|Exception|Warning): .+", re.M)


def messages(output: str) -> list[str]:
    """Return the error and warning lines of a recorded output.

    >>> messages("w: 3\\nRuntimeError: no grad\\nfixed: 1\\n")
    ['RuntimeError: no grad']
    """
    return MESSAGE.findall(output)


def index(docs: Path, folder: Path, language: str) -> list[dict[str, str]]:
    """Return for each message in docs/<language>/errors (English where a page is missing) its ``text``, ``title`` and ``url`` (from the site's root)."""
    entries = []
    for source in sorted((docs / SOURCE / "errors").glob("*.md")):
        own = docs / language / "errors" / source.name
        code = language if own.exists() else SOURCE
        path = f"{'' if code == SOURCE else code + '/'}errors/{'' if source.stem == 'index' else source.stem + '/'}"
        for section in split((own if own.exists() else source).read_text("utf-8"), str(source)):
            for _, _, block in blocks(section.text, str(source)):
                output = snippets.load(folder, block.refs[0]).output
                entries += [{"text": text, "title": section.title, "url": f"{path}#{section.anchor}"} for text in messages(output)]
    return entries


def everything(docs: Path, folder: Path) -> dict[str, list[dict[str, str]]]:
    """Return language → entries."""
    return {language: index(docs, folder, language) for language in LANGUAGES}
