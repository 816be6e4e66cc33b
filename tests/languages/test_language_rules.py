"""What the linter catches in each language, what it leaves alone, and how a line is excused."""

import json
import re

import pytest

from fieldguide.languages import lint
from fieldguide.languages.sections import stamp


def page(text):
    return f"---\ndescription: D.\n---\n\n# T {{ #t }}\n\n{text}\n"


WRONG = [
    ("en", "This is vanilla SGD.", "EN02"),
    ("en", "Use a hook, e.g. to print.", "EN03"),
    ("en", "Use warm-up steps.", "EN07"),
    ("en", "Pytorch adds gradients.", "T097"),
    ("hi", "ग्रेडिएंट जमा होते हैं.", "HI01"),
    ("hi", "ग्रेडिएंट जमा होते हैं ।", "HI03"),
    ("hi", "इसे ३ बार चलाएँ।", "HI05"),
    ("hi", "तुम इसे चलाओ।", "HI07"),
    ("hi", "सभी ग्रेडिएंट्स जोड़ें।", "HI08"),
    ("hi", "शून्य_ग्रेड को कॉल करें।", "HI09"),
    ("hi", "ढाल जम जाता है।", "T001"),
    ("zh", "先清零,再反向传播。", "ZH01"),
    ("zh", "梯度会累加.", "ZH02"),
    ("zh", "函数(function)会累加。", "ZH05"),
    ("zh", "第3轮的损失。", "ZH06"),
    ("zh", "您需要清零梯度。", "ZH10"),
    ("zh", "這個梯度。", "ZH11"),
    ("zh", "渐变会累加。", "T001"),
    ("tr", "Degrade hesaplanır.", "TR01"),
    ("tr", "Islatma ve ileri geçiş.", "T052"),
    ("tr", "meşale kurulur.", "TR02"),
    ("tr", "`lr`ın değeri.", "TR08"),
    ("tr", "Bu 50% olur.", "TR10"),
    ("tr", "Bunu yapabilirsin.", "TR13"),
    ("tr", "PyTorch’da gradyan birikir.", "TR16"),
    ("hi", "ग्रेडिएंट\u200e जमा होते हैं।", "ALL01"),
    ("tr", "Gradyan\u202e birikir.", "ALL01"),
    ("hi", "ग्रेडिएंट यही है.", "HI19"),
    ("hi", "यह तरीक़ा चलता है।", "HI20"),
    ("hi", "`w` के लिए ग्रेडिएंट नहीं चाहिए।", "HI21"),
    ("hi", "पहले `step()` से पहले देखें।", "HI22"),
    ("hi", "यह `.grad` को नहीं छूता।", "HI23"),
    ("hi", "सभी इटरेशन के ग्रेडिएंट जुड़ते हैं।", "HI24"),
    ("hi", "जेनरेटर खाली है।", "HI25"),
    ("hi", "यह 5 % कम है।", "HI26"),
    ("hi", "एम्बेडिंग की पंक्ति", "HI27"),
    ("hi", "पहले माइलस्टोन तक", "HI28"),
    ("hi", "दूसरा कॉल मना कर दिया जाता है।", "HI29"),
    ("hi", "औसत वर्ग त्रुटि घटती है।", "HI30"),
    ("hi", "अपडेट छोटे पड़ जाते हैं।", "HI31"),
    ("hi", "बफ़र स्टेप के बीच बदलता है।", "HI32"),
    ("hi", "मोमेंटम 0.9 से 5% कम।", "HI33"),
    ("hi", "सारी सेटिंग पते में हैं।", "HI34"),
    ("en", "Follow this link.", "EN06"),
    ("en", "The conclusion is short.", "EN12"),
    ("hi", "ग्रेडिएंट जमा होते हैं |", "HI02"),
    ("hi", "नियमः ग्रेडिएंट जुड़ते हैं।", "HI04"),
    ("hi", "\u095eंक्शन चलाएँ।", "HI06"),
    ("hi", 'इसे "ग्रेडिएंट" कहते हैं।', "HI10"),
    ("hi", "यह फंक्शन है।", "HI12"),
    ("hi", "यह टेन्सर है।", "HI13"),
    ("hi", "यह नही बदलता।", "HI14"),
    ("hi", "ग्रेडिएंट\u200c जमा होते हैं।", "HI15"),
    ("hi", "पहले ग्रेडिएंट , फिर स्टेप।", "HI17"),
    ("hi", "ग्रेडिएंटtensor है।", "HI18"),
    ("zh", '这叫"梯度"。', "ZH03"),
    ("zh", "这叫「梯度」。", "ZH04"),
    ("zh", "先清零 ，再反向传播。", "ZH07"),
    ("zh", "共 ３ 次。", "ZH08"),
    ("zh", "梯度...", "ZH09"),
    ("zh", "梯度的的和。", "ZH13"),
    ("zh", "## 梯度。 { #g }", "ZH14"),
    ("zh", "梯度\u3000会累加。", "ZH16"),
    ("zh", "步长大了十倍。", "ZH17"),
    ("zh", "更新次数少 16 倍。", "ZH17"),
    ("zh", "`backward()` 填写 `.grad`。", "ZH18"),
    ("zh", "最后一次 `backward()` 对整个和取平均。", "ZH19"),
    ("zh", "请给每个组一个自己的张量。", "ZH20"),
    ("zh", "加载会做深复制。", "ZH20"),
    ("zh", "两次使用同一张计算图。", "ZH20"),
    ("zh", "`history_size` 是存下的对数。", "ZH21"),
    ("zh", "哪些行使用了它？", "ZH22"),
    ("zh", "所有权重都从 1 开始。", "ZH22"),
    ("zh", "梯度 会累加。", "ZH23"),
    ("zh", "先执行调度器的循环。", "ZH24"),
    ("zh", "## 调度器先于优化器执行 { #s }", "ZH24"),
    ("zh", "`w` 到达 -56。", "ZH25"),
    ("zh", "从批次 16 增大到 256。", "ZH26"),
    ("tr", "ithalat torch yazın.", "TR03"),
    ("tr", "kayıp_değeri yazın.", "TR04"),
    ("tr", "Bu “ gradyan” olur.", "TR05"),
    ("tr", 'Bu "gradyan" olur.', "TR06"),
    ("tr", "`lr` ’in değeri.", "TR09"),
    ("tr", "I\u0307lk adım.", "TR11"),
    ("tr", "IPUCU: sıfırlayın.", "TR12"),
    ("tr", "Herşey birikir.", "TR14"),
    ("tr", "Bunun icin sıfırlayın.", "TR15"),
    ("tr", "Önce gradyan , sonra adım.", "TR19"),
    ("tr", "Kırpmadan önceki normu (*norm*) yazın.", "TR20"),
    ("tr", "Gradyanlar 0.01, 1 ve 100. 100 adım atılır.", "TR21"),
    ("tr", "Model eğitim kipinde kalır.", "TR22"),
    ("tr", "## Sırada ne var? { #n }", "TR23"),
    ("tr", "Zamanlayıcı son oranı çarpar.", "TR24"),
    ("tr", "Katman normalizasyonu sabittir.", "TR25"),
    ("tr", "Bir gömme katmanı eğitilir.", "TR26"),
    ("tr", "Kayıp 2. adımda artar.", "TR27"),
    ("tr", "Her koşunun kendi çizelgesi vardır.", "TR28"),
    ("tr", "`SGD`, gradyanların sürekli güncellenen bir toplamını tutar.", "TR28"),
    ("tr", "## İkinci dereceden bir kayıp { #q }", "TR28"),
    ("tr", "İletideki sıra numarası 0’dan başlar.", "TR28"),
    ("tr", "Her mini batch’ten (*mini-batch*) sonra çağırın.", "TR29"),
    ("tr", "Ağırlıklar değişmedi ve hiçbir şey uyarmadı.", "TR30"),
    ("tr", "0’dan 40’a güncellemeye karşı öğrenme oranı.", "TR31"),
    ("tr", "Betaların her biri 0’dan başlar, 1’den küçük kalır.", "TR32"),
]


