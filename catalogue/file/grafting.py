"""This file is how our text comes to say what two people said: theirs is spliced into it, ours stays as it is.

Where an entry is new to us, their own lines are taken over, with their comments. Where our entry only changes, the
value does, and a comment of theirs beside it stays behind.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from catalogue.contents import Contents, Facts, Place
from catalogue.file import lifting
from catalogue.file.changes import root_slot
from catalogue.file.form import Form, fields_of_message, fields_of_video, message_form, titles_form, videos_form
from catalogue.file.placing import Placing, Slot
from catalogue.file.reading import CATALOGUE_KEYS, MESSAGE_KEYS, VIDEO_KEYS
from catalogue.file.scalars import key
from catalogue.file.splice import Splice
from catalogue.file.tree import Tree
from catalogue.language import Language
from catalogue.model import Captions, Message, Title, Video
from catalogue.renaming import Renamed


@dataclass(frozen=True, slots=True)
class Version:
    """One side's file: where everything stands, and what it says."""

    tree: Tree
    contents: Contents


def grafts(ours: Version, theirs: Version, merged: Contents, names: Renamed) -> tuple[Splice, ...]:
    """The splices that make our text say what was merged, all but its list of languages.

    Raises CatalogueError where an entry cannot be reached without rewriting what is around it.
    """
    graft = _Graft(ours, theirs, merged, names)
    graft.messages()
    return tuple(graft.placing.splices)


