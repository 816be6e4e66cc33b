"""Code and outputs as HTML. The same block stands on the pages of four languages, and is coloured once."""

import html
import re
from functools import cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer, TextLexer

from fieldguide.pages import reading

TITLE = "fg-title"
LEXERS = {"python": PythonLexer(), "text": TextLexer()}
# In the form of pymdownx.highlight, as set in mkdocs.yml; that makes a formatter for each block, which takes longer than the block.
FORMATS = {name: HtmlFormatter(cssclass=f"language-{name} highlight", wrapcode=True, filename=TITLE) for name in LEXERS}
TAB = 4  # columns, as in Markdown


def fenced(info: str, text: str) -> str:
    """Return a fenced block whose fence is longer than any in ``text``."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{info}\n{text.rstrip()}\n{fence}\n"


def highlighted(language: str, title: str, text: str, kind: str, **data) -> str:
    """Return a block of code or output with its title, as a fence that Markdown takes over as it is.

    Args: ``language`` (python, text), ``kind`` (class of the block), ``data`` (attributes data-…).
    """
    known = "".join(f' data-{name}="{value}"' for name, value in data.items())
    head, _, rest = coloured(language, text.rstrip()).partition(TITLE)
    head = head.replace('highlight"', f'{kind} highlight"{known}', 1)
    return fenced(" fg-html", f"{head}{html.escape(title)}{rest}")


@cache
def coloured(language: str, text: str) -> str:
    """Return a block with the title ``fg-title`` as HTML."""
    made = highlight(text.expandtabs(TAB), LEXERS[language], FORMATS[language]).strip()
    made = re.sub(r'<span class="[nwop]">([^<]*)</span>', r"\1", made)  # names, spaces, operators, brackets have the colour of the text
    made = re.sub(r'class="c1"(?=># \(\d+\)!<)', 'class="c1 fg-mark"', made)  # its place in the line is kept: page/code.js
    return reading.lines(made)
