"""The marks of second readers: terms/read_LANGUAGE.txt, a line ``PLACE digest`` for each section or definition that was read, sorted."""

import re
from functools import cache
from pathlib import Path

from fieldguide import GuideError
from fieldguide.files import fingerprint, named, read, state
from fieldguide.languages.sections import words

LINE = re.compile(r"[\w./-]+\.(?:md|csv)#[\w-]+ [0-9a-f]{8}")


def file(terms: Path, language: str) -> Path:
    """Return the file of the marks of a language; ``terms`` is the folder that it lies in."""
    return terms / f"read_{language}.txt"


@cache
def digest(english: str, own: str) -> str:
    """Return eight hex digits (SHA-256) over the words of a text in both languages."""
    return fingerprint(f"{words(english)}\0{words(own)}")


def marks(terms: Path, language: str) -> dict[str, str]:
    """Return place (PAGE#ANCHOR, terminology.csv#ID) → digest of when it was read; raises GuideError for a line that is none."""
    return marks_of(language, state(file(terms, language)))


@cache
def marks_of(language: str, at: tuple) -> dict[str, str]:
    """Return the marks of the file as it is in this state."""
    if at[0] is None:
        return {}
    path, found = Path(at[0][0]), {}
    for number, line in enumerate(read(path).splitlines(), 1):
        place, _, mark = line.partition(" ")
        if not LINE.fullmatch(line) or place in found:
            problem = "stands twice" if place in found else "is no mark"
            raise GuideError(
                f"{named(path)}:{number}: {line!r} {problem}; let this write it: python -m fieldguide reviewed {language} PAGE"
            )
        found[place] = mark
    return found
