"""This file is how the difference between two catalogues becomes splices of the text that one of them stands in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import cast

from catalogue.errors import CatalogueError
from catalogue.file.form import (
    Form,
    fields_of_message,
    fields_of_video,
    message_form,
    titles_form,
    videos_form,
)
from catalogue.file.manner import steps_of
from catalogue.file.placing import Placing, Slot
from catalogue.file.reading import CATALOGUE_KEYS, MESSAGE_KEYS, VIDEO_KEYS, Reader
from catalogue.file.splice import Splice
from catalogue.file.tree import Mapping, Tree
from catalogue.language import Language
from catalogue.model import Captions, Catalogue, Message, Video


@dataclass(frozen=True, slots=True)
class Plan:
    """The splices that make one catalogue out of another, and the one that they make.

    `meant` is the catalogue asked for, save that a stub's title, captions and the like, written before there was a
    video, are kept where the new video says nothing about them.
    """

    splices: tuple[Splice, ...]
    meant: Catalogue


def touched(before: Catalogue, after: Catalogue) -> tuple[int, ...]:
    """The places in `after`, from 0, of messages that differ or are new.

    Raises CatalogueError for what is not supported: messages that went or changed places, other languages.
    """
    if before.languages != after.languages:
        sentence = "the list of languages cannot be changed here; change “languages:” in the file by hand"
        raise CatalogueError(sentence)
    places = []
    for place, (old, new) in enumerate(zip_longest(before.messages, after.messages)):
        if new is None or (old is not None and old.slug != new.slug):
            sentence = f"the message “{old.slug}” would go, or change places; do that in the file by hand"
            raise CatalogueError(sentence)
        if old is not new and (old is None or not same(old, new)):
            _refuse_other_languages(new, after.languages)
            places.append(place)
    return tuple(places)


def same(one: Message, other: Message) -> bool:
    """Whether two messages say the same; the order of titles and videos in a message means nothing."""
    return one == other or _settled(one) == _settled(other)


def plan(tree: Tree, before: Catalogue, after: Catalogue) -> Plan:
    """Decide how to turn the text of `before` into one that reads as `after`; they differ as `touched` allows."""
    change = _Change(tree, before.languages)
    messages = change.messages(before, after)
    return Plan(tuple(change.placing.splices), Catalogue(before.languages, messages))


def _settled(message: Message) -> Message:
    return replace(
        message,
        titles=tuple(sorted(message.titles, key=lambda title: title.language)),
        videos=tuple(sorted(message.videos, key=lambda video: video.language)),
    )


def _refuse_other_languages(message: Message, languages: tuple[Language, ...]) -> None:
    for language in [item.language for items in (message.titles, message.videos) for item in items]:
        if language not in languages:
            sentence = f"{message.slug}: {language} is not among “languages:”; add it there by hand first"
            raise CatalogueError(sentence)


class _Change:
    """One change under way."""

    def __init__(self, tree: Tree, languages: tuple[Language, ...]) -> None:
        self.placing = Placing(tree.written)
        self._root = root_slot(tree)
        self._languages = languages
        self._tags = tuple(language.tag for language in languages)
        self._reader = Reader(tree.written, languages)

    def messages(self, before: Catalogue, after: Catalogue) -> tuple[Message, ...]:
        slots = self._root.entries()
        place = slots.get("messages")
        there = place.entries() if place else {}
        kept = [
            old if same(old, new) else self._message(there[old.slug], old, new)
            for old, new in zip(before.messages, after.messages, strict=False)
        ]
        added = after.messages[len(before.messages) :]
        form: dict[str, Form] = {message.slug: message_form(message, self._languages) for message in added}
        if place:
            self.placing.add(place, form)
        else:
            self.placing.add(self._root, {"messages": form}, CATALOGUE_KEYS)
        return (*kept, *added)

    def _message(self, slot: Slot, old: Message, new: Message) -> Message:
        there = slot.entries()
        if not there:
            self.placing.add(slot, message_form(new, self._languages))
            return new
        missing: dict[str, Form] = {}
        titles, videos = there.get("title"), there.get("videos")
        if titles:
            self._titles(titles, old, new)
        elif new.titles:
            missing["title"] = titles_form(new.titles, self._languages)
        meant = new
        if videos and videos.entries():
            meant = replace(new, videos=self._videos(videos, old, new))
        elif videos and new.videos:
            self.placing.add(videos, videos_form(new.videos, self._languages))
        elif new.videos:
            missing["videos"] = videos_form(new.videos, self._languages)
        missing |= self.placing.values(there, fields_of_message(old), fields_of_message(new), MESSAGE_KEYS)
        self.placing.add(slot, missing, MESSAGE_KEYS)
        return meant

    def _titles(self, slot: Slot, old: Message, new: Message) -> None:
        have, want = titles_form(old.titles, self._languages), titles_form(new.titles, self._languages)
        self.placing.add(slot, self.placing.values(slot.entries(), have, want, self._tags), self._tags)

    def _videos(self, slot: Slot, old: Message, new: Message) -> tuple[Video, ...]:
        there = slot.entries()
        meant = []
        missing: dict[str, Form] = {}
        for language in self._languages:
            had, wanted = old.video_in(language), new.video_in(language)
            place = there.get(language.tag)
            if place and had != wanted:
                stub = self._reader.slot(language, place.value)
                wanted = _filling(stub, wanted) if wanted and not had else wanted
                self._video(place, stub, wanted)
            elif wanted and not place:
                missing[language.tag] = fields_of_video(wanted)
            meant += [wanted] if wanted else []
        self.placing.add(slot, missing, self._tags)
        return tuple(meant)

    def _video(self, slot: Slot, old: Video, new: Video | None) -> None:
        fields = fields_of_video(new) if new else {}
        if slot.value.id == "mapping":
            missing = self.placing.values(slot.entries(), fields_of_video(old), fields, VIDEO_KEYS)
            self.placing.add(slot, missing, VIDEO_KEYS)
        elif fields.keys() == {"url"} and old.url:
            self.placing.put(slot, str(fields["url"]))
        elif fields:
            self.placing.add(slot, fields)
        else:
            self.placing.put(slot, "")


def _filling(stub: Video, video: Video) -> Video:
    """The video, with what its stub says already where the video itself is silent."""
    return replace(
        video,
        title=stub.title if video.title is None else video.title,
        added=video.added or stub.added,
        captions=stub.captions if video.captions is Captions.UNKNOWN else video.captions,
        captions_file=video.captions_file or stub.captions_file,
        transcript=video.transcript or stub.transcript,
        mirrors=video.mirrors or stub.mirrors,
    )


def root_slot(tree: Tree) -> Slot:
    """The whole file as the value of a key; its own first key stands in for the one that it lacks."""
    root = cast("Mapping", tree.root)  # it was read as a catalogue, or there would be no `before`
    return Slot(root.value[0][0], root, root.flow_style, (0, *steps_of(root)))
