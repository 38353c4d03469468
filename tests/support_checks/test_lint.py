from __future__ import annotations

import pytest

from catalogue import Language
from proof import lint
from proof.pages import wrapped
from proof.scripts import misfit

EN, AR = Language("en"), Language("ar")


@pytest.mark.parametrize(
    ("piece", "rules"),
    [
        ("<p>plain words, 2021</p>", []),
        ('<p>said <span lang="ar" dir="rtl">رسالة ITU</span> again</p>', []),
        ('<p lang="zh">中文々</p>', []),
        ('<p lang="ja">ﾃｽﾄ テスト 文</p>', []),
        ("<p>ªº µ ʹ ＡＢ</p>", []),
        ('<script type="application/ld+json">{"name": "مرحبا"}</script>', []),
        ("<!-- مرحبا --><script src=x.js></script>", []),
        ('<iframe title="words" src="https://x.example/?rel=0"></iframe>', []),
        ("<p>YouTube</p>", []),
        ("<p>مرحبا</p>", ["lang-script (ARABIC in en)"]),
        ("<p>mostly English مرحبا</p>", ["lang-script (ARABIC in en)"]),
        ('<p lang="ar" dir="rtl">English only</p>', ["lang-script (LATIN in ar)"]),
        ('<p lang="ar" dir="rtl">مرحبا 中文</p>', ["lang-script (CJK in ar)"]),
        ('<p lang="ar">مرحبا</p>', ["dir-lang (ar is rtl)"]),
        ('<p lang="ru" dir="rtl">Привет</p>', ["dir-lang (ru is ltr)"]),
        ('<p dir="rtl"><span lang="fr">Bonjour</span></p>', ["dir-lang (fr is ltr)"]),
        ('<p lang="ar" dir="auto">مرحبا</p>', ["dir-unknown", "dir-lang (ar is rtl)"]),
        ('<p lang="zh_CN">中文</p>', []),
        ('<p lang="xx">words</p>', ["lang-unknown", "lang-missing"]),
        ('<p lang="">words</p>', ["lang-unknown", "lang-missing"]),
        ('<p title="مرحبا">words</p>', ["lang-script (ARABIC in en)"]),
        ('<img alt="مرحبا" src="x">', ["lang-script (ARABIC in en)"]),
        ('<a aria-label="مرحبا" href="x">words</a>', ["lang-script (ARABIC in en)"]),
        ('<a lang="ar" dir="rtl" title="Words" href="x">مرحبا</a>', ["lang-script (LATIN in ar)"]),
        ('<p style="direction:rtl">words</p>', ["inline-style"]),
        ("<style>p {}</style>", ["inline-style"]),
        ("<script>1</script>", ["inline-script"]),
        ("<div onclick=1>words</div>", ["inline-script"]),
        ('<a href=" JavaScript:1">words</a>', ["script-address"]),
        ('<iframe src="data:text/html,x" title="words"></iframe>', ["script-address"]),
        ('<iframe title="\u2067\u2069 " src="x"></iframe>', ["frame-title"]),
        ("<iframe></iframe>", ["frame-title"]),
        ('<iframe title="one"></iframe><iframe title=" one"></iframe>', ["frame-title-unique"]),
        ('<button tabindex="-1">words</button>', ["no-keyboard"]),
        ('<iframe title="words" src="https://x.example/?autoplay=1"></iframe>', ["autoplay"]),
        ("<video autoplay></video>", ["autoplay"]),
    ],
)
def test_the_lint_finds_what_is_planted_and_nothing_else(piece: str, rules: list[str]) -> None:
    findings = lint.check("page", wrapped(piece, EN))
    assert [finding.rule for finding in findings] == rules
    assert {finding.document for finding in findings} <= {"page"}


def test_a_word_that_is_the_same_in_every_language_may_be_allowed() -> None:
    page = wrapped("<p> YouTube </p><p>Other</p>", AR)
    assert [finding.text for finding in lint.check("page", page)] == ["<p>: 'YouTube'", "<p>: 'Other'"]
    assert [str(finding) for finding in lint.check("page", page, allow={"YouTube"})] == [
        "page: lang-script (LATIN in ar): <p>: 'Other'"
    ]


def test_a_page_must_say_its_language() -> None:
    rules = [finding.rule for finding in lint.check("page", "<!DOCTYPE html><p>words</p>")]
    assert rules == ["page-lang", "lang-missing"]


def test_a_script_that_the_lint_does_not_know_is_not_passed_over() -> None:
    with pytest.raises(LookupError, match="does not know the script Cher"):
        misfit("ᏣᎳᎩ", Language("chr"))
