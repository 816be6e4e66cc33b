"""The state of every translation: for the translator's desk and for the page that readers see."""

from pathlib import Path

from fieldguide import LANGUAGES, SOURCE, GuideError, address
from fieldguide.files import named, read
from fieldguide.languages import second_reader, terms
from fieldguide.languages.sections import split, states
from fieldguide.languages.strings import strings

TRANSLATIONS = [language for language in LANGUAGES if language != SOURCE]


def pages(docs: Path, language: str = SOURCE) -> list[str]:
    """Return the paths of the pages of a language (below ``docs/<language>``), sorted."""
    return sorted(path.relative_to(docs / language).as_posix() for path in (docs / language).rglob("*.md"))


def page_states(docs: Path, language: str, page: str) -> dict[str, str]:
    """Return anchor → state of every section of one page in one language."""
    own, source = docs / language / page, docs / SOURCE / page
    if not source.is_file():
        raise GuideError(f"docs/{language}/{page} has no English page; write docs/{SOURCE}/{page}, or rename or delete the translation")
    return states(read(source), read(own) if own.is_file() else "", f"docs/{language}/{page}")


def report(docs: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Return language → page → anchor → state for all translations."""
    return {language: {page: page_states(docs, language, page) for page in pages(docs)} for language in TRANSLATIONS}


def title(docs: Path, language: str, page: str) -> str:
    """Return the title of a page in ``language``, or in English if it is not translated."""
    path = docs / language / page
    path = path if path.is_file() else docs / SOURCE / page
    return split(read(path), named(path))[0].title


def summary(docs: Path) -> list[str]:
    """Return lines that say for each language how many sections are current, and name those that are not."""
    lines = []
    for language, all_states in report(docs).items():
        counts = [state for page in all_states.values() for state in page.values()]
        read_by_two = {page: second_reader.is_read(docs, language, page) for page in all_states}
        done, seen = counts.count("current"), sum(map(len, read_by_two.values()))
        lines.append(
            f"{language}: {done} of {len(counts)} sections current ({100 * done // len(counts)} %), {seen} read by a second reader"
        )
        for page, found in all_states.items():
            for state in ("stale", "missing", "extra"):
                anchors = [f"#{anchor}" for anchor, own in found.items() if own == state]
                if state == "missing" and len(anchors) == len(found):
                    anchors = ["whole page"]
                if anchors:
                    lines.append(f"  {state:8}{page}: {' '.join(anchors)}")
            if unread := [f"#{anchor}" for anchor, state in found.items() if state == "current" and anchor not in read_by_two[page]]:
                lines.append(f"  unread  {page}: {' '.join(unread) if len(unread) < len(found) else 'whole page'}")
        read_terms = second_reader.is_read(docs, language, second_reader.TERMS)
        if unread := [f"#{row['id']}" for row in terms.table() if row["id"] not in read_terms]:
            lines.append(f"  unread  {second_reader.TERMS}: {' '.join(unread)}")
        for page in set(pages(docs, language)) - set(all_states):
            lines.append(f"  extra   {page}: no such English page; rename or delete it")
    return lines


def table(docs: Path, language: str, root: str, words: dict[str, str]) -> str:
    """Return the state of all translations as Markdown: how many sections are current and how many
    were read by a second reader, and a link to each section that is behind.

    Args: ``language`` and ``words`` (UI strings) of the page that shows it, ``root`` (relative URL of the site's root).
    """
    found = report(docs)
    lines = [
        f"| {words['state_page']} | " + " | ".join(strings(code)["language_name"] for code in TRANSLATIONS) + " |",
        "|---|" + "---|" * len(TRANSLATIONS),
    ]
    for page in pages(docs):
        cells = []
        for code in TRANSLATIONS:
            state = found[code][page]
            url = root + address(page, code)
            behind = [
                f'<a href="{url}#{anchor}">{words[f"state_{own}"]}: #{anchor}</a>'
                for anchor, own in state.items()
                if own in ("stale", "missing")
            ]
            shown = "<br>".join(behind) if len(behind) < len(state) else words["state_no_page"]
            twice = words["state_read"].format(count=len(second_reader.is_read(docs, code, page)))
            cells.append(f"{list(state.values()).count('current')} / {len(state)}<br>{twice}" + (f"<br>{shown}" if behind else ""))
        lines.append(f"| [{title(docs, language, page)}]({page}) | " + " | ".join(cells) + " |")
    return "\n".join(lines)
