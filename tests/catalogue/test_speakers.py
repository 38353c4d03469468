"""This file is the tests of whom a text calls the speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.speakers import speaker_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Message by Houlin Zhao, Secretary-General", "Houlin Zhao"),
        ("Message from ITU Secretary-General, Houlin Zhao", "Houlin Zhao"),
        ("WTISD 2021. Video message by Ms Doreen Bogdan-Martin (ITU)", "Doreen Bogdan-Martin"),
        ("A message from Her Excellency Dr. Amina J. Mohammed", "Amina J. Mohammed"),
        ("Speaker: Houlin Zhao", "Houlin Zhao"),
        ("Speaker: Zendaya", "Zendaya"),
        ("Orateur : António Guterres, Secrétaire général", "António Guterres"),
        ("Выступающий: Хоулинь Чжао", "Хоулинь Чжао"),
        ("讲话人：赵厚麟", "赵厚麟"),
        ("Discurso de António Guterres", "António Guterres"),
        ("Mensaje del Sr. Simón Bolívar de la Torre, Embajador", "Simón Bolívar de la Torre"),
        ("Message de Mme Audrey Azoulay – Directrice générale", "Audrey Azoulay"),
        ("Обращение: Хоулинь Чжао, Генеральный секретарь", "Хоулинь Чжао"),
        ("كلمة السيد هولين جاو، الأمين العام", "هولين جاو"),
        ("كلمة معالي الدكتورة أمينة محمد", "أمينة محمد"),
        ("国际电联秘书长赵厚麟的视频讲话", "赵厚麟"),
        ("总干事谭德塞博士致辞", "谭德塞"),
    ],
)
def test_a_speaker_is_called_by_name(text: str, name: str) -> None:
    assert speaker_in(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Houlin Zhao",
        "Message from the Secretary-General",
        "Speaker: the Director-General",
        "Speaker: ,",
        "Message from the Prime Minister, New Zealand",
        "Message from New Zealand",
        "Message of the day",
        "Message by 2 Ministers",
        "Message by Zendaya",
        "Message from World Radio Day",
        "Message from friends and colleagues",
        "Message by One Two Three Four Five Six",
        "Statement by the President",
        "Обращение Хоулиня Чжао",
        "秘书长国际妇女节致辞",
        "the message by Houlin Zhao",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    assert speaker_in(text) is None


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for start in ("", "Message by ", "Speaker: ", "Discurso de ", "كلمة السيد "):
        name = speaker_in(start + text)
        assert name is None or name
