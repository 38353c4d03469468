"""This file is the hostile titles of SNIPPETS section 6, each with what may be left of it."""

from __future__ import annotations

from dataclasses import dataclass

_FAMILY = "👩🏽\u200d👩🏽\u200d👧🏽"
_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A title as it came; `text` is what is printed, None where the usual words must stand instead.

    `removed` is what is taken out: how its description begins, and its position, counted from 1. `number` is the check.
    """

    number: int
    raw: str | None
    text: str | None
    removed: tuple[tuple[str, int], ...] = ()


def _kept(number: int, title: str) -> Hostile:
    return Hostile(number, title, title)


HOSTILE: tuple[Hostile, ...] = (
    _kept(1, "He said \"it's\" <b>bold</b> & 'x'"),
    _kept(2, "<script>window.__x=1</script>"),
    _kept(3, '" onload="window.__x=1" x="'),
    _kept(4, "' onfocus='window.__x=1' autofocus '"),
    _kept(5, '"></iframe><img src=x onerror="window.__x=1">'),
    _kept(6, "</title></textarea></style><svg onload=window.__x=1>"),
    _kept(7, "&lt;script&gt; &amp;amp; &#34;"),
    _kept(8, "<!-- --> --!> <![CDATA[ ]]>"),
    Hostile(9, "safe \u202egpj.exe\u202c", "safe gpj.exe", (("U+202E", 6), ("U+202C", 14))),
    Hostile(10, "one \u202etwo \u2067three", "one two three", (("U+202E", 5), ("U+2067", 10))),
    Hostile(10, "\u2069\u202cfour", "four", (("U+2069", 1), ("U+202C", 2))),
    Hostile(
        11,
        "\u2067one \u2066two\u2069 three\u2069 \u2068four\u2069",
        "one two three four",
        (("U+2067", 1), ("U+2066", 6), ("U+2069", 10), ("U+2069", 17), ("U+2068", 19), ("U+2069", 24)),
    ),
    _kept(12, "left\u200eright\u200farabic\u061cmarks"),
    _kept(13, f"می\u200cخواهم क्\u200dष {_FAMILY}"),
    Hostile(14, "رسالة الأمينة العامة " * 229, "رسالة الأمينة العامة " * 14 + "رسالة…"),
    Hostile(15, "x" * 5000, "x" * 299 + "…"),
    Hostile(16, _FAMILY * 100, _FAMILY * 37 + "…"),
    Hostile(16, "🇨🇭" * 200, "🇨🇭" * 149 + "…"),
    Hostile(17, None, None),
    Hostile(17, "", None),
    Hostile(17, "   ", None),
    Hostile(17, "\u00a0", None),
    Hostile(18, _CONTROLS, None, tuple((f"U+{ord(char):04X}", place) for place, char in enumerate(_CONTROLS, 1))),
    Hostile(18, "\u200e\u200f\u061c", None),
    _kept(19, "👍🏿 🇨🇭 ❤\ufe0f 😀"),
    _kept(20, "ITU-T G.9991: رسالة 2026 (Geneva) 第17届!"),
    Hostile(21, "a" + "\u0301" * 60 + "z", "á" + "\u0301" * 5 + "z", (("54 of the marks", 1),)),
    Hostile(21, "Un e\u0301te\u0301 en Suisse", "Un été en Suisse"),
    Hostile(22, "one\r\ntwo\u2028three\u2029four\u0085five\tsix", "one two three four five six"),
    Hostile(
        23,
        "zero\x00one\x01esc\x1bdel\x7fend",
        "zerooneescdelend",
        (("U+0000", 5), ("U+0001", 9), ("U+001B", 13), ("U+007F", 17)),
    ),
    Hostile(24, "half\ud800not\ufffe nor\ufdd0", "halfnot nor", (("U+D800", 5), ("U+FFFE", 9), ("U+FDD0", 14))),
    Hostile(25, "tag\U000e0041bom\ufeffzwsp\u200b.", "tagbomzwsp.", (("U+E0041", 4), ("U+FEFF", 8), ("U+200B", 13))),
    _kept(26, "{{7*7}} ${7*7} <%= %> {% x %}"),
    _kept(27, "](javascript:alert(1)) [x](http://evil)"),
    _kept(28, "[gallery] [embed]https://evil.example[/embed]"),
    Hostile(29, "a line\u2028b </script>", "a line b </script>"),
    _kept(30, "%0d%0aSet-Cookie: x javascript:alert(1)"),
    _kept(31, "٢٠٢٦ 2026-2025"),
    _kept(32, "The W\u043erld Summit"),
)
