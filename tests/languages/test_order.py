"""The order of the glossary: that of the reader's language, as its dictionaries and the browser have it."""

import json

import pytest
from in_node import node

from fieldguide import LANGUAGES, GuideError
from fieldguide.languages import order, terms

BROWSERS = "say(JSON.parse(process.argv.at(-2)).toSorted(new Intl.Collator(process.argv.at(-1)).compare))"


def ordered(words, language):
    return sorted(words, key=lambda word: order.key(word, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_come_in_the_order_that_the_browser_has_for_the_language(language):
    names = list(dict.fromkeys(row[language] for row in terms.concepts()))
    ours = ordered(names, language)
    if language == "zh":  # the browser puts the few names in Latin letters at the end; here they stand under their letters
        ours.sort(key=lambda name: name[0].isascii())
    assert ours == node(BROWSERS, json.dumps(names), LANGUAGES[language]), "fieldguide/languages/order.py"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "batch, batch size, batches, L2, leaf, loss"),
        ("hi", "अंक, अनंत, अब, आदि, एक, ऑप्शन, ओर, कक, कान, क्या, फ़न, फल, फ़ाइल, फूल, हल, Adam, sgd"),
        ("tr", "cam, çap, dağ, gaz, ğ, hız, ısı, ince, İz, jant, oran, ölçek, pay, qubit, son, şekil, uç, üç, vektör, ya"),
        ("zh", "autograd, 按值裁剪, 步, L2 正则化, 累加, 梯度, 预热, 阈值, 总范数"),
    ],
)
def test_words_stand_where_a_dictionary_of_the_language_has_them(language, words):
    words = words.split(", ")
    assert ordered(reversed(words), language) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_letter_stand_together_and_each_letter_has_its_own_anchor(language):
    rows = sorted((row[language] for row in terms.concepts()), key=lambda name: order.key(name, language))
    letters = [order.letter(name, language) for name in rows]
    groups = [letter for letter, before in zip(letters, [None, *letters], strict=False) if letter != before]
    assert len(groups) == len(set(groups)) == len({terms.letter_anchor(letter) for letter in groups})
    assert terms.glossary(language, str).count("\n## ") == len(groups) - 1


def test_a_character_without_a_place_by_its_pinyin_is_named_with_what_to_do():
    with pytest.raises(GuideError, match="first character of '鑫鑫'.*SOUNDS_LIKE"):
        order.letter("鑫鑫", "zh")