class _Graft:
    """One text under way."""

    def __init__(self, ours: Version, theirs: Version, merged: Contents, names: Renamed) -> None:
        self.placing = Placing(ours.tree.written)
        self._ours, self._theirs, self._merged, self._names = ours, theirs, merged, names
        self._our_root = root_slot(ours.tree)
        messages = lifting.found(root_slot(theirs.tree), ("messages",))
        self._their_messages = messages.entries() if messages else {}
        self._languages = tuple(Language(tag) for tag in merged.languages)
        self._dropped = tuple(tag for tag in ours.contents.languages if tag not in merged.languages)
        self._tags = (*merged.languages, *self._dropped)
        self._known = lifting.trimmed_lines(ours.tree.written)
        self._dropped_by_us = any(tag not in merged.languages for tag in theirs.contents.languages)

    def messages(self) -> None:
        """All messages: changed, renamed, new, gone."""
        ours, merged = self._ours.contents.messages, self._merged.messages
        names = {self._names.our_name(slug): slug for slug in merged}
        holder = self._our_root.entries().get("messages")
        there = holder.entries() if holder else {}
        for name, slug in names.items():
            if name in ours:
                if name != slug:
                    mark = there[name].key
                    self.placing.splices.append(Splice(mark.start_mark.index, mark.end_mark.index, key(slug)))
                if ours[name] != merged[slug]:
                    self._message(there[name], slug, ours[name], merged[slug])
        self._new_messages(holder, [slug for name, slug in names.items() if name not in ours])
        for name, slot in there.items():
            if name not in names:
                self._cut(slot)
            else:
                self._cut_dropped(slot)

    def _new_messages(self, holder: Slot | None, slugs: list[str]) -> None:
        forms = {slug: message_form(_message(slug, self._merged.messages[slug]), self._languages) for slug in slugs}
        form: dict[str, Form] = dict(forms)
        if holder is None:
            self.placing.add(self._our_root, {"messages": form} if form else {}, CATALOGUE_KEYS)
        elif not holder.entries():
            self.placing.add(holder, form)
        else:
            for slug in slugs:
                self._enter(holder, ("messages", slug), {slug: forms[slug]}, None)

    def _message(self, slot: Slot, slug: str, old: Facts, new: Facts) -> None:
        there = slot.entries()
        before, after = _message(slug, old), _message(slug, new)
        if not there and new:
            self.placing.add(slot, message_form(after, self._languages))
            return
        missing = self.placing.values(there, fields_of_message(before), fields_of_message(after), MESSAGE_KEYS)
        if before.titles != after.titles:
            self._titles(there.get("title"), before, after, missing)
        if before.videos != after.videos:
            self._videos(there.get("videos"), before, after, missing)
        self.placing.add(slot, {name: missing[name] for name in MESSAGE_KEYS if name in missing}, MESSAGE_KEYS)

    def _titles(self, holder: Slot | None, before: Message, after: Message, missing: dict[str, Form]) -> None:
        have, want = titles_form(before.titles, self._languages), titles_form(after.titles, self._languages)
        if holder is None:
            missing["title"] = want
        elif not holder.entries():
            self.placing.add(holder, want)
        else:
            self.placing.add(
                holder, self.placing.values(holder.entries(), have, want, self._merged.languages), self._tags
            )

    def _videos(self, holder: Slot | None, before: Message, after: Message, missing: dict[str, Form]) -> None:
        form = videos_form(after.videos, self._languages)
        if holder is None:
            missing["videos"] = form
        elif not holder.entries():
            self.placing.add(holder, form)
        else:
            for language in self._languages:
                had, has = before.video_in(language), after.video_in(language)
                if had != has:
                    self._video(holder, before.slug, had or Video(language, ""), has)

    def _video(self, holder: Slot, slug: str, old: Video, new: Video | None) -> None:
        tag = old.language.tag
        slot, fields = holder.entries().get(tag), fields_of_video(new) if new else {}
        if slot is None:
            place: Place = ("messages", self._names.their_name(slug), "videos", tag)
            self._enter(holder, place, {tag: fields}, self._tags)
        elif slot.value.id == "mapping" and slot.value.value:
            missing = self.placing.values(slot.entries(), fields_of_video(old), fields, VIDEO_KEYS)
            self.placing.add(slot, missing, VIDEO_KEYS)
        elif fields.keys() == {"url"} and old.url:
            self.placing.put(slot, str(fields["url"]))
        elif fields:
            self.placing.add(slot, fields)
        else:
            self.placing.put(slot, "")

    def _enter(self, holder: Slot, place: Place, form: dict[str, Form], order: tuple[str, ...] | None) -> None:
        """Put in an entry that is new to us: their lines where these fit, else lines of our own making."""
        ours, theirs = self._ours.tree.written, self._theirs.tree.written
        _, slug, *inside = place
        message, first = self._their_messages.get(slug), lifting.first_of(holder)
        slot = lifting.found(message, inside) if message else None
        fits = not self._dropped_by_us and slot and slot.key.start_mark.column == first.key.start_mark.column
        own = lifting.has_own_lines(ours, first) and slot and lifting.has_own_lines(theirs, slot)
        if holder.value.id == "mapping" and fits and own and slot:
            lines = lifting.lines_with_comments(theirs, slot, self._known)
            self.placing.insert(holder.value, place[-1], lines, order)
        else:
            self.placing.add(holder, form, order)

    def _cut_dropped(self, slot: Slot) -> None:
        """Take out what stands in languages that the catalogue has no more; it is empty, or there were a conflict."""
        for name in ("title", "videos"):
            entries = slot.entries()[name].entries() if name in slot.entries() else {}
            for tag in self._dropped:
                if tag in entries:
                    self._cut(entries[tag])

    def _cut(self, slot: Slot) -> None:
        """Take an entry out with its lines; what stands above it stays."""
        written = self._ours.tree.written
        if not lifting.has_own_lines(written, slot):
            sentence = f"“{slot.key.value}” stands between others in its line, so it cannot be taken out here"
            raise written.trouble(slot.key.start_mark.index, sentence)
        start, end = lifting.stretch(written, slot)
        self.placing.splices.append(Splice(start, end, ""))


def _message(slug: str, facts: Facts) -> Message:
    """The facts of a message as a value; among its videos are places that wait for one and say something already."""
    speaker, date = facts.get(("speaker",)), facts.get(("date",))
    return Message(
        slug,
        tuple(Title(Language(at[1]), str(leaf)) for at, leaf in facts.items() if at[0] == "title"),
        dt.date.fromisoformat(str(date)) if date else None,
        str(speaker) if speaker else None,
        tuple(_video(tag, facts) for tag in dict.fromkeys(at[1] for at in facts if at[0] == "videos")),
    )


def _video(tag: str, facts: Facts) -> Video:
    said = {at[2]: leaf for at, leaf in facts.items() if at[:2] == ("videos", tag)}
    texts = {name: str(leaf) for name, leaf in said.items()}
    return Video(
        Language(tag),
        texts.get("url", ""),
        texts.get("title"),
        dt.date.fromisoformat(texts["added"]) if "added" in texts else None,
        Captions(texts.get("captions", "unknown")),
        texts.get("captions_file"),
        texts.get("transcript"),
        tuple(said.get("mirrors", ())),
    )
