"""Language rules: the prose of a page against terms/lint.json and the terminology, and a translated section against its English one."""

import json
import re
import unicodedata
from collections import Counter
from functools import cache

from fieldguide import ROOT, SOURCE, GuideError
from fieldguide.files import read
from fieldguide.languages.sections import FRONT_MATTER, VERBATIM, Section, split, states
from fieldguide.languages.terms import table

RULES = ROOT / "terms" / "lint.json"
CODE = "\ufffc"  # stands for inline code and formulas, as in the rules
DEVANAGARI = "\u0900-\u0963\u0966-\u097f"
WAIVER = re.compile(r"<!-- waive (\w+): \S.*? -->")
TURKISH_LOWER = str.maketrans("Iİ", "ıi")


@cache
def rules(language: str) -> list[tuple[str, re.Pattern, str]]:
    """Return (name, pattern, advice) of every rule for ``language``: those of lint.json, then the forbidden words of the terminology."""
    try:
        found = [
            (rule["id"], re.compile(rule["regex"], re.M), f"{rule['message']}; {rule['fix']}")
            for rule in json.loads(read(RULES))
            if rule["lang"] in (language, "*")
        ]
    except json.JSONDecodeError as error:
        raise GuideError(f"terms/lint.json:{error.lineno}: no JSON ({error.msg})") from None
    except (KeyError, TypeError) as error:
        raise GuideError(f"terms/lint.json: a rule without {error}; each has id, lang, regex, message and fix") from None
    except re.error as error:
        raise GuideError(f"terms/lint.json: {error.pattern!r} is no regular expression ({error})") from None
    for row in table():
        for word in filter(None, row[f"forbidden_{language}"].split("|")):
            if not word.startswith("~"):
                try:
                    found.append((row["id"], word_pattern(word, language), f"forbidden word; write “{row[language]}”"))
                except re.error as error:
                    raise GuideError(f"terms/terminology.csv: {row['id']} forbidden_{language}: {word!r}: {error}") from None
    return found


def word_pattern(word: str, language: str) -> re.Pattern:
    """Return the pattern of a forbidden word: ``re:…`` as it is, else the word with the boundaries and endings of its language."""
    if word.startswith("re:"):
        return re.compile(word[3:])
    word = re.escape(word)
    if language == "hi":
        return re.compile(rf"(?<![{DEVANAGARI}]){word}(?:ों|ें)?(?![{DEVANAGARI}])")
    if language == "zh":
        return re.compile(word)
    if language == "tr":
        return re.compile(rf"(?<!\w){word.translate(TURKISH_LOWER).lower()}(?:[’']?\w{{0,6}})(?!\w)")
    return re.compile(rf"{'(?i)' if word.islower() else ''}(?<![\w-]){word}s?(?![\w-])")


def prose(page: str) -> str:
    """Return the page with the same lines, but only what a person wrote to be read: code and formulas become U+FFFC.

    >>> prose("Call `f()` [there](x.md). $x$\\n/// snippet | a/b\\n1. One\\n///")
    'Call ￼ there. ￼\\n\\n1. One\\n'
    """

    def blank(match: re.Match) -> str:
        return "\n" * match[0].count("\n") if match["fence"] else CODE

    front = FRONT_MATTER.match(page)
    if front:
        kept = [line.removeprefix("description: ") if line.startswith("description:") else "" for line in front[0].splitlines()]
        page = "\n".join(kept) + "\n" + page[front.end() :]
    page = VERBATIM.sub(blank, page)
    page = re.sub(r"^ *///.*$", "", page, flags=re.M)
    page = re.sub(r"^( *)(?:caption|alt): *", r"\1", page, flags=re.M)
    page = re.sub(r"^( *)(?:label [^:]+|step \d+): *", r"\1", page, flags=re.M)
    page = re.sub(r"^ *(?:watch|start|ask \d+):.*$", "", page, flags=re.M)
    page = re.sub(r"<!--.*?-->", "", page)
    page = re.sub(r"^( *(?:!!!|\?\?\?\+?|===) ?[\w ]*)\"(.*)\" *$", r"\2", page, flags=re.M)
    page = re.sub(r" *\{[^}\n]*\}", "", page)
    page = re.sub(r"\]\([^)\s]*(?:\s\"[^\"]*\")?\)", "", page).replace("[", "").replace("]", "")
    return re.sub(r"</?\w[^>]*>", "", page).replace("**", "").replace("*", "")


