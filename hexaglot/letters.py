"""This file is the tasks that change the catalogue: a letter read in, one link added, one removed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from catalogue import Catalogue, Language, store
from catalogue.adding import Wish, add, remove
from catalogue.candidate import Recognised, Refused
from catalogue.disguised import remark_on
from catalogue.documents import read_document
from catalogue.file.replacing import replace_file
from catalogue.intake import Intake, intake
from catalogue.letter import read_letter
from catalogue.schema import FILE, schema_text
from catalogue.source import Ask
from catalogue.tongue import tongue_of
from checker.providers import PROVIDERS, provider_of, recognise
from hexaglot.settings import Settings


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person said about a letter beside the letter itself."""

    slug: str | None = None
    title: str | None = None
    on: date | None = None
    one: bool = False


def import_letter(
    settings: Settings, source: str, stdin: BinaryIO, wishes: Wishes, *, ask: Ask, today: date, dry_run: bool
) -> Intake:
    """Read a letter into the catalogue; nothing is written when it holds nothing new, or on a dry run."""
    document = store.open_document(settings.catalogue)
    html = read_document(source, stdin, ask)
    found = intake(
        read_letter(html),
        document.catalogue,
        recognise=as_letter_link,
        today=today,
        slug=wishes.slug,
        title=wishes.title,
        on=wishes.on,
        one=wishes.one,
        tongue=lambda text: tongue_of(text, document.catalogue.languages),
    )
    found = replace(found, remark=" ".join(filter(None, (found.remark, remark_on(html, as_letter_link)))))
    if not dry_run and found.after != document.catalogue:
        _write(document, found.after)
    return found


def as_letter_link(url: str) -> Recognised | Refused | None:
    """What a link in a letter is to the catalogue. A bare id is a word like any other there, never a video."""
    if "." not in url:
        return None
    ref = recognise(url)
    if ref is None:
        flaw = next((flaw for provider in PROVIDERS if (flaw := provider.flaw(url)) is not None), None)
        return None if flaw is None else Refused(flaw.reason)
    provider = provider_of(ref)
    impossible = provider.impossible(ref)
    if impossible is not None:
        hint = f" Perhaps {impossible.suggestion} was meant." if impossible.suggestion else ""
        return Refused(impossible.reason + hint)
    return Recognised(f"{ref.provider}:{ref.id}", provider.page(ref))


def add_link(settings: Settings, wish: Wish, *, today: date) -> str:
    """Put one link into the catalogue file; returns the address as it stands there."""
    document = store.open_document(settings.catalogue)
    after = add(document.catalogue, wish, recognise=as_letter_link, today=today)
    _write(document, after)
    message = after.message(wish.slug)
    video = None if message is None else message.video_in(wish.language)
    return wish.url if video is None else video.url


def remove_link(settings: Settings, slug: str, language: Language) -> None:
    """Take one link out of the catalogue file; its place stays, empty."""
    document = store.open_document(settings.catalogue)
    store.write(document, remove(document.catalogue, slug, language))


def _write(document: store.Document, after: Catalogue) -> None:
    """Write the catalogue. A new one gets the schema that its first line names beside it, unless one is there."""
    beside = document.path.with_name(FILE)
    if document.content is None and not beside.exists():
        replace_file(beside, None, schema_text().encode())  # first: where this is refused, nothing is written at all
    store.write(document, after)
