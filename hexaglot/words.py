"""This file is what `import` says to people, and to programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from babel.dates import format_date

from catalogue.fate import Fate, Taken
from catalogue.intake import Intake
from reports.terminal import printable

_NOTHING = (
    "No link to a video was found in this letter, so nothing was written. Look whether it is the right one; "
    "a link that you can see and click is filed by: hexaglot add SLUG LANG ADDRESS"
)
_MARKS = {Fate.ADDED: "+", Fate.KNOWN: "=", Fate.UNCLEAR: "?"}


def import_text(found: Intake, where: str, *, dry_run: bool) -> str:
    """What became of each link of a letter, and of the whole, for a person."""
    if not found.taken:
        return f"{_NOTHING}\n"
    title = f"  “{found.title.text}”" if found.title is not None else ""
    parts = (f"{found.slug}{title}", *_said(found), *map(_line, found.taken), "")
    return "\n".join((*parts, _summary(found, where, dry_run=dry_run), ""))


def import_json(found: Intake, where: str, *, dry_run: bool) -> str:
    """The same for a program."""
    value = {
        "message": found.slug,
        "title": None if found.title is None else {"language": found.title.language.tag, "text": found.title.text},
        "titles": {title.language.tag: title.text for title in found.said.titles},
        "date": None if found.said.date is None else found.said.date.isoformat(),
        "speaker": found.said.speaker,
        "lines": dict(found.said.lines),
        "catalogue": where,
        "written": found.changes and not dry_run,
        "remark": found.remark or None,
        "ignored": found.ignored,
        "folded": found.folded,
        "links": [
            {
                "fate": taken.fate,
                "language": None if taken.language is None else taken.language.tag,
                "url": taken.address or taken.mention.url,
                "label": taken.mention.label,
                "line": taken.mention.line,
                "reason": taken.reason,
            }
            for taken in found.taken
        ],
    }
    return json.dumps(value, indent=1) + "\n"


def _said(found: Intake) -> Iterator[str]:
    """What the letter says of the message besides its links, and where."""
    said = found.said
    if said.date is not None:
        yield f"  date: {format_date(said.date, 'd MMMM y', locale='en')}{_at(said.line_of('date'))}"
    if said.speaker is not None:
        yield f"  speaker: {printable(said.speaker)}{_at(said.line_of('speaker'))}"
    for title in said.titles:
        if title != found.title:
            yield f"  title in {title.language}: “{printable(title.text)}”"


def _at(line: int | None) -> str:
    return "" if line is None else f" (line {line})"


def _line(taken: Taken) -> str:
    language = taken.language.tag if taken.language is not None else "-"
    line = "" if taken.mention.line is None else f"line {taken.mention.line}: "
    address = taken.address or taken.mention.url
    start = f"  {_MARKS[taken.fate]} {language:<5} {printable(address)}"
    return start if taken.fate is Fate.ADDED else f"{start}\n          {line}{printable(taken.reason)}"


def _summary(found: Intake, where: str, *, dry_run: bool) -> str:
    parts = [f"{found.added} added, {found.known} already known, {found.unclear} unclear."]
    if found.remark:
        parts.append(found.remark)
    if found.filled and not found.added:
        parts.append(f"New in {found.slug}: {', '.join(found.filled)}.")
    if not found.changes:
        parts.append(f"Nothing new, so {where} is unchanged.")
    elif dry_run:
        parts.append(f"This was a dry run, so {where} is unchanged.")
    else:
        parts.append(f"Written to {where}.")
    return " ".join(parts)
