"""Terminology: one table (terms/terminology.csv) feeds the glossary page, the tooltips, the search synonyms and the tests."""

import csv
import html
import io
import re
from collections.abc import Callable
from functools import cache
from itertools import groupby

from fieldguide import LANGUAGES, ROOT, SOURCE, GuideError
from fieldguide.files import read, state
from fieldguide.languages import order
from fieldguide.languages.marks import digest, marks

TABLE = ROOT / "terms" / "terminology.csv"
LAST_GENERAL = "T100"  # later rows are shown only if a page teaches them; the others are words of the guide itself


def table() -> list[dict[str, str]]:
    """Return the rows of the terminology (column → text); raises GuideError that names row and column of the first mistake."""
    return rows_of(state(TABLE))


@cache
def rows_of(_state: tuple) -> list[dict[str, str]]:
    """Return the rows of the table as it is in this state."""
    lines = csv.DictReader(io.StringIO(read(TABLE), newline=""), strict=True)
    kinds = ("", "definition_", "forbidden_", "also_")
    wanted = ["id", "page", "also", *(f"{kind}{language}" for language in LANGUAGES for kind in kinds if f"{kind}{language}" != "also_en")]
    rows = []
    try:
        missing = [column for column in wanted if column not in (lines.fieldnames or [])]
        if twice := [column for column in wanted if (lines.fieldnames or []).count(column) > 1]:
            raise GuideError(f"terms/terminology.csv:1: column {twice[0]} stands twice; remove one, with its cells")
        if missing:
            raise GuideError(f"terms/terminology.csv:1: no column {', '.join(missing)}; add it to the first line, and a cell to every row")
        for row in lines:
            where = f"terms/terminology.csv:{lines.line_num}: {row['id']}"
            if None in row or None in row.values():
                raise GuideError(f"{where}: not as many cells as the first line has columns; put cells with commas in quotes")
            for column in ("id", "en", "definition_en"):
                if not row[column].strip():
                    raise GuideError(f"{where}: {column} is empty")
            if any(row["id"] == other["id"] for other in rows):
                raise GuideError(f"{where}: the id stands twice; give each term its own")
            rows.append(row)
    except csv.Error as error:
        raise GuideError(
            f"terms/terminology.csv:{lines.line_num + 1}: a quote that does not close, or stands in a cell ({error})"
        ) from None
    return rows


def concepts() -> list[dict[str, str]]:
    """Return the rows that readers see in the glossary, by English term."""
    return sorted((row for row in table() if row["id"] <= LAST_GENERAL or row["page"]), key=lambda row: row["en"].lower())


def anchor(row: dict[str, str]) -> str:
    """Return the glossary anchor of a row: its English term without what stands in brackets or after a comma.

    >>> anchor({"en": "accumulate (gradients)"}), anchor({"en": "learning-rate decay"})
    ('accumulate', 'learning-rate-decay')
    """
    term = re.sub(r"\(.*|,.*", "", row["en"]).strip()
    return re.sub(r"[^a-z0-9]+", "-", term.lower()).strip("-")


def definition(row: dict[str, str], language: str) -> str:
    """Return the definition in ``language``, or in English where it has none that a second reader has read beside today's English."""
    place, today = mark(row, language)
    read_today = language == SOURCE or marks(TABLE.parent, language).get(place) == today
    return row[f"definition_{language}"] if row[f"definition_{language}"] and read_today else row[f"definition_{SOURCE}"]


def mark(row: dict[str, str], language: str) -> tuple[str, str]:
    """Return the place of a definition among the marks of second readers, terminology.csv#ID, and its digest of today."""
    return f"{TABLE.name}#{row['id']}", digest(row[f"definition_{SOURCE}"], row[f"definition_{language}"])


def glossary(language: str, title: Callable[[str], str]) -> str:
    """Return the glossary as Markdown: each term, its names in the other languages, its definition, and the page that teaches it.

    The terms stand under their letters, in the order of the language.

    Args: ``title(page)`` returns the title of a page in ``language``.
    """

    def entry(row: dict[str, str]) -> str:
        others = " · ".join(f'<span lang="{code}">{row[name]}</span>' for name, code in LANGUAGES.items() if name != language)
        link = f" [{title(row['page'].partition('#')[0])}]({row['page']})" if row["page"] else ""
        text = definition(row, language)
        text = text if text == row[f"definition_{language}"] else f'<span lang="en">{text}</span>'
        return f'<span id="{anchor(row)}"></span>**{row[language]}** · {others}\n:   {text}{link}\n'

    rows = sorted(concepts(), key=lambda row: order.key(row[language], language))
    found = []
    for letter, of_letter in groupby(rows, key=lambda row: order.letter(row[language], language)):
        found += [f"## {letter} {{ #{letter_anchor(letter)} }}\n", *map(entry, of_letter)]
    return "\n".join(found)


