"""The kit that ties translations to their sources and pages to their runs.

Read in this order: snippets, runner, figures, pages, sections, status, terms, lint, errors, hooks.
Only ``hooks`` knows MkDocs.
"""

LANGUAGES = {"en": "en", "hi": "hi", "zh": "zh-Hans", "tr": "tr"}
"""Folder under ``docs/`` (str) → value of the HTML ``lang`` attribute (str); the first one is the source."""

SOURCE = "en"


class GuideError(Exception):
    """A mistake in a page, a snippet or a term, told in one line that names the place and the remedy."""
