"""Texts of the interface, from strings.toml."""

import re
import tomllib
from functools import cache
from pathlib import Path

from fieldguide import LANGUAGES, GuideError
from fieldguide.files import read, state

TABLE = Path(__file__).with_name("strings.toml")


class Words(dict):
    """Key → text; a key that is not there is named with its remedy."""

    def __missing__(self, key: str):
        raise GuideError(f"fieldguide/languages/strings.toml: no [{key}]; add it, with a text in {', '.join(LANGUAGES)}")


def strings(language: str) -> dict[str, str]:
    """Return key → text in ``language``; raises GuideError that names the first missing text."""
    return strings_of(language, state(TABLE))


@cache
def strings_of(language: str, _state: tuple) -> dict[str, str]:
    """Return the texts of the table as it is in this state."""
    table = Words()
    try:
        texts_of = flatten(tomllib.loads(read(TABLE)))
    except (tomllib.TOMLDecodeError, AttributeError) as error:
        raise GuideError(f"fieldguide/languages/strings.toml: no table of texts ({error})") from None
    for key, texts in texts_of.items():
        for wanted in LANGUAGES:
            if not texts.get(wanted, "").strip():
                raise GuideError(f"fieldguide/languages/strings.toml: [{key}] has no text for {wanted!r}; add one")
            if re.search(r"[{}]", re.sub(r"\{\w+\}", "", texts[wanted])):
                raise GuideError(f"fieldguide/languages/strings.toml: [{key}] {wanted}: a brace without another; write {{name}}")
        table[key] = texts[language]
    return table


def flatten(table: dict, prefix: str = "") -> dict[str, dict[str, str]]:
    """Return dotted key → texts by language.

    >>> flatten({"nav": {"a": {"en": "A"}}})
    {'nav.a': {'en': 'A'}}
    """
    flat = {}
    for key, value in table.items():
        if any(isinstance(text, str) for text in value.values()):
            flat[prefix + key] = {language: text for language, text in value.items() if isinstance(text, str)}
        flat |= flatten({name: inner for name, inner in value.items() if isinstance(inner, dict)}, f"{prefix}{key}.")
    return flat
