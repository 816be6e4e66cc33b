"""The translator's desk: ``python -m fieldguide --help``."""

import argparse
import signal
import sys

from fieldguide import LANGUAGES, ROOT, SOURCE, GuideError
from fieldguide.files import read, reason, write
from fieldguide.languages import earlier, lint, rename, second_reader
from fieldguide.languages.sections import split, stamp
from fieldguide.languages.status import TRANSLATIONS, page_states, pages, summary

DOCS = ROOT / "docs"

GUIDE = """
A translator's day:
  status               what is stale or missing, in every language
  new hi PAGE          start a page: the English text, ready to be overwritten
  diff hi PAGE         what changed in English since each stale section was translated
  lint hi PAGE         what the language rules and the comparison with English find
  stamp hi PAGE#why    say that this section is translated from today's English; it refuses what lint finds there
  stamp hi PAGE --all  say it of every section of the page
  bless PAGE#why       say that an English change of a section needs no change in any translation

A second reader's, who did not translate the page:
  reviewed hi PAGE     say that you read every section beside the English and that it is right now; PAGE#why says it of one,
                       terminology.csv#T001 of a definition of the glossary

Who changes a text that a second reader has read, in English or in a translation:
  unread               take its marks away, in every language; the tests name what changed and still carries one

PAGE is a path below docs/en, such as zero_grad/accumulation.md. Each heading of a translation carries the digest of the English section
it was made from, { #why en=3ad0a488 }; stamp writes it, nothing else does.

An author's:
  rename OLD NEW       move a page in every language, with all that names it, and leave a redirect for readers
"""


def load(language: str, page: str) -> str:
    """Return the text of a page; raises GuideError that tells what to do if there is none."""
    path = DOCS / language / page
    if not rename.is_path(page) or not path.is_file():
        see = "see: python -m fieldguide status"
        remedy = see if language == SOURCE or not rename.is_path(page) else f"start it with: python -m fieldguide new {language} {page}"
        raise GuideError(f"no page docs/{language}/{page}; {remedy}")
    return read(path)


def diff(language: str, page: str) -> None:
    """Print, for each stale section, the English text as it was when translated against today's."""
    load(SOURCE, page), load(language, page)  # or there is nothing to compare
    for line in earlier.differences(DOCS, language, page):
        print(line)


def checked(language: str, page: str, anchors: list[str], stamped: bool) -> str:
    """Return a page, with these sections stamped if asked; raises GuideError if it lacks one, or if lint finds something in one."""
    where, text = f"docs/{language}/{page}", load(language, page)
    found = split(text, where)
    known = [section.anchor for section in found]
    for anchor in anchors:
        if anchor not in known:
            raise GuideError(f"{where} has no section #{anchor}; it has: #{', #'.join(known)}")
    english = load(SOURCE, page)
    text = stamp(english, text, anchors) if stamped else text
    ends = [section.line for section in found[1:]] + [text.count("\n") + 2]
    lines = {line for section, end in zip(found, ends, strict=True) if section.anchor in anchors for line in range(section.line, end)}
    lines |= {1} if found[0].anchor in anchors else set()  # what concerns the whole page
    wrong = lint.review(english, text, language, where)
    if wrong := [line for line in wrong if int(line.removeprefix(f"{where}:").partition(":")[0]) in lines]:
        raise GuideError("\n".join([*wrong, f"{where}: nothing is {'stamped' if stamped else 'marked as read'}; correct this first"]))
    return text


def by_page(places: list[str]) -> dict[str, list[str]]:
    """Return page → anchors of sections that are written PAGE#ANCHOR."""
    wanted: dict[str, list[str]] = {}
    for place in places:
        page, _, anchor = place.partition("#")
        if not anchor:
            raise GuideError(f"which section of {page}? Write {page}#ANCHOR, or --all after the page")
        wanted.setdefault(page, []).append(anchor)
    return wanted


def every_place(language: str, page: str) -> list[str]:
    """Return the sections of a page as PAGE#ANCHOR, of terminology.csv its definitions."""
    if page == second_reader.TERMS:
        return list(second_reader.digests(DOCS, language, page))
    return [f"{page}#{section.anchor}" for section in split(load(language, page))]


def write_stamps(places: list[str], languages: list[str]) -> None:
    """Stamp sections (PAGE#ANCHOR) in these languages, all or none."""
    wanted = by_page(places)
    write({DOCS / language / page: checked(language, page, anchors, True) for page, anchors in wanted.items() for language in languages})
    for language in languages:
        print("\n".join(f"stamped docs/{language}/{place}" for place in places))


