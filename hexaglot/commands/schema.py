"""This file is the command `schema`: the JSON Schema of the catalogue file."""

from __future__ import annotations

from catalogue.schema import schema_text
from hexaglot.printing import print_result


def schema() -> None:
    """Print the JSON Schema of the catalogue file, by which editors complete and warn.

    A catalogue that Hexaglot begins has it beside it; `hexaglot schema > data/videos.schema.json` renews it.
    """
    print_result(schema_text())


COMMAND = schema
