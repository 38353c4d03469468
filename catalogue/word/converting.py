"""This file is how a Word document becomes HTML (the door to mammoth).

mammoth is offered a package without pictures, macros or embedded files, so it cannot be led to any of them.
"""

from __future__ import annotations

import mammoth  # type: ignore[import-untyped]  # it ships no types

from catalogue.errors import Unreadable
from catalogue.word.finishing import finished
from catalogue.word.margins import with_margins
from catalogue.word.package import packed, text_parts
from catalogue.word.preparing import prepared

_BROKEN = "is no Word document that can be read; open it in Word and save it as .docx or PDF anew"
_EMPTY = "holds no text; look whether it is the right file"


def word_as_html(data: bytes) -> str:
    """A .docx as HTML for `read_letter`; each link says in `data-line` in which paragraph it stands, from 1.

    Raises Unreadable: the rest of a sentence that begins with the file's name.
    """
    package = packed(with_margins(prepared(text_parts(data))))
    try:
        html = mammoth.convert_to_html(
            package,
            convert_image=mammoth.images.img_element(lambda _: {}),
            include_embedded_style_map=False,
            external_file_access=False,
        ).value
    except Exception as error:  # a broken document brings any error out of mammoth, and none of them is our fault
        raise Unreadable(_BROKEN) from error
    if not html:
        raise Unreadable(_EMPTY)
    return finished(html)
