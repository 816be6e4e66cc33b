"""The texts of “Check my loop”: what each rule says, in one language, and where the guide shows it."""

import re
import tomllib
from pathlib import Path

from fieldguide import LANGUAGES, ROOT, SOURCE, GuideError, address
from fieldguide.files import data, read

TABLE = ROOT / "fieldguide" / "languages" / "check.toml"


def rules(docs: Path, language: str) -> dict[str, dict[str, str]]:
    """Return rule → ``text``, ``run`` and ``more`` (pages with anchor, from the language's root); raises GuideError that names what is missing."""
    sections = {}
    for path in sorted((docs / SOURCE / "check").glob("*.md")):
        for anchor in re.findall(r"^## .*\{ #([\w-]+)", read(path), re.M):
            sections.setdefault(anchor, f"check/{path.name}#{anchor}")
    found = {}
    for rule, texts in data(TABLE, "write [rule] and a text for each language", tomllib.loads).items():
        texts = texts if isinstance(texts, dict) else {}
        missing = [wanted for wanted in (*LANGUAGES, "more") if not isinstance(texts.get(wanted), str) or not texts[wanted].strip()]
        if missing:
            raise GuideError(f"fieldguide/languages/check.toml: [{rule}] has no {missing[0]!r}; add it")
        if rule not in sections:
            raise GuideError(f"docs/{SOURCE}/check: no page has a section #{rule}; write it, with a run that shows the mistake")
        if not (docs / SOURCE / texts["more"].partition("#")[0]).is_file():
            raise GuideError(
                f"fieldguide/languages/check.toml: [{rule}] more: {texts['more']} is not in docs/{SOURCE}; name a page that is"
            )
        found[rule] = {"text": texts[language], "run": address(sections[rule]), "more": address(texts["more"])}
    return found
