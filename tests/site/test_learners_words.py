"""Learners' words (terms/asked/) lead to a section and are never shown; names and headings typed; the browser opens the index that the build packs."""

import json

import pytest
from in_node import node

from fieldguide import ROOT
from fieldguide.search import index
from fieldguide.search.packed import packed
from fieldguide.search.texts import Text

PAGE = "---\ndescription: D.\n---\n\n# Title {{ #title }}\n\nOpening.\n\n## {heading} {{ #why }}\n\n{text}\n\n## More {{ #more }}\n\nOther words stand here.\n"
FOUND = """self.guideSearch = JSON.parse(process.argv[1]); const index = new Index(self.guideSearch)
say(process.argv.slice(2).map(query => find(query, index).pages.map(({ sections: [{ anchor }] }) => anchor)))"""


@pytest.fixture
def docs(tmp_path):
    """A guide of one page in two languages; the translation lacks #more."""
    for language in ("en", "tr"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        text = PAGE.format(heading="Why", text="Because the slope is zero.")
        (tmp_path / "docs" / language / "a.md").write_text(text if language == "en" else text.partition("\n## More")[0] + "\n", "utf-8")
    (tmp_path / "terms" / "asked").mkdir(parents=True)
    return tmp_path / "docs"


def built(docs, language, lines):
    (docs.parent / "terms" / "asked" / f"{language}.txt").write_text("# For search alone.\n" + lines, "utf-8")
    return index.build(docs, ROOT / "snippets", language)


def found(files, language, *queries):
    """Return the anchors of the best section of each page that a query finds."""
    head = "globalThis.self = globalThis;"
    return node(head + FOUND, files[f"{language}.js"].partition("] = ")[2], *queries, find="search/find.js", Index="search/index.js")


def test_a_section_is_found_by_what_learners_call_it(docs):
    files = built(docs, "en", "a.md#why\ttraining frozen; nothing learned at all\na.md\twelcome tour\n")
    assert found(files, "en", "training frozen", "nothing learned", "welcome tour", "unheard") == [["why"], ["why"], [""], []]


def test_learners_words_are_in_no_excerpt(docs):
    files = built(docs, "en", "a.md#why\ttraining frozen\n")
    assert "frozen" in files["en.js"]
    assert not [name for name, text in files.items() if name not in ("en.js", "en-called.js") and "frozen" in text]


def test_words_for_a_section_that_is_shown_in_english_wait_until_it_is_translated(docs):
    files = built(docs, "tr", "a.md#why\tdonuk ağ\na.md#more\tbambaşka sözler\n")
    assert found(files, "tr", "donuk ağ", "bambaşka sözler") == [["why"], []]


def test_a_learners_word_counts_as_one_of_the_text_and_takes_nothing_from_what_stands_there():
    section = Text("flat-loss", "Heading", "slope slope slope, once", "freeze(slope)", ("why is the slope of my heading frozen; freeze",))
    assert index.levels(section, "en") == {"flat": 3, "loss": 3, "heading": 3, "slope": 2, "once": 1, "frozen": 1, "freeze": 0}


def test_a_query_that_names_a_term_whose_page_is_not_translated_is_answered(docs):
    files = built(docs, "tr", "a.md#why\töğrenme oranı kayıp\n")
    assert found(files, "tr", "öğrenme oranı") == [["why"]]


def test_two_names_lead_to_the_section_of_both_in_any_order(docs):
    for name, title, heading in (
        ("adam", "Adam", "AdamW beside it"),
        ("decay", "Decay", "Adam and AdamW"),
        ("schedules", "Adam and schedules", "Other"),
    ):
        text = PAGE.format(heading=heading, text="Adam is named, and AdamW.").replace("# Title { #title }", f"# {title} {{ #{name} }}")
        (docs / "en" / f"{name}.md").write_text(text, "utf-8")
    files = built(docs, "en", "")
    queries = ["Adam vs AdamW", "what is the difference between AdamW and Adam"]
    said = node(
        "globalThis.self = globalThis;" + FOUND.replace("({ sections: [{ anchor }] }) => anchor", "({ url }) => url"),
        files["en.js"].partition("] = ")[2],
        *queries,
        find="search/find.js",
        Index="search/index.js",
    )
    assert [pages[0] for pages in said] == ["decay/", "decay/"]


def test_a_name_with_stop_words_is_that_name_and_without_them_another(docs):
    files = built(docs, "tr", "")
    script = """const index = new Index(JSON.parse(process.argv[1]))
    say(process.argv.slice(2).map(query => understand(query, index).spans[0].term.label))"""
    queries = ["yok olan gradyan", "hangi optimize ediciyi", "gradyan"]
    said = node(script, files["tr.js"].partition("] = ")[2], *queries, Index="search/index.js", understand="search/query.js")
    assert said == ["kaybolan gradyanlar", "SGD, Adam, AdamW", "gradyan"]


def test_a_name_may_have_other_stop_words_between_and_one_word_of_it_is_no_name(docs):
    files = built(docs, "en", "")
    script = """const index = new Index(JSON.parse(process.argv[1]))
    say(process.argv.slice(2).map(query => understand(query, index).spans[0].term?.label ?? ""))"""
    queries = ["where should I call zero_grad", "which of them is the optimizer", "where gradients meet zero_grad", "number"]
    said = node(script, files["en.js"].partition("] = ")[2], *queries, Index="search/index.js", understand="search/query.js")
    assert said == ["training loop", "SGD, Adam, AdamW", "accumulate", ""]


def test_an_excerpt_marks_what_was_typed_and_whole_names_of_the_term(docs):
    text = "A large rate of change, a finite number: the loss has a learning. Rate is the learning rate; StepLR; frozen layers, the layer trains; NaN."
    (docs / "en" / "a.md").write_text(PAGE.format(heading="Why", text=text), "utf-8")
    script = """globalThis.self = globalThis; const index = new Index(JSON.parse(process.argv[1]))
    say(process.argv.slice(3).map(query => excerpt(process.argv[2], find(query, index).words).filter(([, isAsked]) => isAsked).map(([part]) => part)))"""
    queries = ["learning rates", "step size", "nan", "freeze", "large"]
    data = built(docs, "en", "")["en.js"].partition("] = ")[2]
    said = node(script, data, text, *queries, find="search/find.js", Index="search/index.js", excerpt="search/excerpt.js")
    assert said == [
        ["rate", "learning", "Rate", "learning", "rate"],
        ["learning", "rate", "StepLR"],
        ["NaN"],
        ["frozen", "layers"],
        ["large"],
    ]


def test_what_looks_like_no_term_offers_none(docs):
    script = "globalThis.self = globalThis; const index = new Index(JSON.parse(process.argv[1])); say(process.argv.slice(2).map(query => find(query, index).near.length > 0))"
    data = built(docs, "tr", "")["tr.js"].partition("] = ")[2]
    queries = ["qqqgradd", "qxzwv", "魑魅魍魉", "xqzvbb"]
    assert node(script, data, *queries, find="search/find.js", Index="search/index.js") == [True, False, False, False]


def test_of_a_word_that_says_nothing_it_is_not_said_that_it_has_no_match(docs):
    script = "globalThis.self = globalThis; const index = new Index(JSON.parse(process.argv[1])); say(process.argv.slice(2).map(query => find(query, index).missing))"
    data = built(docs, "en", "")["en.js"].partition("] = ")[2]
    queries = ["why is the slope zero", "why is my grad None after slope", "slope in docker"]
    assert node(script, data, *queries, find="search/find.js", Index="search/index.js") == [[], ["grad", "None"], ["docker"]]


def test_hindi_in_latin_letters_sounds_like_hindi():
    same = [
        "प्रवणता pravanta pravanata prawanta",
        "अधिगम adhigam adhigham",
        "संवेग samveg sanveg",
        "अनुकूलन anukulan anukoolan",
        "भार bhar bhaar",
    ]
    said = node("say(process.argv.slice(1).map(words => words.split(' ').map(sound)))", *same, "भार dar", sound="search/words.js")
    assert [len(set(words)) for words in said] == [1] * len(same) + [2], said


def test_a_message_is_known_whatever_its_hint_is_and_where_it_ends():
    start = "RuntimeError: one of the variables has been modified: [torch.FloatTensor [{}]], output {} of Exp, expected version 0 instead. Hint: "
    entries = [
        [start.format(3, 0) + "enable anomaly detection to find the operation, with torch.autograd.set_detect_anomaly(True).", "entry"]
    ]
    typed = [start.format("10, 49", 1) + hint for hint in ("the backtrace further above shows the operation. Good luck!", "enable", "")]
    script = "say(process.argv.slice(2).map(text => explained(text, JSON.parse(process.argv[1])).length))"
    assert node(script, json.dumps(entries), *typed, explained="search/messages.js") == [1, 1, 1]


def test_the_browser_reads_what_the_build_packs():
    postings = {
        word: [(at * 7 % 1300 + step, (at + step) % 4) for step in range(0, 90, at % 9 + 1)] for at, word in enumerate("abcdefghijklmnop")
    }
    postings["far"] = [(0, 1), (1290, 2), (40_000, 0)]
    said = node("say([...unpacked(JSON.parse(process.argv[1]))])", json.dumps(packed(postings)), unpacked="search/packed.js")
    assert {word: [(place // 4, place % 4) for place in places] for word, places in said} == postings
