from __future__ import annotations

import pytest

from catalogue.errors import Unreadable
from catalogue.kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("data", "suffix", "told"),
    [
        (
            b"Received: from a.example\r\n by b.example\r\nMIME-Version: 1.0\r\n\r\nSee https://youtu.be/x",
            "",
            "is a mail as mail",
        ),
        (b"anything", ".eml", "is a mail as mail programs send it"),
        (b"anything", ".zip", "is a packed file; unpack it"),
        (b"anything", ".exe", "is a .exe file; a letter is a .docx, .pdf, .txt, .md or .html file"),
    ],
)
def test_what_is_no_letter_is_refused_with_what_to_do(data: bytes, suffix: str, told: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        kind_of(data, suffix=suffix)
    assert str(refusal.value).startswith(told)


def test_a_letter_that_speaks_of_mails_is_a_letter() -> None:
    assert kind_of(b"Subject to approval, here are the links:\nEnglish https://youtu.be/x") is Kind.TEXT
