"""This file is what reading and writing know of a YAML tree: nodes, and where in the text each one stands.

The shapes are those of PyYAML's own nodes, described without importing it: copying half a million nodes into
values of ours would take longer than reading the file. Indexes count characters of `Tree.written.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from catalogue.file.written import Written


class Mark(Protocol):
    """A place in the text; `column` counts from 0."""

    index: int
    column: int


class Scalar(Protocol):
    """A text. `style` is empty where it stands plain, else what it begins with: a quotation mark, | or >."""

    id: Literal["scalar"]
    value: str
    style: str
    start_mark: Mark
    end_mark: Mark


class Sequence(Protocol):
    """A list. The end mark of one in block style is of no use: it lies past the comments that follow."""

    id: Literal["sequence"]
    value: list[Node]
    flow_style: bool
    start_mark: Mark
    end_mark: Mark


class Mapping(Protocol):
    """Keys with their values, in file order. As for a list, the end mark only serves in flow style."""

    id: Literal["mapping"]
    value: list[tuple[Scalar, Node]]
    flow_style: bool
    start_mark: Mark
    end_mark: Mark


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Tree:
    """What a file holds; `root` is None where it holds nothing but comments."""

    written: Written
    root: Node | None


def end_of(node: Node) -> int:
    """The index past the last character that belongs to the node: no comment, no empty line."""
    while node.id != "scalar" and not node.flow_style:
        node = node.value[-1][1] if node.id == "mapping" else node.value[-1]
    return node.end_mark.index


def is_null(node: Node) -> bool:
    """Whether nothing stands here, by YAML 1.2's core schema (section 10.3.2)."""
    return node.id == "scalar" and not node.style and node.value in {"", "~", "null", "Null", "NULL"}
