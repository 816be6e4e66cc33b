"""The Markdown of a page as its readers get it: a translation with English where it lacks something, the glossary, the state of all translations."""

from pathlib import Path

from fieldguide import SOURCE
from fieldguide.files import read
from fieldguide.languages import sections, status, terms
from fieldguide.languages.strings import strings
from fieldguide.pages.blocks import GLOSSARY, TRANSLATIONS


def composed(docs: Path, language: str, page: str, root: str, url: str) -> str:
    """Return the page ``page`` (path below docs/<language>), its other blocks not expanded.

    Args: ``root`` (relative URL of the site's root), ``url`` (of the English page, from that root). Raises GuideError for a mistake in a heading.
    """
    words, where = strings(language), f"docs/{language}/{page}"
    english, own = read(docs / SOURCE / page), docs / language / page
    if language == SOURCE:
        text = "\n".join(sections.body(section) for section in sections.split(english, where))
    else:

        def notice(state: str, anchor: str) -> str:
            said = words[f"{state}_text"].format(url=f"{root}{url}#{anchor}")
            return f'!!! {state} "{words[f"{state}_title"]}"\n    {said}\n'

        text = sections.compose(english, read(own) if own.exists() else None, notice, where)
    if GLOSSARY in text:
        text = text.replace(f"{GLOSSARY}\n///", terms.glossary(language, lambda other: status.title(docs, language, other)))
    if TRANSLATIONS in text:
        text = text.replace(f"{TRANSLATIONS}\n///", status.table(docs, language, root, words))
    return text
