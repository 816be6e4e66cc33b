"""The Markdown twin of a page: its prose, code, recorded outputs and figures, for programs and for people who read text. Text in, text out."""

import re

from fieldguide.pages.highlight import fenced
from fieldguide.pages.takeaway import Cell

FIGURE = '<svg style="background: #fff; color: #222; font-family: sans-serif" '


def twin(cells: list[Cell], output: str, url: str, foot: str) -> str:
    """Return the page as Markdown.

    Args: ``cells`` (see ``takeaway.cells``), ``output`` (the label of recorded output, in the page's language), ``url`` (of the page, with a
    slash; its figures lie there), ``foot`` (the last line).

    >>> print(twin([Cell(prose="# T {#t}"), Cell(code="print(1)", output="1\\n", ref="a/b")], "Output", "https://x/", "Foot"))
    # T {#t}
    <BLANKLINE>
    ```python
    print(1)
    ```
    <BLANKLINE>
    Output:
    <BLANKLINE>
    ```text
    1
    ```
    <BLANKLINE>
    ---
    <BLANKLINE>
    Foot
    <BLANKLINE>
    """
    parts = []
    for cell in cells:
        if cell.prose:
            parts.append(cell.prose)
        if cell.ref:  # not what notebooks run between two snippets
            parts.append(fenced("python", cell.code).strip())
        if cell.output.strip():
            parts += [f"{output}:", fenced("text", cell.output).strip()]
        if cell.figure:
            parts.append(f"![{cell.alt}]({url}{drawing(cell.ref)})")
    return "\n\n".join([*parts, "---", foot]) + "\n"


def drawing(ref: str) -> str:
    """Return the name of the file with the figure of a snippet.

    >>> drawing("clipping/arrows:first")
    'clipping-arrows-first.svg'
    """
    return re.sub(r"\W", "-", ref.replace("_", "-")) + ".svg"


def standing_alone(svg: str) -> str:
    """Return a figure as a file of its own: on white, whatever it is shown on."""
    return re.sub(r"<svg ", FIGURE, svg, count=1)