def reviewed(language: str, words: list[str]) -> None:
    """Record that these sections (PAGE, PAGE#ANCHOR) were read beside the English by someone who did not translate them."""
    places = [place for word in words for place in ([word] if "#" in word else every_place(language, word))]
    for page, anchors in by_page(places).items():
        if page == second_reader.TERMS:
            known = every_place(language, page)
            if unknown := [anchor for anchor in anchors if f"{page}#{anchor}" not in known]:
                raise GuideError(f"{page} has no {', '.join(unknown)} with a definition_{language}")
            continue
        checked(language, page, anchors, False)
        for anchor, state in page_states(DOCS, language, page).items():
            if anchor in anchors and state != "current":
                raise GuideError(f"docs/{language}/{page}#{anchor} is {state}; translate and stamp it before it is read")
    write(second_reader.marked(DOCS, language, places))
    print("\n".join(f"read docs/{language}/{place}" for place in places))


def unread() -> None:
    """Take away, in every language, the marks of what changed since a second reader read it."""
    for language in TRANSLATIONS:
        if gone := second_reader.outdated(DOCS, language):
            write(second_reader.unmarked(DOCS, language))
            print("\n".join(f"to be read again: docs/{language}/{place}" for place in gone))


def bless(place: str) -> None:
    """Stamp one section in every language in which it is stale."""
    page, _, anchor = place.partition("#")
    if anchor not in {section.anchor for section in split(load(SOURCE, page))}:
        raise GuideError(f"docs/{SOURCE}/{page} has no section #{anchor}; write: bless PAGE#ANCHOR")
    write_stamps([place], [language for language in TRANSLATIONS if page_states(DOCS, language, page)[anchor] == "stale"])


def review(language: str, chosen: list[str]) -> list[str]:
    """Return what lint finds on these pages; a page that cannot be read is one more line."""
    if not chosen:
        raise GuideError(f"docs/{language} has no page; start one with: python -m fieldguide new {language} PAGE")
    found = []
    for page in chosen:
        try:
            found += lint.review(load(SOURCE, page), load(language, page), language, f"docs/{language}/{page}")
        except GuideError as error:
            found.append(str(error))
    return found


def new(language: str, page: str) -> None:
    """Write the English page as the start of a translation; raises GuideError if the translation exists."""
    path = DOCS / language / page
    if rename.is_path(page) and path.exists():
        raise GuideError(f"docs/{language}/{page} exists already; see: python -m fieldguide diff {language} {page}")
    text = load(SOURCE, page)
    path.parent.mkdir(parents=True, exist_ok=True)
    write({path: text})
    print(f"wrote docs/{language}/{page} in English: overwrite the text, keep ids and blocks, then lint and stamp it")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status (int)."""
    parser = argparse.ArgumentParser(prog="python -m fieldguide", description=GUIDE, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["status", "diff", "lint", "stamp", "bless", "new", "reviewed", "unread", "rename"])
    parser.add_argument("words", nargs="*", metavar="LANG PAGE")
    parser.add_argument("--all", action="store_true", help="with stamp: every section of the page")
    options = parser.parse_args(arguments)
    command, words = options.command, options.words
    try:
        if command == "status" and not words:
            print("\n".join(summary(DOCS)))
        elif command == "unread" and not words:
            unread()
        elif command == "bless" and len(words) == 1:
            bless(words[0])
        elif command in ("diff", "lint", "stamp", "new", "reviewed") and words and words[0] not in LANGUAGES:
            raise GuideError(f"no language {words[0]!r}; there are: {', '.join(LANGUAGES)}")
        elif command in ("diff", "stamp", "new", "reviewed") and words and words[0] == SOURCE:
            raise GuideError(f"{command} is for a translation; write one of: {', '.join(TRANSLATIONS)}")
        elif command == "lint" and len(words) in (1, 2):
            found = review(words[0], words[1:] or pages(DOCS, words[0]))
            print("\n".join(found) or "nothing found")
            return int(bool(found))
        elif command == "stamp" and len(words) >= 2:
            write_stamps([place for page in words[1:] for place in every_place(words[0], page)] if options.all else words[1:], words[:1])
        elif command == "reviewed" and len(words) >= 2:
            reviewed(words[0], words[1:])
        elif command == "rename" and len(words) == 2:
            print("\n".join(rename.page(ROOT, *words)))
        elif command in ("diff", "new") and len(words) == 2:
            {"diff": diff, "new": new}[command](*words)
        else:
            raise GuideError(f"{command} needs other words; see: python -m fieldguide --help")
    except (GuideError, OSError) as error:
        print(reason(error), file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `… | head` ends quietly
    sys.exit(main())
