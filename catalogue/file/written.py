"""This file is the text of a catalogue file as a person sees it: where a place stands, how trouble there reads."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Written:
    """The text of one file, without its byte order mark. `name` is the path as the person gave it."""

    name: str
    text: str

    def place(self, index: int) -> tuple[int, int]:
        """The line and column, both from 1, of the character at this index.

        Lines end where YAML 1.2 ends them (section 5.4): at LF, CR LF or CR, not at U+0085 or U+2028.
        """
        text = self.text
        breaks = text.count("\n", 0, index) + text.count("\r", 0, index) - text.count("\r\n", 0, index)
        return breaks + 1, index - self.line_start(index) + 1

    def line_start(self, index: int) -> int:
        """The index of the first character of the line in which this index stands."""
        line_feed = self.text.rfind("\n", 0, index)
        return max(line_feed, self.text.rfind("\r", line_feed + 1, index)) + 1

    def trouble(self, index: int, sentence: str) -> Unreadable:
        """The error to raise about this place: `data/videos.yaml:12:5: the key ...`."""
        line, column = self.place(index)
        return Unreadable(f"{self.name}:{line}:{column}: {sentence}", at=(line, column))
