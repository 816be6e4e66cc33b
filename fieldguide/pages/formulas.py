"""Formulas: LaTeX, as pymdownx.arithmatex leaves it in the HTML, becomes MathML when the site is built."""

import html
import re
from functools import cache

from latex2mathml.converter import convert

from fieldguide import GuideError

SPAN = re.compile(r'<(span|div) class="arithmatex">\\([(\[])(.*?)\\[)\]]</\1>', re.DOTALL)


@cache
def mathml_of(latex: str, display: str) -> str:
    """Return a formula as MathML; raises GuideError for LaTeX that cannot be read."""
    try:
        return convert(latex, display=display)
    except Exception as error:
        raise GuideError(f"cannot read the formula {latex!r} ({type(error).__name__}); write simpler LaTeX") from None


def render(page: str, where: str = "page") -> str:
    """Replace every formula of an HTML page by MathML that keeps its LaTeX as text alternative; raises GuideError for LaTeX it cannot read.

    >>> "<mi>x</mi>" in render(r'<span class="arithmatex">\\(x\\)</span>')
    True
    """

    def mathml(match: re.Match) -> str:
        latex = html.unescape(match[3]).strip()
        try:
            converted = mathml_of(latex, "inline" if match[2] == "(" else "block")
        except GuideError as error:
            raise GuideError(f"{where}: {error}") from None
        converted = converted.replace("\\_", "_")  # latex2mathml leaves the backslash of \text{max\_norm}
        converted = converted.replace("<math ", f'<math alttext="{html.escape(latex)}" ', 1)
        return converted if match[2] == "(" else f'<div class="fg-formula">{converted}</div>'

    return SPAN.sub(mathml, page)