@pytest.mark.parametrize(("language", "text", "rule"), WRONG, ids=[f"{rule}-{language}" for language, _, rule in WRONG])
def test_a_broken_rule_is_named_with_file_line_and_advice(language, text, rule):
    found = lint.check(page(text), language, "docs/x.md")
    assert [line for line in found if line.startswith(f"docs/x.md:7: {rule}: “")], found


RIGHT = [
    ("en", "`vanilla` stays in code, and PyTorch adds gradients."),
    ("hi", "`zero_grad()` मेथड ग्रेडिएंट को `None` कर देता है। 3 बार चलाएँ।"),
    ("hi", "| क्रम | मान |\n|---|---|\n| पहला | ग्रेडिएंट |"),
    ("hi", "अतः ग्रेडिएंट जुड़ते जाते हैं।"),
    ("hi", "छोटा पड़ाव पहले और दूसरे स्टेप के बीच है, 5 से 10% तक।"),
    ("hi", "पहला `step()` होने से पहले `w` का ग्रेडिएंट चाहिए, तो 5% घटाएँ।"),
    ("zh", "调用 `backward()` 会累加梯度（gradient），学习率为 `0.01`。"),
    ("zh", "形状为 (10, 20) 的张量。"),
    ("zh", "步长是应有的十倍，最多 4 倍；放大 8 倍，快一倍，大多少倍？"),
    ("zh", "每个批次 4 个样本，执行一步之后调度器推进一次；调度器先后设置四个值，路径到达 x = 4.1，批次大小 16。"),
    ("tr", "`zero_grad()` metodunu çağırın; PyTorch’ta gradyan birikir."),
    ("tr", "Son öğrenme oranı, iki eğriliğin oranına bağlıdır; adım 2’de 5 adımdan biri kalır."),
    ("tr", "Koşul sağlanınca hiçbir şey uyarlanmaz; sayaçların her biri 0’dan başlar, sonra artar."),
]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_good_text_is_left_alone(language, text):
    assert lint.check(page(text), language, "docs/x.md") == []


