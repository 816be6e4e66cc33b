"""The search index of a language: which word stands in which section, and how prominently. Texts in, one text out.

A word has a level where it stands: 0 in code only, 1 in the text, or only in what learners call the section, 2 in the text three times or more,
3 in the heading or in the address, which is English in every language.
"""

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

from fieldguide import ROOT, SOURCE, GuideError, address
from fieldguide.files import data, named, read
from fieldguide.languages import terms
from fieldguide.languages.sections import split, states
from fieldguide.pages import error_index
from fieldguide.pages.blocks import GLOSSARY
from fieldguide.search.asked import asked
from fieldguide.search.packed import packed
from fieldguide.search.texts import Text, text
from fieldguide.search.words import HAN, fold, words

STOP, TRADITIONAL = ROOT / "terms" / "stop_words.json", ROOT / "terms" / "traditional.txt"
REMEDY = 'write {"en": "words with spaces between", …}, a text for each language'
UNSEEN = {"translations.md"}
COMMON = 10  # a word that stands in more sections than this says nothing where it stands in code only


@cache
def stop_words(language: str) -> list[str]:
    """Return the words that say nothing about what is asked, of ``language`` and English; Chinese ones are parts of a run of characters."""
    table = data(STOP, REMEDY)
    if not isinstance(table, dict) or SOURCE not in table or not all(isinstance(words, str) for words in table.values()):
        raise GuideError(f"{named(STOP)}: {REMEDY}")
    return f"{table.get(language, '')} {table[SOURCE]}".split()


@cache
def folded(language: str) -> set[str]:
    """Return the stop words as search compares them."""
    return set(map(fold, stop_words(language)))


@cache
def pieces(language: str) -> re.Pattern:
    """Return what takes a run of Chinese characters apart."""
    return re.compile("|".join(re.escape(stop) for stop in stop_words(language) if re.match(f"[{HAN}]", stop)) or r"\Z")


def levels(section: Text, language: str) -> dict[str, int]:
    """Return word → level of one section, without the stop words."""
    least, apart = folded(language), pieces(language)

    def found(text: str) -> Counter:
        return Counter(word for word in words(apart.sub(" ", text)) if word not in least)

    prose, topic = found(section.prose), re.sub("^(?:e|ex)-", "", section.anchor).replace("-", " ")
    return (
        dict.fromkeys(found(" ; ".join(section.asked)), 1)
        | dict.fromkeys(found(section.code), 0)
        | {word: 1 if times < 3 else 2 for word, times in prose.items()}
        | dict.fromkeys(found(f"{section.title} {topic}"), 3)
    )


def traditional(shown: set[str]) -> list[str]:
    """Return the traditional characters of those that are ``shown``, and the latter in the same order."""
    sides = read(TRADITIONAL).splitlines()[1:]
    if len(sides) != 2 or len(sides[0]) != len(sides[1]):
        raise GuideError(
            f"{named(TRADITIONAL)}: write a first line that explains, traditional characters, and as many simplified ones below"
        )
    return ["".join(side) for side in zip(*(pair for pair in zip(*sides, strict=True) if pair[1] in shown), strict=True)]


def straddling(found: dict[str, list[Text]], postings: dict[str, list], language: str) -> set[str]:
    """Return the pairs of Chinese characters that stand once, within a long run: nearly all are the end of a word and the start of another."""
    short = set()
    for sections in found.values():
        for section in sections:
            for part, most in ((section.prose, 3), (" ; ".join(section.asked), 5)):
                runs = re.findall(f"[{HAN}]+", pieces(language).sub(" ", part))
                short.update(word for run in runs if len(run) <= most for word in words(run))
    return {
        word
        for word, places in postings.items()
        if len(places) == 1 and places[0][1] == 1 and "㐀" <= word[0] <= "鿿" and word not in short
    }


def pages(docs: Path, folder: Path, language: str) -> dict[str, list[Text]]:
    """Return the texts of every page that exists in ``language``: its own sections, not those that are shown in English."""
    found, learners = {}, asked(docs, language)
    for path in sorted((docs / language).rglob("*.md")):
        page = path.relative_to(docs / language).as_posix()
        source = docs / SOURCE / page
        if page in UNSEEN or not source.exists():
            continue
        own = read(path)
        known = states(read(source), own, named(path))
        sections = [section for section in split(own, named(path)) if known[section.anchor] != "extra"]
        found[page] = [text(section, folder, named(path)) for section in sections]
        found[page] = [replace(section, asked=learners.get(f"{page}#{section.anchor}", ())) for section in found[page]]
        # No link needs the anchor of the first one; search finds the page by it.
        found[page][0] = replace(found[page][0], anchor=path.stem, asked=learners.get(page, ()))
        if f"{GLOSSARY}\n" in own:
            found[page] += [
                Text(terms.anchor(row), row[language] or row["en"], terms.definition(row, language).replace("`", ""), "")
                for row in terms.concepts()
            ]
    return found


def build(docs: Path, folder: Path, language: str) -> dict[str, str]:
    """Return path below assets/search/ → text: the index of ``language``, what learners call its terms, and the words of each page, for excerpts. ``folder`` holds the snippets."""
    found = pages(docs, folder, language)
    all_sections = [(f"{address(page, language)}#{section.anchor}", section) for page, sections in found.items() for section in sections]
    postings, places = {}, {place: number for number, (place, _) in enumerate(all_sections)}
    for number, (_, section) in enumerate(all_sections):
        for word, level in levels(section, language).items():
            postings.setdefault(word, []).append((number, level))
    postings = {word: known if len(known) <= COMMON else [place for place in known if place[1]] for word, known in postings.items()}
    kept = {word: postings[word] for word in postings.keys() - straddling(found, postings, language) if postings[word]}
    index = {
        "pages": [
            [address(page, language), [part for section in sections for part in (section.anchor, section.title)]]
            for page, sections in found.items()
        ],
        **packed(kept),
        "terms": [
            [term["names"], term["others"], term["avoid"], term["page"] and address(term["page"], language), term["anchor"]]
            for term in terms.search_terms(language)
        ],
        "errors": [
            [entry["text"], *([places[entry["url"]]] if entry["url"] in places else [entry["title"], entry["url"]])]
            for entry in error_index.index(docs, folder, language)
        ],
        "stops": " ".join(map(fold, stop_words(language))),
        "traditional": traditional(
            {
                letter
                for sections in found.values()
                for section in sections
                for part in (section.title, section.prose, *section.asked)
                for letter in part
            }
        ),
    }
    called = {term["anchor"]: " / ".join(term["others"] + term["avoid"]) for term in terms.search_terms(language)}
    files = {f"{name}.js": script(name, data) for name, data in ((language, index), (f"{language}-called", called))}
    for page, sections in found.items():
        name = f"{language}/{address(page).rstrip('/') or 'index'}"
        files[f"{name}.js"] = script(name, {section.anchor: section.prose for section in sections})
    return files


def script(name: str, data: dict) -> str:
    """Return the data as a script, which a page can load from a disk too (see theme/assets/search/load.js)."""
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"(self.guideSearch ??= {{}})[{json.dumps(name)}] = {packed}\n"
