"""What the templates know beside the text of a page."""

from pathlib import Path, PurePosixPath

from fieldguide import LANGUAGES, SOURCE
from fieldguide.languages import status
from fieldguide.languages.strings import strings
from fieldguide.pages import checker, reading
from fieldguide.run import snippets
from fieldguide.site import history

LOOKED_UP = (
    "glossary.md",
    "cheat-sheet.md",
    "old-posts.md",
    "versions.md",
    "translations.md",
    "errors/",
)  # nobody reads these from start to end


def of_site(root: Path, language: str) -> dict:
    """Return the interface texts, the languages and their pages, and the versions of the recorded run. Args: ``root`` of the guide."""
    return {
        "ui": dict(strings(language)),  # a template may ask whether there is a text
        "ui_of": strings,
        "languages": LANGUAGES,
        "verified": snippets.verified(root / "snippets"),
        "translated": {code: set(status.pages(root / "docs", code)) for code in LANGUAGES},
        "last_change": history.last,
        "check_rules": checker.rules(root / "docs", language),
    }


def of_page(docs: Path, language: str, path: str, url: str, html: str) -> dict:
    """Return whether the page exists in its language, whether it shows code, its minutes (where it is read, not looked up) and file name, and its address in each language.

    Args: ``path`` (below docs/en), ``url`` (from the root of the site), ``html`` (its content).
    """
    folders = {code: "" if code == SOURCE else f"{code}/" for code in LANGUAGES}
    here = url.removeprefix(folders[language]).removeprefix("./")
    return {
        "is_translated": (docs / language / path).exists(),
        "shows_code": "fg-code" in html or "fg-output" in html,
        "minutes": None if path.startswith(LOOKED_UP) else reading.minutes(html),
        "take_away": PurePosixPath(path).stem,
        "versions": {code: {"url": folder + here, "exists": (docs / code / path).exists()} for code, folder in folders.items()},
    }
