"""This file is the maker of catalogue/directions.py, from the CLDR data in npm's cldr-core.

Usage: python tools/directions.py node_modules/cldr-core > catalogue/directions.py
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from textwrap import fill


def table(cldr: Path) -> str:
    """The Python source of the table, made from the folder of an unpacked cldr-core."""
    version = json.loads((cldr / "package.json").read_text("utf-8"))["version"]
    metadata = json.loads((cldr / "scriptMetadata.json").read_text("utf-8"))["scriptMetadata"]
    supplemental = json.loads((cldr / "supplemental/likelySubtags.json").read_text("utf-8"))["supplemental"]
    likely: dict[str, str] = supplemental["likelySubtags"]

    scripts = {script for script, facts in metadata.items() if facts["rtl"] == "YES"}
    script_of = {key: full.split("-")[1] for key, full in likely.items() if not key.startswith("und")}
    without_script = {key: script for key, script in script_of.items() if not _names_script(key)}
    languages = {key for key, script in without_script.items() if script in scripts}
    exceptions = {
        key
        for key, script in without_script.items()
        if script not in scripts and "-" in key and key.split("-")[0] in languages
    }
    return "\n".join(
        (
            '"""This file is the table of right-to-left scripts and languages.',
            "",
            f"Made by tools/directions.py from likelySubtags and scriptMetadata of CLDR {version} (npm cldr-core).",
            "Do not edit it: `make directions` writes it anew, and a test compares. A language stands here when",
            "its likely script is written from right to left; `sd-IN`-like pairs are where a region writes otherwise.",
            '"""',
            "",
            *_names("RTL_SCRIPTS", scripts),
            "",
            *_names("RTL_LANGUAGES", languages),
            "",
            *_names("LTR_EXCEPTIONS", exceptions),
            "",
        )
    )


def _names_script(key: str) -> bool:
    return any(len(part) == len("Arab") for part in key.split("-")[1:])


def _names(name: str, words: set[str]) -> tuple[str, ...]:
    text = fill(" ".join(sorted(words)), 112, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
    return (f"{name} = frozenset(", '    """', text, '    """.split()', ")")


if __name__ == "__main__":
    sys.stdout.write(table(Path(sys.argv[1])))