def check(page: str, language: str, where: str) -> list[str]:
    """Return one line for each broken rule: file, line, rule, what to write. A line above with ``<!-- waive RULE: reason -->`` excuses a line."""
    found = []
    if page != unicodedata.normalize("NFC", page):
        found.append(f"{where}:1: NFC: normalize the file to NFC (one code point for each letter)")
    raw, lines = page.splitlines(), prose(page).splitlines()
    for number, line in enumerate(lines):
        if not line:
            continue
        waived = WAIVER.findall(raw[number - 1]) if number else []
        for cell in line.split("|") if line.lstrip().startswith("|") else [line]:  # a cell of a table is a text of its own
            cell = cell.strip() if cell is not line else cell
            folded = cell.translate(TURKISH_LOWER).lower() if language == "tr" else cell
            for name, pattern, advice in rules(language):
                match = pattern.search(folded if name.startswith(("T0", "T1")) else cell)
                if match and name not in waived:
                    found.append(f"{where}:{number + 1}: {name}: “{match[0].strip()}”: {advice}")
    return found


def facts(section: Section) -> dict[str, Counter]:
    """Return what must be the same in every language: inline code, formulas, numbers, links and snippets of a section."""
    text = FRONT_MATTER.sub("", section.text)
    verbatim = [match[0] for match in VERBATIM.finditer(text)]
    rest = re.sub(r"<!--.*?-->", "", VERBATIM.sub(" ", text))
    rest = re.sub(r"^ *label [^:]+:.*$", "", re.sub(r"\{[^}\n]*\}", "", rest), flags=re.M)
    plain = re.sub(r"\]\([^)\s]*\)|^ *///.*$|^ *\d+\. ", "", rest, flags=re.M)
    return {
        "inline code": Counter(part for part in verbatim if part.startswith("`")),
        "formulas": Counter(" ".join(part.split()) for part in verbatim if part.startswith("$")),
        "numbers": Counter(number.replace(",", ".") for number in re.findall(r"\d+(?:[.,]\d+)*", plain)),
        "links": Counter(re.findall(r"\]\(([^)\s]*)", rest)),
        "snippets": Counter(line.strip() for line in re.findall(r"^ */// .*$", rest, re.M)),
        "callouts": Counter(re.findall(r"^ *(?:!!!|\?\?\?) (\w+)", rest, re.M)),
    }


def parallel(english: str, translated: str, where: str) -> list[str]:
    """Return one line for each way in which current sections of a translation differ from the English page in structure or facts."""
    found, state = [], states(english, translated)
    source = {section.anchor: section for section in split(english)}
    target = split(translated, where)
    order = [section.anchor for section in target]
    if order != [anchor for anchor in source if anchor in order]:
        found.append(f"{where}:1: sections are #{', #'.join(order)}; put them in the English order and remove what English does not have")
    for section in target:
        if state[section.anchor] != "current" and (section.digest or section.anchor not in source):
            continue  # stale or extra; a section that nobody stamped yet is compared, so that one lints before one stamps
        same = source[section.anchor]
        if section.level != same.level:
            found.append(f"{where}:{section.line}: #{section.anchor} is a level-{section.level} heading, in English level {same.level}")
        own, other = facts(section), facts(same)
        for kind in own:
            extra, lost = own[kind] - other[kind], other[kind] - own[kind]
            if extra or lost:
                detail = "; ".join(f"{word} {', '.join(parts)}" for word, parts in (("missing", lost), ("not in English", extra)) if parts)
                found.append(f"{where}:{section.line}: #{section.anchor}: {kind} differ: {detail}")
        copied = sentences(section) & sentences(same)
        found += [f"{where}:{section.line}: #{section.anchor}: not translated: “{sentence}”" for sentence in sorted(copied)]
    return found


def sentences(section: Section) -> set[str]:
    """Return the sentences of five or more words of a section."""
    text = re.sub(r"^ *(?:!!!|\?\?\?|===).*$", "", section.text, flags=re.M)  # a title has no full stop
    parts = re.split(r"(?<=[.?!:])\s+|\n\s*\n|\n *[-*] |\|", prose(text))
    return {" ".join(part.split()) for part in parts if len(re.findall(r"[A-Za-z]{2,}", part)) >= 5}


def review(english: str, translated: str, language: str, where: str) -> list[str]:
    """Return everything that the rules find on one page (for English, only the language rules)."""
    found = check(translated, language, where)
    return found if language == SOURCE else found + parallel(english, translated, where)