def test_decomposed_letters_are_named():
    assert "NFC" in lint.check(page("Gradyan du\u0308s\u0327er."), "tr", "docs/x.md")[0]


def test_code_formulas_links_and_directives_are_no_prose():
    text = "`3.x` $a,b$ [链接](a,b.md)\n\n/// snippet | a/b\nlabel a,b: 甲\n///\n\n```text\n您,\n```"
    assert lint.check(page(text), "zh", "docs/x.md") == []


def test_a_waiver_with_a_reason_excuses_the_next_line_and_no_other():
    waived = "<!-- waive ZH10: quoted from an old post -->\n您好。"
    assert lint.check(page(waived), "zh", "docs/x.md") == []
    assert lint.check(page(waived + "\n\n您好。"), "zh", "docs/x.md")
    assert lint.check(page("<!-- waive ZH10: -->\n您好。"), "zh", "docs/x.md")


ENGLISH = page(
    'Call `a()` with 3, see [there](b.md#c), $x^2$.\n\n!!! tip "Title"\n    One two three four five six.\n\n/// snippet | a/b\n///'
)
TURKISH = page('3 ile `a()` çağırın, [oraya](b.md#c) bakın, $x^2$.\n\n!!! tip "Başlık"\n    Bir iki üç.\n\n/// snippet | a/b\n///')


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("3 ile", "4 ile", "numbers differ: missing 3; not in English 4"),
        ("`a()`", "`b()`", "inline code differ: missing `a()`; not in English `b()`"),
        ("$x^2$", "$x^3$", "formulas differ"),
        ("b.md#c", "b.md#d", "links differ: missing b.md#c; not in English b.md#d"),
        ("a/b", "a/c", "snippets differ"),
        ("!!! tip", "!!! note", "callouts differ"),
        ("Bir iki üç.", "One two three four five six.", "not translated: “One two three four five six.”"),
    ],
    ids=["number", "code", "formula", "link", "snippet", "callout", "untranslated"],
)
def test_a_translated_section_that_says_something_else_is_named(old, new, message):
    assert lint.parallel(ENGLISH, stamp(ENGLISH, TURKISH), "docs/tr/p.md") == []
    found = lint.parallel(ENGLISH, stamp(ENGLISH, TURKISH.replace(old, new)), "docs/tr/p.md")
    assert any("docs/tr/p.md:5: #t: " in line and message in line for line in found), found


def test_a_decimal_comma_is_the_same_number():
    english, turkish = page("It is 2.5 times as large."), page("2,5 kat büyüktür.")
    assert lint.parallel(english, stamp(english, turkish), "x") == []


def test_sections_in_another_order_are_named():
    english = "# A { #a }\n\n## B { #b }\n\n## C { #c }\n"
    found = lint.parallel(english, stamp(english, "# A1 { #a }\n\n## C1 { #c }\n\n## B1 { #b }\n"), "docs/tr/p.md")
    assert "put them in the English order" in found[0]


def test_every_language_rule_has_an_example_that_it_catches():
    rules = {rule["id"] for rule in json.loads(lint.RULES.read_text("utf-8"))}
    silent = {
        rule
        for language, text, rule in WRONG
        if not any(f": {rule}: " in line for line in lint.check(f"# T {{ #t }}\n\n{text}\n", language, "x.md"))
    }
    shown = {rule for _, _, rule in WRONG}
    assert not rules - shown, f"terms/lint.json: no example for {sorted(rules - shown)}; add one to WRONG"
    gone = {rule for rule in shown - rules if not re.match(r"T\d", rule)}  # T001 …: rows of the terminology
    assert not gone, f"terms/lint.json: no rule {sorted(gone)}"
    assert not silent, f"terms/lint.json: {sorted(silent)} does not catch its example"
