"""This file is the commands as a group: known by their names and summaries, loaded when one of them is called."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from hexaglot.commands import SUMMARIES


class Commands(TyperGroup):
    """The commands of the command line. Those that stand in `hexaglot.commands` are here in name only, until called."""

    def __init__(self, **parts: Any) -> None:  # noqa: ANN401 - Typer's own parts of a group, handed on
        super().__init__(**parts)
        for name, summary in SUMMARIES.items():
            self.add_command(TyperCommand(name, help=summary))

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> tuple[str | None, Any, list[str]]:  # type: ignore[override] # Typer's context is a subclass of what it hands over
        """The command that these words call, loaded, and the words that are left for it."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, loaded(name) if name in SUMMARIES else command, rest


def loaded(name: str) -> TyperCommand:
    """The whole command: its options, its help, what it does."""
    file = name.replace("-", "_")
    module = import_module(f"hexaglot.commands.{file}_" if iskeyword(file) else f"hexaglot.commands.{file}")
    alone = typer.Typer(add_completion=False)
    alone.command(name)(module.COMMAND)
    return cast("TyperCommand", get_command(alone))  # one command without a callback is made into itself
