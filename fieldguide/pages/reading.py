"""HTML that can be read on any screen: long lines of code, tables as cards, verdicts with marks. HTML in, HTML out."""

import html
import re
from unicodedata import east_asian_width

CODE = re.compile(r"(<pre><span></span><code>)(.*?)(</code></pre>)", re.DOTALL)
DRAWN = re.compile(r"<(svg|math|script)\b.*?</\1>|<details class=\"fg-data\">.*?</details>", re.DOTALL)
TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<(t[hd])((?: [^>]*)?)>(.*?)</\1>", re.DOTALL)
HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)(?:<a class="headerlink"|</h2>)', re.DOTALL)
NUMBER = re.compile(r"[−+-]?\d[\d.,  ]*(?:e[−+-]?\d+)?[%×]?")
FITS = 44  # letters of a row of a table that fit into a phone; a Chinese one is as wide as two
BREAKS = re.compile(
    r"(?<=\()(?!(?:<[^>]*>|[\d., -]){,10}\))|(?<=\))(?=\.[a-z_])"
)  # after a bracket (but not before “1)!” and “3,)”), before a method of a result
PATH = re.compile(r"\b(?=[\w.]{24})((?:\w+\.)+\w+)(?=\.\w{6,})")  # a name of several parts: what stands before the last one
SHORT = re.compile(r'  <span class="c1">[^<]{,6}</span>$')  # a comment that is too short for a line of its own
DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b(?=[^<>]*<)(?![^<]*</code)")  # in the text of a page: not in a tag, not in code
NARROW = 28  # characters of a line that fit into a window 320 px wide
VERDICTS = ("true", "outdated", "wrong", "incomplete")


def plain(part: str) -> str:
    """Return the text of a piece of HTML."""
    return html.unescape(re.sub(r"<[^>]+>", "", part))


def minutes(page: str) -> int:
    """Estimate how long a page is read: 180 words or 350 Chinese characters a minute, code and outputs as words.

    >>> minutes("<p>" + "word " * 900 + "</p>"), minutes("<p>" + "梯" * 700 + "</p>"), minutes("<p>short</p>")
    (5, 2, 1)
    """
    text = plain(DRAWN.sub(" ", page))
    chinese = len(re.findall(r"[\u4e00-\u9fff]", text))
    words = len(re.findall(r"[^\W\u4e00-\u9fff]+", text))
    return max(1, round(words / 180 + chinese / 350))


def lines(page: str) -> str:
    """Put every line of code that may be longer than the window into an element, so that its rest hangs under its start.

    >>> lines("<pre><span></span><code>a\\n    <i>long</i>_line_of_more_than_thirty_letters\\n</code></pre>")
    '<pre><span></span><code>a\\n    <span class="fg-line" style="--in:4"><i>long</i>_line_of_more_than_thirty_letters</span>\\n</code></pre>'
    """
    return CODE.sub(lambda code: code[1] + "\n".join(map(line, code[2].split("\n"))) + code[3], page)


def line(code: str) -> str:
    """Return one line, in an element if it is long."""
    text = plain(code)
    if len(text) <= NARROW:
        return code
    indent = len(text) - len(text.lstrip(" "))  # stays before the element: after it a line could break
    if not code.startswith(" " * indent):  # inside an element, as in a string of several lines
        indent = 0
    style = f' style="--in:{indent}"' if indent else ""
    rest = PATH.sub(r"\1<wbr>", BREAKS.sub("<wbr>", code[indent:]))  # else a name is cut in two
    rest = SHORT.sub(r'<span class="fg-near">\g<0></span>', rest)
    return f'{" " * indent}<span class="fg-line"{style}>{rest}</span>'


def dates(page: str) -> str:
    """Mark the dates of a page, which are not broken at the end of a line.

    >>> dates('<p title="2026-11-28 UTC">on 2026-11-28, <code>2026-11-29</code></p>')
    '<p title="2026-11-28 UTC">on <time>2026-11-28</time>, <code>2026-11-29</code></p>'
    """
    return DATE.sub(r"<time>\g<0></time>", page)


def tables(page: str) -> str:
    """Align columns of numbers, and let tables that do not fit into a phone be cards there: each cell carries the name of its column."""
    return TABLE.sub(lambda found: table(found[1]), page)


