"""Recorded figures: SVG text in, SVG text out. How ``plt.show()`` comes to write them stands in backend.py."""

import html
import json
import math
import os
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from fieldguide import GuideError

ELEMENTS = {"svg", "desc", "g", "path", "use", "defs", "clipPath", "rect", "text", "tspan", "style", "title", "image", "pattern"}
LARGEST = 2_000_000  # bytes of a figure; the largest of the guide has 40 kB
SVG, INSIDE = "{http://www.w3.org/2000/svg}", ("#", "data:image/png;base64,")
DATA = re.compile(r"<desc>(.*?)</desc>\s*", re.DOTALL)
FIGURE = Path("figure.svg")  # relative: each run has an empty folder of its own


def drawn(folder: Path) -> str | None:
    """Return the figure that a run left in ``folder``, cleaned, or None; raises GuideError if that is no plain SVG."""
    path = folder / FIGURE
    if not os.path.lexists(path):
        return None
    try:
        data = path.read_bytes() if path.is_file() and not path.is_symlink() and path.stat().st_size <= LARGEST else b""
        svg = clean(data.decode("utf-8")) if parsed(data.decode("utf-8")) is not None else ""
    except (OSError, ValueError):
        svg = ""
    if not is_drawing(svg):
        raise GuideError(f"left a {FIGURE} that is no drawing; draw with matplotlib.pyplot and plt.show()")
    return svg


def parsed(svg: str) -> ElementTree.Element | None:
    """Return the tree of an XML text; None if it is none, or has parts that a drawing does not need and that cost time."""
    try:
        return None if re.search(r"<!(?:ENTITY|\[CDATA)", svg) else ElementTree.fromstring(svg)
    except (ValueError, ElementTree.ParseError):
        return None


def is_drawing(svg: str) -> bool:
    """Say whether a text is an SVG as matplotlib writes it: it draws, runs nothing, and loads nothing from elsewhere.

    >>> start = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
    >>> is_drawing(f'{start}<g/></svg>'), is_drawing(f'{start}<g onload="x"/></svg>'), is_drawing(f'{start}<use x:href="http://x"/></svg>')
    (True, False, False)
    """
    root = parsed(svg)
    if root is None or root.tag != f"{SVG}svg" or re.search(r"@import|url\((?!#)", svg):
        return False
    for element in root.iter():
        names = {name.rpartition("}")[2]: text for name, text in element.attrib.items()}
        if not (element.tag.startswith(SVG) and element.tag.removeprefix(SVG) in ELEMENTS):
            return False
        if any(name.startswith("on") for name in names) or not names.get("href", "#").startswith(INSIDE):
            return False
    return True


