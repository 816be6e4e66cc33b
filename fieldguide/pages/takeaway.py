"""A page to take away: its prose and its snippets as a notebook and as a script, in the page's language. Markdown in, text out."""

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path

from nbformat import from_dict, v4

from fieldguide import address
from fieldguide.pages.blocks import Block, blocks
from fieldguide.run import figures, snippets

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
CALLOUT = re.compile(r'^(?:!!!|\?\?\?\+?) *(\w+)(?: "(.*)")?$')


@dataclass
class Cell:
    """Prose (Markdown) or code of a page; ``output`` and ``figure`` (SVG or None) as recorded; ``folded`` hides the output at first;
    ``ref`` names the snippet, ``alt`` says what the figure shows."""

    prose: str = ""
    code: str = ""
    output: str = ""
    figure: str | None = None
    folded: bool = False
    ref: str = ""
    alt: str = ""


def plain(text: str, link) -> str:
    """Return Markdown that needs no extension: no attributes, wrappers or comments; callouts as quotations; ``link(target)`` for each link.
    The ids of headings stay: the Markdown twin has them, ``without_ids`` takes them out.

    >>> plain('## Why { #why }\\n\\n!!! tip "Try"\\n\\n    Read [on](b.md).\\n', str.upper)
    '## Why {#why}\\n\\n> **Try**\\n>\\n> Read [on](B.MD).'
    """
    text = re.sub(r"<!--.*?-->|^ *</?div[^>]*>(?:</div>)?$", "", text, flags=re.S | re.M)
    text = re.sub(r"^(#{1,6} .*?) *\{ *#([\w-]+) *\}$|[ ]*\{ *[#.:][^}\n]*\}", kept_id, text, flags=re.M)
    text = re.sub(r"\]\(([^)\s]+)", lambda match: f"]({link(match[1])}", text)
    lines, quoted = [], False
    for line in text.splitlines():
        callout = CALLOUT.match(line)
        if callout:
            lines.append(f"> **{callout[2] or callout[1]}**")
            quoted = True
        elif quoted and (line.startswith("    ") or not line.strip()):
            lines.append(f"> {line[4:]}".rstrip())
        else:
            quoted = False
            lines.append(line)
    text = re.sub(r"(?:^>\n)+(?=\n|\Z|[^>])", "\n", "\n".join(lines) + "\n", flags=re.M)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def kept_id(match: re.Match) -> str:
    """Return a heading with its id in one form, and nothing for other attributes."""
    return f"{match[1]} {{#{match[2]}}}" if match[1] else ""


def without_ids(prose: str) -> str:
    """Return Markdown without the ids of headings.

    >>> without_ids("## Why {#why}")
    '## Why'
    """
    return re.sub(r"^(#{1,6} .*) \{#[\w-]+\}$", r"\1", prose, flags=re.M)


def linked(base: str, page: str):
    """Return the function that makes a link of a page absolute: ``base`` (URL of the language's root, with a slash), ``page`` (path of the Markdown file).

    >>> linked("https://x/tr/", "a/b.md")("../c/d.md#e")
    'https://x/tr/c/d/#e'
    """

    def absolute(target: str) -> str:
        path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", target).groups()
        if ":" in path:
            return target
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        return base + (address(path) if path.endswith(".md") else path) + mark + rest

    return absolute


def cells(page: str, folder: Path, words: dict[str, str], link, where: str = "page") -> list[Cell]:
    """Return the cells of a page.

    Args: ``page`` (Markdown with its blocks), ``folder`` (of the snippets), ``words`` (texts of the interface), ``link`` (see ``linked``).
    Raises GuideError as ``expand`` does.
    """
    lines, found, end, indent = page.splitlines(), [], 0, ""
    for start, after, block in [*blocks(page, where), (len(lines), len(lines), None)]:
        text = "\n".join(outdent(lines[end:start], indent))
        if prose := plain(text, link):
            found.append(Cell(prose=prose))
        if block:
            new = shown(block, folder, words, link)
            if any("import torch" in cell.code for cell in new):
                found += fresh(found)
            found += new
        end, indent = after, block.indent if block else ""
    return found


