"""Recorded figures: SVG text in, SVG text out. How ``plt.show()`` comes to write them stands in backend.py."""

import os
import re
from pathlib import Path
from xml.etree import ElementTree

from fieldguide import GuideError

FIGURE = Path("figure.svg")  # relative: each run has an empty folder of its own


def drawn(folder: Path) -> str | None:
    """Return the figure that a run left in ``folder``, cleaned, or None; raises GuideError if that is no plain SVG."""
    path = folder / FIGURE
    if not os.path.lexists(path):
        return None
    try:
        svg = path.read_bytes().decode("utf-8") if path.is_file() and not path.is_symlink() else ""
        ElementTree.fromstring(svg)
    except (OSError, ValueError, ElementTree.ParseError):
        svg = ""
    if "<svg" not in svg or re.search(r"<script|<foreignObject|\son\w+=|javascript:", svg, re.I):
        raise GuideError(f"left a {FIGURE} that is no drawing; draw with matplotlib.pyplot and plt.show()")
    return clean(svg)


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


def translate(svg: str, words: dict[str, str]) -> str:
    """Replace the texts of a figure by ``words`` (English text → text in the page's language)."""
    return re.sub(r"(<text[^>]*>)([^<]*)(</text>)", lambda match: match[1] + words.get(match[2], match[2]) + match[3], svg)


def same(one: str, other: str, tolerance: float = 0.1) -> bool:
    """Say whether two figures are equal: same texts, same shapes, and every coordinate equal within ``tolerance`` (points).

    >>> same('<path d="M 1.00 2"/>', '<path d="M 1.04 2"/>'), same("<text>1.00</text>", "<text>1.04</text>")
    (True, False)
    """
    number = re.compile(r"-?\d+(?:\.\d+)?")

    def parts(svg):
        anonymous = re.sub(r"\b[a-z][0-9a-f]{10}\b", "ID", svg)  # matplotlib's ids are hashes of coordinates
        rest = re.sub(r">[^<]*<", "><", anonymous)
        return re.findall(r">([^<]*)<", anonymous), number.sub("N", rest), [float(n) for n in number.findall(rest)]

    (texts, shape, numbers), (other_texts, other_shape, other_numbers) = parts(one), parts(other)
    close = all(abs(a - b) <= tolerance for a, b in zip(numbers, other_numbers, strict=False))
    return (texts, shape) == (other_texts, other_shape) and close