def letter_anchor(letter: str) -> str:
    """Return the anchor of a letter, in ASCII.

    >>> letter_anchor("A"), letter_anchor("Ç")
    ('letter-a', 'letter-c7')
    """
    return f"letter-{letter.lower() if letter.isascii() else f'{ord(letter[0]):x}'}"


def spoken(page: str, language: str) -> str:
    """Say of the English names of terms on a translated page (HTML) that they are English, so that they are read aloud as such.

    >>> spoken('<p title="(Gradient)">ग्रेडिएंट (gradient)</p>', "hi")
    '<p title="(Gradient)">ग्रेडिएंट (<span lang="en">gradient</span>)</p>'
    >>> spoken("<pre><code>len(model)</code></pre>", "hi")
    '<pre><code>len(model)</code></pre>'
    """
    if language == SOURCE:
        return page
    names = "|".join(sorted({re.escape(html.escape(row["en"])) for row in table()}, key=len, reverse=True))
    marked = rf"<(pre|code)\b.*?</\1>|(?<=[(（])(?:{names})(?=[)）])(?![^<]*>)"  # in code, a name in parentheses is an argument
    page = re.sub(marked, lambda found: found[0] if found[1] else f'<span lang="en">{found[0]}</span>', page, flags=re.I | re.S)
    return re.sub(rf"<em>({names})</em>", r'<em lang="en">\1</em>', page, flags=re.I)


def tooltips(page: str, language: str) -> str:
    """Give every link to the glossary (HTML) a title: the English term, where the page is not English, and the definition."""
    rows = {anchor(row): row for row in table()}

    def title(match: re.Match) -> str:
        row = rows.get(match[2])
        if row is None:
            return match[0]
        text = definition(row, language).replace("`", "")
        text = text if language == SOURCE else f"{row['en']}: {text}"
        return f'<a class="fg-term" title="{html.escape(text)}"{match[1]}'

    return re.sub(r'<a( href="[^"]*glossary/#([\w-]+)")', title, page)


def forms(text: str) -> list[str]:
    """Return the search forms of a cell of the table: split at slashes and brackets, without spaces around.

    >>> forms("accumulate (gradients)")
    ['accumulate']
    """
    return [part.strip() for part in re.sub(r"[(（].*?[)）]", "", text).split(" / ") if part.strip()]


def search_terms(language: str) -> list[dict]:
    """Return for search what readers may call each term in ``language``.

    ``names`` (the guide's own), ``others`` (English names; learners' words and stems that change, of the columns ``also``), ``avoid`` (forbidden
    to write, right to type; not a name of any term), ``page`` (that teaches it, as in the table, or ""), ``anchor`` (in the glossary).
    """
    columns = [language, SOURCE, "also", *([f"also_{language}"] if language != SOURCE else [])]
    found, taken = [], {name.lower() for row in concepts() for column in columns[:2] for name in forms(row[column])}
    for row in concepts():
        names = list(dict.fromkeys(forms(row[language])))
        avoid = [word for word in forbidden(row, language) if word.lower() not in taken and row["page"]]
        others = [name for column in columns for name in forms(row[column])] + (forbidden(row, SOURCE) if language != SOURCE else [])
        others = [name for name in dict.fromkeys(others) if name not in names and name not in avoid]
        found.append({"names": names, "others": others, "avoid": avoid, "page": row["page"], "anchor": anchor(row)})
    return found


def forbidden(row: dict[str, str], language: str) -> list[str]:
    """Return the words that must not be written for a term, as words: patterns are left out.

    >>> forbidden({"forbidden_tr": "degrade|~eğim|re:x+"}, "tr")
    ['degrade', 'eğim']
    """
    return [word.removeprefix("~") for word in row[f"forbidden_{language}"].split("|") if word and "re:" not in word]
