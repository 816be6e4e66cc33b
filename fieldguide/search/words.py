"""Words as search compares them. theme/assets/search/words.js does the same to what a reader types; a test compares the two."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

HAN = "\u3400-\u9fff"
TOKEN = re.compile(rf"[{HAN}]+|(?:(?![{HAN}])[\w\u0300-\u036f\u0900-\u0963\u0966-\u097f])+")
JOINERS = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
CAMEL = re.compile(r"(?<=[a-z0-9]{2})(?=[A-Z][a-zA-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
# Devanagari: without nuqta; a half nasal, and a moon dot, are an anusvara; foreign o and e as the plain vowels; e or ya after i is one.
DEVANAGARI = [("\u093c", ""), ("[ङञणनम]\u094d(?=[क-ह])|ँ", "ं"), ("ॉ", "ो"), ("ॅ", "े"), ("ि(?:ये|ए)", "िय")]


def fold(text: str) -> str:
    """Return the text in small letters without accents, dotless i as i, Hindi in one spelling.

    >>> fold("ÇIKIŞ"), fold("सम्बन्ध") == fold("संबंध")
    ('cikis', True)
    """
    text = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text).lower()).replace("ı", "i")
    if not text.isascii():
        for pattern, plain in DEVANAGARI:
            text = re.sub(pattern, plain, text)
    return text


@cache
def name(token: str) -> str:
    """Return a token that is not Chinese as search knows it, or nothing: GradScaler is grad_scaler; numbers and single letters do not count."""
    word = fold(CAMEL.sub("_", token.strip("_")))
    return word if len(word) > 1 and any(map(str.isalpha, word)) else ""


@cache
def words(text: str) -> tuple[str, ...]:
    """Return the folded words: identifiers with their underscores, Chinese in pairs of characters; no numbers, no single letters.

    >>> words("GradScaler, clip_grad_norm_() 和梯度裁剪")
    ('grad_scaler', 'clip_grad_norm', '和梯', '梯度', '度裁', '裁剪')
    """
    return tuple(each(text))


def each(text: str) -> Iterator[str]:
    """Yield what ``words`` returns."""
    for token in TOKEN.findall(JOINERS.sub("", unicodedata.normalize("NFKC", text))):
        if HAN[0] <= token[0] <= HAN[-1]:
            yield from (token[at : at + 2] for at in range(max(1, len(token) - 1)))
        elif word := name(token):
            yield word
