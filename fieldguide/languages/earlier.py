"""The English text that a translation was made from, out of git, against today's."""

import difflib
import textwrap
from collections.abc import Iterator
from pathlib import Path

from fieldguide import SOURCE, GuideError
from fieldguide.files import read
from fieldguide.git import git
from fieldguide.languages.sections import Section, digest, split
from fieldguide.languages.status import page_states


def differences(docs: Path, language: str, page: str) -> Iterator[str]:
    """Yield lines: for each stale section of a page the English text as it was when translated against today's, then what is missing or extra."""
    source = {section.anchor: section for section in split(read(docs / SOURCE / page), f"docs/{SOURCE}/{page}")}
    found = page_states(docs, language, page)
    for section in split(read(docs / language / page), f"docs/{language}/{page}"):
        if found[section.anchor] != "stale":
            continue
        today = source[section.anchor]
        yield f"#{section.anchor} (docs/{language}/{page}:{section.line}, docs/{SOURCE}/{page}:{today.line})"
        if old := section.digest and translated_from(docs.parent, page, today, section.digest):
            yield from difflib.unified_diff(old.text.splitlines(), today.text.splitlines(), "when translated", "today", lineterm="", n=1)
            yield ""
        else:
            yield "  no commit has the English text it was translated from; compare with the whole section:\n"
            yield textwrap.indent(today.text, "  ")
    for anchor, state in found.items():
        if state in ("missing", "extra"):
            yield f"#{anchor} is {state}: {'add it' if state == 'missing' else 'remove it, English does not have it'}"


def translated_from(root: Path, page: str, section: Section, wanted: str) -> Section | None:
    """Return the English section whose digest is ``wanted``, as it stood in the newest commit that has it, or None."""
    path = f"docs/{SOURCE}/{page}"
    for entry in git(root, "log", "--follow", "--name-only", "--format=%x00%H", "--", path).split("\0")[1:]:
        commit, path = [*entry.split(), path][:2]  # the path it had then
        try:
            old = split(git(root, "show", f"{commit}:{path}"))
        except GuideError:  # a mistake of then
            continue
        for candidate in old:
            if candidate.anchor == section.anchor and digest(candidate) == wanted:
                return candidate
    return None
