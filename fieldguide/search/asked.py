"""Learners' words: what readers type who look for a section, in words that it does not use. From terms/asked/LANGUAGE.txt, for search alone."""

import re
from pathlib import Path

from fieldguide import SOURCE, GuideError
from fieldguide.files import named, read
from fieldguide.languages.sections import split

LINE = re.compile(r"((?:[\w-]+/)*[\w-]+\.md)(?:#([\w-]+))?\t(\S[^\t]*)")


def asked(docs: Path, language: str) -> dict[str, tuple[str, ...]]:
    """Return PAGE#ANCHOR (PAGE alone: its opening section) → phrases; nothing where a language has no file. ``docs`` is the folder of all languages.

    Raises GuideError for a line that is none, that stands twice, or that names what the English guide does not have.
    """
    path, found = docs.parent / "terms" / "asked" / f"{language}.txt", {}
    for number, line in enumerate(read(path).splitlines() if path.exists() else [], 1):
        if line.startswith("#"):
            continue
        where, parts = f"{named(path)}:{number}", LINE.fullmatch(line)
        phrases = tuple(phrase.strip() for phrase in parts[3].split(";")) if parts else ()
        if not phrases or not all(phrases):
            raise GuideError(f"{where}: write PAGE#ANCHOR, a tab, and phrases with ; between; found {line[:60]!r}")
        place, page, anchor = line.partition("\t")[0], *parts.groups()[:2]
        if place in found:
            raise GuideError(f"{where}: {place} stands twice; keep one line, with the phrases of both")
        if not (docs / SOURCE / page).is_file():
            raise GuideError(f"{where}: there is no page docs/{SOURCE}/{page}; write the page of today, or delete the line")
        opening, *others = (section.anchor for section in split(read(docs / SOURCE / page), f"docs/{SOURCE}/{page}"))
        if anchor and anchor not in others:
            remedy = f"write {page} alone for what opens it" if anchor == opening else "write the section of today, or delete the line"
            raise GuideError(f"{where}: docs/{SOURCE}/{page} has no section #{anchor} below its title; {remedy}")
        found[place] = phrases
    return found
