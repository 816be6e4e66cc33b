"""The pages of a language in the order of the menu, with what lists of them say: for llms.txt, the feed and the book."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from fieldguide import SOURCE, address
from fieldguide.files import read
from fieldguide.languages import sections, status
from fieldguide.languages.strings import strings


@dataclass(frozen=True)
class Entry:
    """A page: ``page`` (path below docs/<language>), ``url``, ``title``, ``description`` and ``chapter`` ("" for the home page) as readers see them."""

    page: str
    url: str
    title: str
    description: str
    chapter: str


def root(site_url: str, language: str) -> str:
    """Return the address of a language.

    >>> root("https://x/", "en"), root("https://x/", "tr")
    ('https://x/', 'https://x/tr/')
    """
    return site_url + ("" if language == SOURCE else f"{language}/")


def order(nav: list) -> list[tuple[str, str]]:
    """Return (name of the chapter, page) of all pages that the menu lists.

    >>> order(["index.md", {"errors": ["errors/index.md"]}])
    [('', 'index.md'), ('errors', 'errors/index.md')]
    """
    found = []
    for item in nav:
        found += [("", item)] if isinstance(item, str) else [(name, page) for name, pages in item.items() for page in pages]
    return found


def entries(nav: list, docs: Path, language: str, site_url: str) -> list[Entry]:
    """Return the pages that exist in ``language``; ``nav`` is that of mkdocs.yml."""
    words, found = strings(language), []
    for chapter, page in order(nav):
        if (docs / language / page).is_file():
            title = status.title(docs, language, page).replace("`", "")
            meta = yaml.safe_load(sections.FRONT_MATTER.match(read(docs / language / page))[0].strip("-\n")) or {}
            found.append(
                Entry(
                    page, site_url + address(page, language), title, meta.get("description", ""), words[f"nav.{chapter}"] if chapter else ""
                )
            )
    return found
