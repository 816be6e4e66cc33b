"""Pages hold no code but snippets, each shown with what it printed; numbers in prose were printed."""

import ast
import functools
import re
from pathlib import Path

import markdown
import pytest
from guide import PAGES, ROOT, SNIPPETS, every_page, raw, read, shown, where
from mkdocs.config import load_config

from fieldguide import SOURCE
from fieldguide.languages import lint, sections
from fieldguide.languages.strings import strings
from fieldguide.pages.blocks import blocks
from fieldguide.pages.expand import Page
from fieldguide.run import snippets

# Fences that are not Python and are not run, with the reason.
OTHER_FENCES = {"console": "shell commands of the two commands and of pip", "text": "file trees and formulas in plain letters"}

PYTHON = re.compile(r"^\s*(>>> |import \w|from \w+ import|(def|for|with|class) .*:$|\w+ = \w+[.(]|\w+\.\w+\(.*\)$)", re.M)


@functools.cache
def settings():
    """Return the extensions of Markdown that mkdocs.yml names, and their settings."""
    config = load_config(str(ROOT / "mkdocs.yml"), strict=False)
    return {"extensions": config.markdown_extensions, "extension_configs": config.mdx_configs}


@every_page
def test_no_page_contains_code_that_was_not_run(language, page):
    text = sections.FRONT_MATTER.sub("", read(language, page))
    lines, kept = text.splitlines(), []
    ends = {start: end for start, end, _ in blocks(text, where(language, page))}
    number = 0
    while number < len(lines):
        number, line = (ends[number], "") if number in ends else (number + 1, lines[number])
        kept.append(line)
    html = markdown.markdown("\n".join(kept), **settings())
    for kind, code in re.findall(r'(?:class="language-(\w+) [^"]*">\s*)?<pre\b(.*?)</pre>', html, re.DOTALL):
        code = re.sub(r"<[^>]+>|^[^>]*>", "", code)
        assert kind in OTHER_FENCES, f"{where(language, page)}: this code is not a snippet; move it to snippets/:\n{code}"
        assert not PYTHON.search(code), f"{where(language, page)}: Python in a {kind} fence; move it to snippets/:\n{code}"


@every_page
def test_every_snippet_on_a_page_is_there_with_its_recorded_output(language, page):
    words = strings(language)
    Page(SNIPPETS, words, where=where(language, page)).expand(read(language, page))


def test_every_snippet_is_shown_on_an_english_page_and_every_section_of_it():
    refs = [ref for page in PAGES[SOURCE] for ref, _ in shown(SOURCE, page)]
    for path in sorted(SNIPPETS.glob("*/*.py")):
        name = path.relative_to(SNIPPETS).with_suffix("").as_posix()
        wanted = {f"{name}:{section}" for section in snippets.sections(path.read_text("utf-8"))}
        if name in refs:
            continue
        assert wanted, f"snippets/{name}.py is on no page; show it or delete it with its .out and .svg"
        assert wanted <= set(refs), f"snippets/{name}.py: no page shows {', '.join(sorted(wanted - set(refs)))}"


def test_there_are_no_orphans_among_the_recordings():
    for path in sorted(path for path in SNIPPETS.glob("[!.]*/*.*") if path.parent.name != "__pycache__"):
        name, kind = path.name.split(".", 1)
        kinds = ("py", "out", "svg", "trace.json", "changes.json")
        assert kind in kinds, f"{path.relative_to(ROOT)}: only .{', .'.join(kinds)} belong in snippets/"
        assert path.with_name(f"{name}.py").exists(), f"{path.relative_to(ROOT)} has no snippet; delete it"


