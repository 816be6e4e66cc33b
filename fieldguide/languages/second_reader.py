"""Which sections of a translation someone who did not translate them has read beside the English; a change on either side ends that."""

import hashlib
import re
from pathlib import Path

from fieldguide import SOURCE, GuideError
from fieldguide.files import named, read
from fieldguide.languages.sections import Section, split, words

LINE = re.compile(r"[\w./-]+\.md#[\w-]+ [0-9a-f]{8}")


def file(docs: Path, language: str) -> Path:
    """Return the file of the marks: a line ``PAGE#ANCHOR digest`` for each section that was read, sorted."""
    return docs.parent / "terms" / f"read_{language}.txt"


def digest(english: Section, own: Section) -> str:
    """Return eight hex digits (SHA-256) over the words of a section in both languages."""
    return hashlib.sha256(f"{words(english.text)}\0{words(own.text)}".encode()).hexdigest()[:8]


def digests(docs: Path, language: str, page: str) -> dict[str, str]:
    """Return PAGE#ANCHOR → today's digest for each section that a page has in both languages."""
    own = {section.anchor: section for section in split(read(docs / language / page), f"docs/{language}/{page}")}
    english = split(read(docs / SOURCE / page), f"docs/{SOURCE}/{page}")
    return {f"{page}#{section.anchor}": digest(section, own[section.anchor]) for section in english if section.anchor in own}


def marks(docs: Path, language: str) -> dict[str, str]:
    """Return PAGE#ANCHOR → digest of when it was read; raises GuideError for a line that is none."""
    path = file(docs, language)
    lines = read(path).splitlines() if path.exists() else []
    for number, line in enumerate(lines, 1):
        if not LINE.fullmatch(line):
            raise GuideError(f"{named(path)}:{number}: found {line!r}; let this write it: python -m fieldguide reviewed {language} PAGE")
    return dict(line.split() for line in lines)


def is_read(docs: Path, language: str, page: str) -> set[str]:
    """Return the anchors of the sections of a page that were read since they last changed."""
    known = marks(docs, language)
    if not (docs / language / page).is_file():
        return set()
    return {place.partition("#")[2] for place, today in digests(docs, language, page).items() if known.get(place) == today}


def marked(docs: Path, language: str, places: list[str]) -> str:
    """Return the text of the file of marks with these sections (PAGE#ANCHOR, all of which exist) marked as read today."""
    known = marks(docs, language)
    for page in {place.partition("#")[0] for place in places}:
        today = digests(docs, language, page)
        gone = {place for place in known if place.startswith(f"{page}#")} - set(today)
        known = {place: mark for place, mark in known.items() if place not in gone} | {
            place: today[place] for place in places if place in today
        }
    return "".join(f"{place} {mark}\n" for place, mark in sorted(known.items()))
