"""The kit that ties translations to their sources and pages to their runs.

Seven rooms, in the order in which the data goes: ``run`` (execute), ``recorded`` (what runs did), ``languages`` (sections, terms, rules), ``pages``
(a block becomes code and output), ``search`` (the index), ``live`` (run the reader's code), ``site`` (publish, serve). Each room's first lines say
what it may import.
"""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent

LANGUAGES = {"en": "en", "hi": "hi", "zh": "zh-Hans", "tr": "tr"}
"""Folder under ``docs/`` (str) → value of the HTML ``lang`` attribute (str); the first one is the source."""

SOURCE = "en"


def address(page: str, language: str = SOURCE) -> str:
    """Return where ``page`` (path below docs/<language>, with #anchor or without) stands on the site, from its root.

    >>> address("index.md"), address("check/index.md#a"), address("clipping/by-norm.md", "tr")
    ('', 'check/#a', 'tr/clipping/by-norm/')
    """
    path, mark, anchor = page.partition("#")
    path = re.sub(r"(^|/)index$", r"\1", path.removesuffix(".md"))
    return ("" if language == SOURCE else f"{language}/") + path + "/" * bool(path and not path.endswith("/")) + mark + anchor


class GuideError(Exception):
    """A mistake in a page, a snippet or a term, told in one line that names the place and the remedy."""
