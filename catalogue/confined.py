"""This file is a process of its own in which a document is converted: what a hostile one takes, ends with it.

Converters are large programs that read whatever they are given. Time and memory of the process are limited, so that no
document can hang the command or take the machine's memory; and they are loaded only when there is one to convert.
"""

from __future__ import annotations

import resource
import subprocess
import sys

from catalogue.errors import Unreadable
from catalogue.kinds import Kind

SECONDS = 30
"""How long a conversion may take, in seconds of the processor; a long letter takes two."""
MEMORY = 1024 * 1024 * 1024
"""How much memory it may take, in bytes."""
HTML = 20 * 1024 * 1024
"""How much text may come out, in characters."""

_WAIT = 3 * SECONDS
_REFUSED, _TOO_MUCH = 3, 4
_TAKES_TOO_MUCH = "takes more time or memory than a letter does; give the part that holds the links, or save it as text"


def converted(kind: Kind, data: bytes) -> str:
    """A Word document or a PDF as HTML. Raises Unreadable: the rest of a sentence that begins with the file's name."""
    try:
        # -P: nothing is imported from the folder that the person works in.
        done = subprocess.run(  # noqa: S603 - our own program, and no word of the document is on its command line
            (sys.executable, "-P", "-m", "catalogue.confined", kind.value),
            input=data,
            capture_output=True,
            timeout=_WAIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(_TAKES_TOO_MUCH) from error
    told = done.stderr.decode("utf-8", "replace")
    if done.returncode == _REFUSED:
        raise Unreadable(told)
    if done.returncode == _TOO_MUCH or done.returncode < 0:
        raise Unreadable(_TAKES_TOO_MUCH)
    if done.returncode:
        message = f"the conversion of a document ended with {done.returncode}: {told}"
        raise RuntimeError(message)
    return done.stdout.decode("utf-8", "replace")


def main(kind: str) -> int:
    """What the process does: a document on standard input, its HTML on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        html = _html(Kind(kind), sys.stdin.buffer.read())
    except Unreadable as refusal:
        if isinstance(refusal.__cause__, MemoryError):
            return _TOO_MUCH
        sys.stderr.buffer.write(str(refusal).encode("utf-8", "replace"))
        return _REFUSED
    except MemoryError:
        return _TOO_MUCH
    if len(html) > HTML:
        return _TOO_MUCH
    sys.stdout.buffer.write(html.encode("utf-8", "replace"))
    return 0


def _html(kind: Kind, data: bytes) -> str:
    if kind is Kind.WORD:
        from catalogue.word.converting import word_as_html  # noqa: PLC0415 - only one of the two is ever needed

        return word_as_html(data)
    from catalogue.pdf.pages import pdf_as_html  # noqa: PLC0415 - as above

    return pdf_as_html(data)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
