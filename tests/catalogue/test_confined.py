"""This file is the tests of the process in which documents are converted: what is too much ends with it."""

from __future__ import annotations

import os
import resource
import zlib
from pathlib import Path

import pytest

from catalogue import Unreadable
from catalogue.confined import converted
from catalogue.kinds import Kind
from docx_files import docx, p, run
from pdf_files import Shown, page, pdf


def test_what_comes_out_is_what_the_converter_says() -> None:
    assert "Français العربية" in converted(Kind.WORD, docx(p(run("Français العربية"))))
    assert converted(Kind.PDF, pdf(page([Shown(50, 700, "Français")]))) == "<p>Français</p>\n"


def test_a_refusal_is_said_as_it_is() -> None:
    with pytest.raises(Unreadable, match=r"^holds no text; look whether it is the right file$"):
        converted(Kind.WORD, docx(""))


def swelling(size: int) -> bytes:
    """A PDF of some hundred kilobytes whose page is `size` MiB long when unpacked."""
    deflate = zlib.compressobj(9)
    head = deflate.compress(b"") + deflate.flush(zlib.Z_FULL_FLUSH)
    one = deflate.compress(b" " * (1 << 20)) + deflate.flush(zlib.Z_FULL_FLUSH)  # each such block stands for itself
    packed = head + one * size
    content = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\n" % (len(packed), packed)
    whole = pdf(page([]))
    start = whole.index(b"5 0 obj\n") + len(b"5 0 obj\n")
    return whole[:start] + content + whole[whole.index(b"endobj", start) :]


@pytest.mark.slow
def test_a_pdf_that_swells_is_refused_and_this_process_does_not_grow() -> None:
    data = swelling(2_048)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Unreadable, match="takes more time or memory than a letter does; give the part"):
        converted(Kind.PDF, data)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024  # KiB


def test_a_document_that_takes_for_ever_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("catalogue.confined._WAIT", 0.0)
    with pytest.raises(Unreadable, match="takes more time or memory"):
        converted(Kind.WORD, docx(p(run("x"))))


def test_nothing_is_imported_from_the_folder_that_a_person_works_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mammoth.py").write_text("raise SystemExit('planted')", "utf-8")
    (tmp_path / "resource.py").write_text("raise SystemExit('planted')", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert "Dear all" in converted(Kind.WORD, docx(p(run("Dear all"))))


def test_a_fault_of_our_own_is_no_refusal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "mammoth.py").write_text("raise ValueError('planted')", "utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), os.environ.get("PYTHONPATH", ""))))
    with pytest.raises(RuntimeError, match="planted"):
        converted(Kind.WORD, docx(p(run("Dear all"))))
