"""The kit that ties translations to their sources and pages to their runs.

Six rooms, in the order in which the data goes: ``run`` (execute, record), ``languages`` (sections, terms, rules), ``pages`` (a block becomes
code and output), ``search`` (the index), ``live`` (run the reader's code), ``site`` (publish, serve). Each room's first lines say what it may import.
"""

from pathlib import Path

ROOT = Path(__file__).parent.parent

LANGUAGES = {"en": "en", "hi": "hi", "zh": "zh-Hans", "tr": "tr"}
"""Folder under ``docs/`` (str) → value of the HTML ``lang`` attribute (str); the first one is the source."""

SOURCE = "en"


class GuideError(Exception):
    """A mistake in a page, a snippet or a term, told in one line that names the place and the remedy."""
