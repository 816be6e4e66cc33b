"""Which sections and definitions someone who did not translate them has read beside the English; a change on either side ends that."""

from pathlib import Path

from fieldguide import SOURCE
from fieldguide.files import read
from fieldguide.languages import terms
from fieldguide.languages.marks import digest, file, marks
from fieldguide.languages.sections import split

TERMS = terms.TABLE.name


def digests(docs: Path, language: str, page: str) -> dict[str, str]:
    """Return PAGE#ANCHOR → today's digest for each section that a page has in both languages; of terminology.csv, for each definition."""
    if page == TERMS:
        return dict(terms.mark(row, language) for row in terms.table() if row[f"definition_{language}"])
    own = {section.anchor: section for section in split(read(docs / language / page), f"docs/{language}/{page}")}
    english = split(read(docs / SOURCE / page), f"docs/{SOURCE}/{page}")
    return {f"{page}#{section.anchor}": digest(section.text, own[section.anchor].text) for section in english if section.anchor in own}


def is_read(docs: Path, language: str, page: str) -> set[str]:
    """Return the anchors of the sections of a page (of terminology.csv, the ids of the definitions) that were read since they last changed."""
    known = marks(docs.parent / "terms", language)
    if page != TERMS and not (docs / language / page).is_file():
        return set()
    return {place.partition("#")[2] for place, today in digests(docs, language, page).items() if known.get(place) == today}


def marked(docs: Path, language: str, places: list[str]) -> dict[Path, str]:
    """Return the file of marks and its text with these places (PAGE#ANCHOR, all of which exist) marked as read today."""
    known = marks(docs.parent / "terms", language)
    for page in {place.partition("#")[0] for place in places}:
        today = digests(docs, language, page)
        gone = {place for place in known if place.startswith(f"{page}#")} - set(today)
        known = {place: mark for place, mark in known.items() if place not in gone} | {
            place: today[place] for place in places if place in today
        }
    return {file(docs.parent / "terms", language): "".join(f"{place} {mark}\n" for place, mark in sorted(known.items()))}


def outdated(docs: Path, language: str) -> list[str]:
    """Return the places (PAGE#ANCHOR, terminology.csv#ID) that carry a mark although they changed, or left, since they were read."""
    known = marks(docs.parent / "terms", language)
    there = [page for page in {place.partition("#")[0] for place in known} if page == TERMS or is_in_both(docs, language, page)]
    today = {place: mark for page in there for place, mark in digests(docs, language, page).items()}
    return [place for place, mark in known.items() if today.get(place) != mark]


def is_in_both(docs: Path, language: str, page: str) -> bool:
    return all((docs / one / page).is_file() for one in (SOURCE, language))


def unmarked(docs: Path, language: str) -> dict[Path, str]:
    """Return the file of marks and its text without those of what changed since it was read."""
    gone = set(outdated(docs, language))
    path = file(docs.parent / "terms", language)
    return {path: "".join(f"{place} {mark}\n" for place, mark in marks(docs.parent / "terms", language).items() if place not in gone)}
