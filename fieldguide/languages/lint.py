"""Language rules: the prose of a page against terms/lint.json and the terminology, and a translated section against its English one."""

import re
import unicodedata
from collections import Counter
from functools import cache

from fieldguide import LANGUAGES, ROOT, SOURCE, GuideError
from fieldguide.files import data
from fieldguide.languages.sections import FRONT_MATTER, VERBATIM, Section, split, states
from fieldguide.languages.terms import table

RULES = ROOT / "terms" / "lint.json"
SHAPE = "it is a list of rules, each with id, lang, regex, message and fix"
CODE = "\ufffc"  # stands for inline code and formulas, as in the rules
DEVANAGARI = "\u0900-\u0963\u0966-\u097f"
WAIVER = re.compile(r"<!-- waive (\w+): \S.*? -->")
TURKISH_LOWER = str.maketrans("Iİ", "ıi")


@cache
def rules(language: str) -> list[tuple[str, re.Pattern, str]]:
    """Return (name, pattern, advice) of every rule for ``language``: those of lint.json, then the forbidden words of the terminology."""
    table_of_rules = data(RULES, SHAPE)
    if not isinstance(table_of_rules, list) or not all(isinstance(rule, dict) for rule in table_of_rules):
        raise GuideError(f"terms/lint.json: {SHAPE}")
    found = []
    for place, rule in enumerate(table_of_rules, 1):
        for key in ("id", "lang", "regex", "message", "fix"):
            if not isinstance(rule.get(key), str):
                raise GuideError(f"terms/lint.json: rule {place} has no text {key!r}; {SHAPE}")
        if rule["lang"] not in (*LANGUAGES, "*"):
            raise GuideError(
                f"terms/lint.json: {rule['id']}: no language {rule['lang']!r}; write one of {', '.join(LANGUAGES)}, or * for all"
            )
        try:
            pattern = re.compile(rule["regex"], re.M)
        except re.error as error:
            raise GuideError(f"terms/lint.json: {rule['id']}: {rule['regex']!r} is no regular expression ({error})") from None
        if rule["lang"] in (language, "*"):
            found.append((rule["id"], pattern, f"{rule['message']}; {rule['fix']}"))
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