def fresh(found: list[Cell]) -> list[Cell]:
    """Return the cell that undoes what the cells before have set for all of torch: here they share one Python, where recorded each had its own."""
    changed = [cell.code for cell in found if "torch.set_default_dtype(" in cell.code]
    reset = "torch.set_default_dtype(torch.float32)  # as in a new Python"
    return [Cell(code=reset)] if changed and changed[-1] != reset else []


def outdent(lines: list[str], indent: str) -> list[str]:
    """Return the lines; those that go on at the indentation of the block before them lose it."""
    ends = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith(indent)), len(lines))
    return [line.removeprefix(indent) for line in lines[:ends]] + lines[ends:]


def shown(block: Block, folder: Path, words: dict[str, str], link) -> list[Cell]:
    """Return the cells of one block: what stands before the code, the code with its output, annotations and caption."""
    title = {"predict": words["predict"], "solution": words["solution"]}.get(block.kind)
    labels = re.findall(r"^- (.+)$", block.text, re.M) if block.kind == "tabs" else [""] * len(block.refs)
    lead = "" if block.kind == "tabs" else block.text.strip()
    found = []
    for ref, label in zip(block.refs, labels, strict=False):
        snippet = snippets.load(folder, ref)
        head = "\n\n".join(part for part in (f"**{title or label}**" if title or label else "", lead) if part)
        notes = "\n".join(f"{number}. {text.strip()}" for number, text in block.notes.items())
        texts = {key.removeprefix("label "): text for key, text in block.keys.items() if key.startswith("label ")}
        figure = figures.translate(snippet.figure, texts) if snippet.figure and "caption" in block.keys else None
        hidden = block.kind in ("predict", "solution")
        parts = [
            Cell(prose=plain(head, link)),
            Cell("", numbered(snippet.code), snippet.output, figure, hidden, ref, block.keys.get("alt", "")),
            Cell(prose=plain("\n\n".join(part for part in (notes, block.keys.get("caption", "")) if part), link)),
        ]
        found += [part for part in parts if part.prose or part.code]
    return found


def numbered(code: str) -> str:
    """Return the code without markers of sections; annotation markers stay as plain comments, their texts follow the cell.

    >>> numbered("x = 1  # (1)!\\n")
    'x = 1  # (1)'
    """
    return re.sub(r"# \((\d+)\)!$", r"# (\1)", snippets.unmark(code), flags=re.M).strip("\n")


def notebook(found: list[Cell]) -> str:
    """Return a Jupyter notebook (JSON, nbformat 4.5) of the cells, with what was recorded as output."""
    made = []
    for number, cell in enumerate(found):
        if cell.prose:
            made.append({"cell_type": "markdown", "id": f"cell-{number}", "metadata": {}, "source": without_ids(cell.prose)})
            continue
        outputs = [{"output_type": "stream", "name": "stdout", "text": cell.output}] if cell.output else []
        if cell.figure:
            outputs.append({"output_type": "display_data", "data": {"image/svg+xml": cell.figure}, "metadata": {}})
        fold = {"jupyter": {"outputs_hidden": True}} if cell.folded else {}
        code = {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": fold,
            "execution_count": None,
            "source": cell.code,
            "outputs": outputs,
        }
        made.append(code)
    book = {"cells": made, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}
    return v4.writes(from_dict(book)) + "\n"  # the tests validate: here it would take a fifth of the build


def script(found: list[Cell]) -> str:
    """Return a Python script in cells (`# %%`, as editors know it); prose and recorded outputs stand as comments."""
    parts = []
    for cell in found:
        if cell.prose:
            parts.append("# %% [markdown]\n" + commented(without_ids(cell.prose)))
        else:
            output = "\n\n# →\n" + commented(cell.output.rstrip()) if cell.output.strip() else ""
            parts.append(f"# %%\n{cell.code}{output}")
    return "\n\n".join(parts) + "\n"


def commented(text: str) -> str:
    """Return the text as comment lines."""
    return "\n".join(f"# {line}".rstrip() for line in text.splitlines())