def table(inner: str) -> str:
    """Return one table. Roles say that it is one where the style sheet makes blocks of its rows."""
    rows = [[(cell, plain(cell[3]).strip()) for cell in CELL.finditer(row[1])] for row in ROW.finditer(inner)]
    columns = list(zip(*([text for _, text in row] for row in rows), strict=False))
    numbers = [any(column[1:]) and all(NUMBER.fullmatch(text) for text in column[1:] if text) for column in columns]
    wide = len(columns) > 2 and sum(max(map(width, column)) for column in columns) > FITS
    role = ' role="row"' if wide else ""

    def tr(found: re.Match) -> str:
        cells = enumerate(CELL.finditer(found[1]))
        made = "".join(td(cell, columns[place][0] if wide else "", numbers[place]) for place, cell in cells if place < len(columns))
        return f"<tr{role}>{made}</tr>"

    made = ROW.sub(tr, inner)
    if not wide:
        return f"<table>{made}</table>"
    made = re.sub("<(thead|tbody)>", r'<\1 role="rowgroup">', made)
    return f'<table data-cards role="table">{made}</table>'


def width(text: str) -> int:
    """Return how wide a text is, in letters.

    >>> width("lr"), width("学习率 lr")
    (2, 9)
    """
    return sum(1 + (east_asian_width(letter) in "FW") for letter in text)


def td(cell: re.Match, name: str, number: bool) -> str:
    """Return one cell: with its role and the name of its column, where they are given; marked if its column holds numbers."""
    kind, style, content = cell[1], cell[2] or "", cell[3]
    heads = "rowheader" if 'scope="row"' in style else "columnheader"
    role = {"th": f' role="{heads}"', "td": f' role="cell" data-th="{html.escape(name)}"'}[kind] if name else ""
    return f"<{kind}{style}{role}{' data-number' * number}>{content}</{kind}>"


def verdicts(page: str, words: dict[str, str]) -> str:
    """Mark the verdicts of “old posts”, let readers choose one of them, and lead from each post to the next."""
    names = {words[f"verdict.{key}"]: key for key in VERDICTS}

    def tr(found: re.Match) -> str:
        texts = [plain(cell[3]).strip() for cell in CELL.finditer(found[0])]
        key = next((names[text] for text in texts if text in names), "")
        return found[0].replace("<tr", f'<tr data-verdict="{key}"', 1) if key else found[0]

    page = ROW.sub(tr, page)
    page = re.sub(
        r"<strong>([^<]+)</strong>",
        lambda bold: f'<strong data-verdict="{names[bold[1]]}">{bold[1]}</strong>' if bold[1] in names else bold[0],
        page,
    )
    return emptied(following(filtered(page, words), words), words)


def filtered(page: str, words: dict[str, str]) -> str:
    """Put the choice of a verdict before the first post."""
    counts = {key: len(re.findall(f'<tr data-verdict="{key}"', page)) for key in VERDICTS}
    choice = '<label><input type="radio" name="verdict" value="{0}"{1}> <span{2}>{3}</span> {4}</label>'
    choices = [choice.format("", " checked", "", words["verdict.all"], sum(counts.values()))]
    choices += [choice.format(key, "", f' data-verdict="{key}"', words[f"verdict.{key}"], counts[key]) for key in VERDICTS]
    box = f'<fieldset class="fg-filter"><legend>{words["verdict.show"]}</legend>{"".join(choices)}</fieldset>'
    return page.replace("<h2", box + "<h2", 1)


def emptied(page: str, words: dict[str, str]) -> str:
    """Mark each table with the verdicts that it lacks, and say below it, for the one that is chosen, that there is none."""

    def marked(found: re.Match) -> str:
        lacks = " ".join(key for key in VERDICTS if f'data-verdict="{key}"' not in found[0])
        if not lacks or "data-verdict" not in found[0]:
            return found[0]
        return f'<table data-without="{lacks}"{found[0][6:]}<p class="fg-none" data-without="{lacks}">{words["verdict.none"]}</p>'

    return re.sub(r"<table.*?</table>", marked, page, flags=re.DOTALL)


def following(page: str, words: dict[str, str]) -> str:
    """Put a link to the next post below each table."""
    before, *parts = re.split(r"(?=<h2)", page)
    posts = [place for place, part in enumerate(parts) if "data-verdict" in part]
    for place, after in zip(posts, posts[1:], strict=False):
        anchor, title = HEADING.match(parts[after]).groups()
        link = f'<p class="fg-next">{words["verdict.next"]} <a href="#{anchor}">{plain(title)}</a></p>'
        parts[place] = parts[place].replace("</table>", "</table>" + link, 1)
    return "".join([before, *parts])
