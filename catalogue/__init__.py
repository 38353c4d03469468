"""This room is what a message catalogue is: messages, languages, letters. It does not know the checker."""

from catalogue.errors import (
    CatalogueError,
    DuplicateLanguage,
    EditConflict,
    InvalidValue,
    Unreadable,
    Unwritable,
)
from catalogue.language import Direction, Language
from catalogue.model import SIX_LANGUAGES, Captions, Catalogue, Message, Title, Video

__all__ = [
    "SIX_LANGUAGES",
    "Captions",
    "Catalogue",
    "CatalogueError",
    "Direction",
    "DuplicateLanguage",
    "EditConflict",
    "InvalidValue",
    "Language",
    "Message",
    "Title",
    "Unreadable",
    "Unwritable",
    "Video",
]
