"""The order of a dictionary in each language, and the letter under which its readers look for a word.

Python knows no such order, and the browser's would need a script. A language that is not named here has the order of the Latin alphabet,
accents aside. A test compares every order with that of the browser.
"""

import re
import unicodedata

from fieldguide import GuideError

TURKISH = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
# GB 2312 has the common characters in the order of their pinyin. These are the first ones of each letter.
PINYIN = dict(zip("啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝", "ABCDEFGHJKLMNOPQRSTWXYZ", strict=True))
SOUNDS_LIKE = str.maketrans("阈", "驭")  # seldom used characters come in another order: each as a common one with the same pinyin
LATIN = "A–Z"  # in Devanagari, the words that are written in Latin letters: together, at the end


def key(text: str, language: str) -> tuple:
    """Return what ``text`` is sorted by.

    >>> sorted(["iz", "ısı", "çap", "cam"], key=lambda word: key(word, "tr"))
    ['cam', 'çap', 'ısı', 'iz']
    """
    if language == "zh":
        return letter(text, language), text.lower().translate(SOUNDS_LIKE).encode("gb18030")
    plain = small(text, language).replace("-", " ")
    if language == "tr":
        return tuple(TURKISH.find(character) for character in plain)
    return language == "hi" and letter(text, language) == LATIN, plain


def letter(text: str, language: str) -> str:
    """Return the letter of the first word; of a Chinese one, the first of its pinyin.

    >>> letter("फ़ंक्शन", "hi"), letter("autograd", "hi"), letter("梯度", "zh"), letter("iz", "tr"), letter("L2", "en")
    ('फ', 'A–Z', 'T', 'İ', 'L')
    """
    first = next(filter(str.isalnum, small(text, language)), "#")
    if first.isascii():
        return LATIN if language == "hi" else "İ" if first == "i" and language == "tr" else first.upper()
    if language != "zh":
        return first.upper()
    code = first.translate(SOUNDS_LIKE).encode("gb18030")
    if not "啊".encode("gb18030") <= code <= "座".encode("gb18030"):
        raise GuideError(
            f"terms/terminology.csv: the first character of {text!r} has no place by its pinyin;"
            " add it to SOUNDS_LIKE in fieldguide/languages/order.py, with a common character that sounds like it"
        )
    return max((start.encode("gb18030"), initial) for start, initial in PINYIN.items() if start.encode("gb18030") <= code)[1]


def small(text: str, language: str) -> str:
    """Return the text in small letters, without signs that have no place of their own: accents; dots under Devanagari letters.

    >>> small("INDEX Éclair", "tr"), small("INDEX Éclair", "en")
    ('ındex éclair', 'index eclair')
    """
    if language == "tr":
        return text.replace("I", "ı").replace("İ", "i").lower().translate(str.maketrans("âîû", "aiu"))
    return re.sub("[\u0300-\u036f\u093c]", "", unicodedata.normalize("NFKD", text).lower())
