"""The translator's desk: ``python -m fieldguide --help``."""

import argparse
import difflib
import signal
import subprocess
import sys
import textwrap

from fieldguide import LANGUAGES, ROOT, SOURCE, GuideError
from fieldguide.languages import lint
from fieldguide.languages.sections import Section, digest, split, stamp
from fieldguide.languages.status import TRANSLATIONS, page_states, pages, report

DOCS = ROOT / "docs"

GUIDE = """
A translator's day:
  status               what is stale or missing, in every language
  new hi PAGE          start a page: the English text, ready to be overwritten
  diff hi PAGE         what changed in English since each stale section was translated
  lint hi PAGE         what the language rules and the comparison with English find
  stamp hi PAGE        say that every section of the page is translated from today's English
  stamp hi PAGE #why   say it of one section
  bless PAGE#why       say that an English change of a section needs no change in any translation

PAGE is a path below docs/en, such as zero_grad/accumulation.md. Each heading of a translation carries the digest of the English section
it was made from, { #why en=3ad0a488 }; stamp writes it, nothing else does.
"""


def load(language: str, page: str) -> str:
    """Return the text of a page; raises GuideError that tells what to do if there is none."""
    path = DOCS / language / page
    if not path.is_file():
        remedy = "see: python -m fieldguide status" if language == SOURCE else f"start it with: python -m fieldguide new {language} {page}"
        raise GuideError(f"no page docs/{language}/{page}; {remedy}")
    return path.read_text("utf-8")


def status() -> None:
    """Print for each language how many sections are current, and name those that are not."""
    for language, all_states in report(DOCS).items():
        counts = [state for page in all_states.values() for state in page.values()]
        print(f"{language}: {counts.count('current')} of {len(counts)} sections current ({100 * counts.count('current') // len(counts)} %)")
        for page, found in all_states.items():
            for state in ("stale", "missing", "extra"):
                anchors = [f"#{anchor}" for anchor, own in found.items() if own == state]
                if state == "missing" and len(anchors) == len(found):
                    anchors = ["whole page"]
                if anchors:
                    print(f"  {state:8}{page}: {' '.join(anchors)}")


def translated_from(page: str, section: Section, wanted: str) -> Section | None:
    """Return the English section whose digest is ``wanted``, as it stood in the newest commit that has it, or None."""
    path = f"docs/{SOURCE}/{page}"
    log = subprocess.run(["git", "log", "--format=%H", "--", path], cwd=ROOT, capture_output=True, text=True)
    for commit in log.stdout.split():
        old = subprocess.run(["git", "show", f"{commit}:{path}"], cwd=ROOT, capture_output=True, text=True).stdout
        for candidate in split(old, f"{commit[:8]}:{path}"):
            if candidate.anchor == section.anchor and digest(candidate) == wanted:
                return candidate
    return None


def diff(language: str, page: str) -> None:
    """Print, for each stale section, the English text as it was when translated against today's."""
    source, found = {section.anchor: section for section in split(load(SOURCE, page))}, page_states(DOCS, language, page)
    for section in split(load(language, page), f"docs/{language}/{page}"):
        if found[section.anchor] != "stale":
            continue
        today = source[section.anchor]
        old = section.digest and translated_from(page, today, section.digest)
        print(f"#{section.anchor} (docs/{language}/{page}:{section.line}, docs/{SOURCE}/{page}:{today.line})")
        if not old:
            print("  no commit has the English text it was translated from; compare with the whole section:\n")
            print(textwrap.indent(today.text, "  "))
            continue
        lines = difflib.unified_diff(old.text.splitlines(), today.text.splitlines(), "when translated", "today", lineterm="", n=1)
        print("\n".join(lines), end="\n\n")
    for anchor, state in found.items():
        if state in ("missing", "extra"):
            print(f"#{anchor} is {state}: {'add it' if state == 'missing' else 'remove it, English does not have it'}")


def write_stamp(language: str, page: str, anchors: list[str] | None) -> None:
    """Stamp sections of one page; raises GuideError if an anchor is not on the page."""
    text = load(language, page)
    known = [section.anchor for section in split(text, f"docs/{language}/{page}")]
    for anchor in anchors or []:
        if anchor not in known:
            raise GuideError(f"docs/{language}/{page} has no section #{anchor}; it has: #{', #'.join(known)}")
    (DOCS / language / page).write_text(stamp(load(SOURCE, page), text, anchors), "utf-8")
    print(f"stamped docs/{language}/{page}: {' '.join('#' + anchor for anchor in anchors) if anchors else 'all sections'}")


def bless(place: str) -> None:
    """Stamp one section in every language that has it."""
    page, _, anchor = place.partition("#")
    if anchor not in {section.anchor for section in split(load(SOURCE, page))}:
        raise GuideError(f"docs/{SOURCE}/{page} has no section #{anchor}; write: bless PAGE#ANCHOR")
    for language in TRANSLATIONS:
        if page_states(DOCS, language, page)[anchor] == "stale":
            write_stamp(language, page, [anchor])


def new(language: str, page: str) -> None:
    """Write the English page as the start of a translation; raises GuideError if the translation exists."""
    path = DOCS / language / page
    if path.exists():
        raise GuideError(f"docs/{language}/{page} exists already; see: python -m fieldguide diff {language} {page}")
    text = load(SOURCE, page)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    print(f"wrote docs/{language}/{page} in English: overwrite the text, keep ids and blocks, then lint and stamp it")


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit status (int)."""
    parser = argparse.ArgumentParser(prog="python -m fieldguide", description=GUIDE, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["status", "diff", "lint", "stamp", "bless", "new"])
    parser.add_argument("words", nargs="*", metavar="LANG PAGE [ANCHOR]")
    options = parser.parse_args(arguments)
    command, words = options.command, options.words
    try:
        if command == "status" and not words:
            status()
        elif command == "bless" and len(words) == 1:
            bless(words[0])
        elif command in ("diff", "lint", "stamp", "new") and words and words[0] not in LANGUAGES:
            raise GuideError(f"no language {words[0]!r}; there are: {', '.join(LANGUAGES)}")
        elif command == "lint" and len(words) in (1, 2):
            chosen = words[1:] or pages(DOCS, words[0])
            found = [
                line
                for page in chosen
                for line in lint.review(load(SOURCE, page), load(words[0], page), words[0], f"docs/{words[0]}/{page}")
            ]
            print("\n".join(found) or "nothing found")
            return int(bool(found))
        elif command == "stamp" and len(words) >= 2:
            write_stamp(words[0], words[1], [word.lstrip("#") for word in words[2:]] or None)
        elif command in ("diff", "new") and len(words) == 2:
            {"diff": diff, "new": new}[command](*words)
        else:
            raise GuideError(f"{command} needs other words; see: python -m fieldguide --help")
    except GuideError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `… | head` ends quietly
    sys.exit(main())
