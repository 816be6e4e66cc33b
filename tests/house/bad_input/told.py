"""What all tables of bad input need: a page without mistakes, and the one line that is said."""

import pytest

from fieldguide import GuideError

FRONT = "---\ndescription: One sentence.\n---\n\n"
TITLE = "# Title { #title }\n\n"
GOOD = FRONT + TITLE + "Text.\n\n## Why { #why }\n\nBecause.\n"


def told(function, *args):
    """Return the one line that is said."""
    with pytest.raises(GuideError) as error:
        function(*args)
    assert "\n" not in str(error.value)
    return str(error.value)