def clean(svg: str) -> str:
    """Turn matplotlib's SVG into one that can stand inside a page: no header, no unused ids, text and black lines in the page's own colour."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'(<svg[^>]*?) width="[^"]*"', r"\1", re.sub(r'(<svg[^>]*?) height="[^"]*"', r"\1", svg, count=1), count=1)
    svg = re.sub(r"font: ([\d.]+px)[^;\"]*", r"font-size: \1", svg)
    svg = re.sub(r"(stroke|fill): ?#000000", r"\1: currentColor", svg)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    used = set(re.findall(r"#([\w-]+)", svg))
    svg = re.sub(r' id="([^"]+)"', lambda match: match[0] if match[1] in used else "", svg)
    svg = re.sub(r"<path d=\"[^\"]*\"\s+style=\"fill: none\"\s*/>", "", svg)
    return re.sub(r"\n\s*", "\n", svg).strip() + "\n"


def name_ids(svg: str, name: str) -> str:
    """Put ``name`` before every id, so that two figures can stand on one page.

    >>> name_ids('<g id="a"/><use href="#a"/>', "t")
    '<g id="t-a"/><use href="#t-a"/>'
    """
    ids = "|".join(map(re.escape, re.findall(r'\bid="([^"]+)"', svg)))  # a colour such as #d95f02 is no id
    return re.sub(rf'(\bid="|#)({ids})(["\)])', rf"\1{name}-\2\3", svg) if ids else svg


def labels(svg: str) -> list[str]:
    """Return the texts of a figure that need a translation: those with a letter, each once, in order.

    >>> labels('<text x="1">loss</text><text>0.5</text><text>loss</text>')
    ['loss']
    """
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    return list(dict.fromkeys(text for text in texts if re.search(r"[^\W\d_]{2}", text)))


def data(svg: str) -> list:
    """Return what a figure draws, as backend.py wrote it down; nothing if it did not (a reader's own code may write anything).

    >>> data('<svg><desc>[["step", "loss", [["SGD", 1, [[0, 1.5]]]]]]</desc></svg>')
    [['step', 'loss', [['SGD', 1, [[0, 1.5]]]]]]
    """
    found = DATA.search(svg)
    try:
        return json.loads(html.unescape(found[1])) if found else []
    except (ValueError, RecursionError):
        return []


def translate(svg: str, words: dict[str, str]) -> str:
    """Replace the texts of a figure by ``words`` (English text → text in the page's language)."""
    return re.sub(r"(<text[^>]*>)([^<]*)(</text>)", lambda match: match[1] + words.get(match[2], match[2]) + match[3], svg)


@cache
def light(svg: str) -> str:
    """Return a figure as a page carries it, half as large: tenths of a point, lines as steps from point to point, the page's own letters.

    >>> light('<path d="M 1.04 2.96 \\nL 2.06 2.5 " style="a: 0.25"/>')
    '<path d="M1 3l1.1-.5" style="a: 0.25"/>'
    """
    svg = re.sub(r"font-family: [^;\"]*; ?", "", DATA.sub("", svg))
    svg = re.sub(r' transform="rotate\(-0 [^"]*"', "", svg)
    svg = re.sub(r' (x|y)="(-?\d*\.?\d+)"', lambda match: f' {match[1]}="{tenths(round(10 * float(match[2])))}"', svg)
    svg = re.sub(r' d="((?:[ML] -?\d*\.?\d+ -?\d*\.?\d+\s*)+)"', lambda match: f' d="{steps(match[1])}"', svg)
    for _ in range(3):  # empty groups, one inside the other
        svg = re.sub(r"<g>\s*</g>\s*", "", svg)
    return svg


def steps(path: str) -> str:
    """Return the lines of a path, each point as its distance from the one before it."""
    text, x, y = "", 0, 0
    for letter, *place in re.findall(r"([ML]) (\S+) (\S+)", path):
        right, down = (round(10 * float(number)) for number in place)
        pair = (right, down) if letter == "M" else (right - x, down - y)
        text += f"{letter if letter == 'M' else 'l'}{tenths(pair[0])} {tenths(pair[1])}".replace(" -", "-")
        x, y = right, down
    return text


def tenths(number: int) -> str:
    """Return a number of tenths, as short as SVG allows.

    >>> tenths(-5), tenths(120), tenths(3), tenths(0)
    ('-.5', '12', '.3', '0')
    """
    text = f"{abs(number) / 10:.1f}".removesuffix(".0")
    return ("-" if number < 0 else "") + (text.removeprefix("0") or "0")


def same(one: str, other: str, tolerance: float = 0.1) -> bool:
    """Say whether two figures are equal: same texts, same shapes, every coordinate equal within ``tolerance`` (points), every number of the data within 0.5 %.

    >>> same('<path d="M 1.00 2"/>', '<path d="M 1.04 2"/>'), same("<text>1.00</text>", "<text>1.04</text>")
    (True, False)
    """
    number = re.compile(r"-?\d+(?:\.\d+)?")

    def parts(svg):
        anonymous = re.sub(r"\b[a-z][0-9a-f]{10}\b", "ID", DATA.sub("", svg))  # matplotlib's ids are hashes of coordinates
        rest = re.sub(r">[^<]*<", "><", anonymous)
        return re.findall(r">([^<]*)<", anonymous), number.sub("N", rest), [float(n) for n in number.findall(rest)]

    (texts, shape, numbers), (other_texts, other_shape, other_numbers) = parts(one), parts(other)
    close = all(abs(a - b) <= tolerance for a, b in zip(numbers, other_numbers, strict=False))
    return (texts, shape) == (other_texts, other_shape) and close and near(data(one), data(other))


def near(one, other) -> bool:
    """Say whether two pieces of data are equal, numbers within 0.5 %, or within the noise of float32 around 0."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(near, one, other))
    numbers = isinstance(one, (int, float)) and isinstance(other, (int, float))
    return math.isclose(one, other, rel_tol=0.005, abs_tol=1e-6) if numbers else one == other