@pytest.mark.parametrize("path", sorted(SNIPPETS.glob("*/*.py")), ids=lambda path: path.relative_to(SNIPPETS).with_suffix("").as_posix())
def test_a_snippet_is_short_and_its_markers_are_in_order(path):
    code = path.read_text("utf-8")
    marks = [match.groups() for match in map(snippets.MARKER.match, code.splitlines()) if match]
    assert [edge for edge, _ in marks] == ["start", "end"] * (len(marks) // 2), f"{path}: sections overlap or are not closed"
    assert [name for _, name in marks[::2]] == [name for _, name in marks[1::2]], f"{path}: a section ends under another name"
    assert len({name for _, name in marks}) == len(marks) // 2, f"{path}: two sections have one name"
    parts = [snippets.cut(code, name, str(path)) for _, name in marks[::2]] or [code]
    for part in parts:
        numbers = snippets.annotations(part)
        assert numbers == list(range(1, len(numbers) + 1)), f"{path}: annotations are numbered 1, 2, … in each section; found {numbers}"
        assert len(part.splitlines()) <= 45, f"{path}: a part of {len(part.splitlines())} lines; split it into sections"
    recorded = path.with_suffix(".out")
    if recorded.exists():
        assert snippets.sections(recorded.read_text("utf-8")) == snippets.sections(code), (
            f"{recorded}: not the sections of the snippet; record it"
        )


def is_python(text):
    """Say whether a text is Python that does something: it parses, and calls, assigns, imports or loops."""
    try:
        tree = ast.parse(re.sub(r"^(>>>|\.\.\.|\$) ?", "", text, flags=re.M))
    except SyntaxError:
        return False
    return any(not isinstance(node, ast.Expr) or isinstance(node.value, ast.Call) for node in tree.body)


@every_page
def test_no_fence_and_no_indented_block_holds_python_or_its_output(language, page):
    text = sections.FRONT_MATTER.sub("", read(language, page))
    rendered = markdown.markdown(re.sub(r"^ *///.*$", "", text, flags=re.M), **settings())
    for code in re.findall(r"<pre\b[^>]*>(.*?)</pre>", rendered, re.DOTALL):
        code = re.sub(r"<[^>]+>", "", code).replace("&quot;", '"').strip()
        assert not is_python(code), f"{where(language, page)}: Python that was not run; move it to snippets/:\n{code}"
        assert "python -c" not in code, f"{where(language, page)}: Python in a command; move it to snippets/:\n{code}"


def test_snippets_lie_in_topics_have_plain_names_and_fit_on_a_phone():
    for path in sorted(SNIPPETS.rglob("*.py")):
        name = path.relative_to(SNIPPETS).as_posix()
        assert re.fullmatch(r"[a-z0-9_]+/[a-z0-9_]+\.py", name), f"snippets/{name}: write snippets/<topic>/<lower_snake_case>.py"
        lines = path.read_text("utf-8").splitlines()
        asks = re.search(r"\b(?:datetime|cpu_count|hostname|getpass|urllib|socket|requests|urandom)\b", path.read_text("utf-8"))
        assert not asks, f"snippets/{name}: {asks[0]} is different tomorrow or on another machine"
        for number, line in enumerate(lines, 1):
            assert len(line) <= 76, f"snippets/{name}:{number}: {len(line)} characters; at most 76"
        marks = [number for number, line in enumerate(lines) if snippets.MARKER.match(line)]
        for end, start in zip(marks[1::2], marks[2::2], strict=False):
            assert not "".join(lines[end + 1 : start]).strip(), f"snippets/{name}:{end + 2}: code that no section shows"


def test_no_output_depends_on_the_last_digits_of_a_float():
    for path in sorted(SNIPPETS.glob("*/*.out")):
        found = re.search(r"\d\.\d{9,}", path.read_text("utf-8"))
        assert not found or path.with_suffix(".py").read_text("utf-8").count(found[0]), (
            f"{path.relative_to(ROOT)}: round {found[0]} in the snippet"
        )


# Numbers of English prose that no run of their section prints: read off a figure, from a source, or a version. A new one belongs here or is wrong.
READ_OFF = set((Path(__file__).parent / "read_off.txt").read_text("utf-8").splitlines())


NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")


def seen(section, page):
    """Return the numbers that a section shows: code, outputs and texts in figures of its snippets, inline code, formulas."""
    texts = [part[0] for part in lint.VERBATIM.finditer(section.text)]
    for _, _, block in blocks(section.text, page):
        for ref in block.refs:
            path = SNIPPETS / ref.partition(":")[0]
            kept = {end: path.with_suffix(end).read_text("utf-8") for end in (".py", ".out", ".svg") if path.with_suffix(end).exists()}
            texts += re.findall(r"<text[^>]*>([^<]*)<", kept.pop(".svg", ""))  # its coordinates are no numbers of the run
            texts += map(snippets.unmark, kept.values())  # nor is the 8 of --8<--
    return {float(number) for text in texts for number in NUMBER.findall(text)}


PAGES_WITH_RUNS = [page for page in PAGES[SOURCE] if page != "versions.md" and "\n/// " in raw(SOURCE, page)]
DECIMAL = re.compile(r"(?<![\w.])(?<!PyTorch )(?<!version )\d+\.\d+(?![\w.]*\d)")
WHOLE = re.compile(r"(?<![\w.,/-])(?<!PyTorch )(?<!version )\d{2,}(?![\w.]*\d)(?![\w,-])")


@functools.cache
def unshown(page):
    """Return what no run shows, as read_off.txt names it: decimals that are neither in their section nor in the one before, whole numbers that are nowhere on the page."""
    text, before, found = read(SOURCE, page), set(), []
    on_page = {float(number) for link in re.findall(r"\]\(([^)\s]*)", text) for number in NUMBER.findall(link)}
    on_page = on_page.union(*(seen(section, page) for section in sections.split(text)))
    for section in sections.split(text):
        here, prose = seen(section, page), lint.prose(section.text)
        for decimal in DECIMAL.findall(prose):
            step = 10 ** -len(decimal.partition(".")[2])
            if not any(abs(number - float(decimal)) <= 0.6 * step for number in here | before):
                found.append(f"{page}#{section.anchor} {decimal}")
        found += [f"{page}#{section.anchor} {number}" for number in WHOLE.findall(prose) if float(number) not in on_page]
        before = here
    return found


@pytest.mark.parametrize("page", PAGES_WITH_RUNS)
def test_a_number_in_the_english_text_stands_in_a_run_a_formula_or_a_link(page):
    new = [place for place in unshown(page) if place not in READ_OFF]
    assert not new, (
        f"docs/en: no run shows {', '.join(new)}; correct it, or, if a figure or a source shows it, add it to tests/pages/read_off.txt"
    )


def test_every_number_that_was_read_off_is_still_there_and_no_run_shows_it():
    left = READ_OFF.difference(*map(unshown, PAGES_WITH_RUNS))
    assert not left, f"tests/pages/read_off.txt: take out {', '.join(sorted(left))}"
