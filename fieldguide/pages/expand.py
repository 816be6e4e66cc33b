"""Pages: every ``/// kind | topic/name`` block becomes code, annotations, recorded output, figure and links. Markdown in, Markdown out."""

import html
import json
import re
from pathlib import Path

from fieldguide import GuideError
from fieldguide.pages import figure_table
from fieldguide.pages.blocks import Block, blocks
from fieldguide.pages.guided import guided
from fieldguide.pages.highlight import fenced, highlighted
from fieldguide.recorded import changed, replay
from fieldguide.run import figures, snippets


def raw_fence(source: str, *_args, **_kwargs) -> str:
    """Formatter of the ``fg-html`` fence (pymdownx.superfences): puts HTML into a page at any indentation."""
    return source


def indented(text: str, indent: str = "    ") -> str:
    """Indent every line of ``text`` that is not empty."""
    return "".join(indent + line if line.strip() else line for line in text.splitlines(keepends=True))


class Page:
    """Expands the directives of one page.

    Args: ``folder`` (of snippets), ``words`` (UI strings, key → text in the page's language), ``root`` (relative URL of the site's root from
    the page), ``where`` (path named in errors), ``source`` (URL of the repository's files, or "").
    """

    def __init__(self, folder: Path, words: dict[str, str], root: str = "", where: str = "page", source: str = ""):
        self.folder, self.words, self.root, self.where, self.source = folder, words, root, where, source

    def expand(self, page: str) -> str:
        """Return the page's Markdown with every directive expanded; raises GuideError that names page and line."""
        lines, parts, end = page.splitlines(keepends=True), [], 0
        for start, after, block in blocks(page, self.where):
            try:
                text = getattr(self, block.kind)(block)
            except GuideError as error:
                raise GuideError(f"{self.where}:{block.line}: {error}") from None
            parts += [*lines[end:start], indented(text, block.indent)]
            end = after
        return "".join([*parts, *lines[end:]])

    def snippet(self, block: Block) -> str:
        """Code, annotations, output, links. If it draws, the figure comes first, and the code is folded below it: it is longer than what it shows."""
        drawing, rest = self.result(block)
        code = self.code(block)
        if drawing:
            code = f'{drawing}\n??? example "{self.words["drawn"]}"\n\n{indented(code)}'
        return f"{block.text}{code}\n{rest}"

    def predict(self, block: Block) -> str:
        """A question and the code; output and figure folded."""
        if not block.text.strip():
            raise GuideError("a predict block starts with its question; write it in the first line of the body")
        question = f'!!! question "{self.words["predict"]}"\n\n{indented(block.text)}\n'
        answer = "\n".join(filter(None, self.result(block)))
        return f'{question}\n{self.code(block)}\n??? success "{self.words["answer"]}"\n\n{indented(answer)}'

    def solution(self, block: Block) -> str:
        """Everything folded."""
        return f'??? success "{self.words["solution"]}"\n\n{indented(self.snippet(block))}'

    def figure(self, block: Block) -> str:
        """Only the figure, with the links to its code."""
        return self.drawing(block, snippets.load(self.folder, self.one(block))) + "\n" + self.links(self.one(block))

    def tabs(self, block: Block) -> str:
        """Several snippets as tabs; the body has one label for each."""
        names = re.findall(r"^- (.+)$", block.text, re.M)
        if len(names) != len(block.refs):
            raise GuideError(f"{len(block.refs)} tabs need {len(block.refs)} labels, one line `- label` each; found {len(names)}")
        parts = []
        for ref, name in zip(block.refs, names, strict=True):
            alone = Block(block.line, "", "snippet", [ref], keys=block.keys)
            parts.append(f'=== "{name}"\n\n{indented(self.snippet(alone))}')
        return "\n".join(parts)

    def one(self, block: Block) -> str:
        """Return the one snippet that a block names."""
        if len(block.refs) != 1:
            raise GuideError(f"a {block.kind} block shows one snippet; use tabs for several")
        return block.refs[0]

    def code(self, block: Block) -> str:
        """Return the code with its file name, and the annotations as the list that must follow it."""
        ref = self.one(block)
        found = snippets.load(self.folder, ref)
        if snippets.annotations(found.code) != list(block.notes):
            raise GuideError(
                f"{ref} has the annotations {snippets.annotations(found.code)}, the block explains {list(block.notes)}; make them equal"
            )
        name = ref.partition(":")[0]
        notes = "".join(f"{number}. {indented(text).strip()}\n" for number, text in block.notes.items())
        line = found.line + len(found.code) - len(found.code.lstrip("\n"))
        path = self.folder / f"{name}.py"
        versions = replay.versions(path) | changed.versions(path)
        block = highlighted("python", f"{name}.py", found.code.strip("\n"), "fg-code", ref=ref, line=line, **versions)
        return block + ("\n" + notes if notes else "")

    def result(self, block: Block) -> tuple[str, str]:
        """Return the figure (or ""), and output with links."""
        ref = self.one(block)
        shown = snippets.load(self.folder, ref)
        drawing = self.drawing(block, shown) if shown.figure and "caption" in block.keys else ""
        if not drawing and (block.keys or (shown.figure and ":" not in ref)):
            raise GuideError(f"{ref} {'draws: add' if shown.figure else 'does not draw: remove'} `caption:` and `alt:` lines")
        told = guided(block, self.folder / f"{ref.partition(':')[0]}.py", ref)
        told = told and fenced(" fg-html", told)
        return drawing, "\n".join(part for part in (self.printed(shown), self.links(ref), told) if part)

    def printed(self, shown: snippets.Snippet) -> str:
        """Return the recorded output under its localized label."""
        return highlighted("text", self.words["output"], shown.output, "fg-output") if shown.output.strip() else ""

    def drawing(self, block: Block, shown: snippets.Snippet) -> str:
        """Return the figure as inline SVG with localized labels, alt text and caption."""
        if shown.figure is None or not {"caption", "alt"} <= set(block.keys):
            raise GuideError(f"{shown.ref} needs a recorded figure and `caption:` and `alt:` lines")
        labels = {key.removeprefix("label "): text for key, text in block.keys.items() if key.startswith("label ")}
        for word in labels:
            if html.escape(word) not in figures.labels(shown.figure):
                raise GuideError(f"the figure of {shown.ref} has no text {word!r}; it has: {', '.join(figures.labels(shown.figure))}")
        drawn = figures.translate(figures.light(shown.figure), {html.escape(word): html.escape(text) for word, text in labels.items()})
        alt, caption = html.escape(block.keys["alt"]), block.keys["caption"]
        drawn = figures.name_ids(drawn, re.sub(r"\W", "-", shown.ref))
        drawn = drawn.replace("<svg", f'<svg role="img" aria-label="{alt}"', 1)
        texts = f' data-labels="{html.escape(json.dumps(labels, ensure_ascii=False))}"' if labels else ""  # for what the reader's run draws
        figure = fenced(" fg-html", f'<figure class="fg-figure"{texts}>{drawn}</figure>') + f"\n{caption}\n{{ .fg-caption }}\n"
        table = figure_table.folded(figures.data(shown.figure), labels, self.words)
        return figure + (f"\n{fenced(' fg-html', table)}" if table else "")

    def links(self, ref: str) -> str:
        """Return the links to download, notebook and source."""
        name = ref.partition(":")[0]
        targets = {"download": f"{self.root}snippets/{name}.py", "notebook": f"{self.root}snippets/{name}.ipynb"}
        if self.source:
            targets["source"] = f"{self.source}/snippets/{name}.py"
        links = "".join(
            f'<a href="{url}"{"" if key == "source" else " download"} title="{name}">{self.words[key]}</a>' for key, url in targets.items()
        )
        return fenced(" fg-html", f'<p class="fg-links">{links}</p>')
