"""This file is everything that can be set, as one value: from hexaglot.toml, the environment, and options."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError

from hexaglot.length import length

PREFIX = "HEXAGLOT_"

Positive = Annotated[float, Field(gt=0, le=100_000, allow_inf_nan=False)]
"""A rate or a time; a hundred thousand of anything is more than anybody means."""

Several = Annotated[int, Field(ge=1, le=1000)]


def _length(value: object) -> timedelta:
    return length(str(value))


Length = Annotated[timedelta, BeforeValidator(_length)]
"""A length of time as people write it: 12h, 30d, 8w, 1y."""

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""

_KEY = re.compile(r"[\x21-\x7e]{1,500}")
"""What a key can be: whatever can stand in an address once it is quoted."""


def _words(value: object) -> object:
    """A list as the environment has it: `CH,FR` or `CH FR`."""
    return [word for word in re.split(r"[,\s]+", value) if word] if isinstance(value, str) else value


def _key(value: SecretStr) -> SecretStr:
    """The key without spaces around it; empty is none. Raises ValueError, which says nothing of the key itself."""
    key = value.get_secret_value().strip()
    if key and not _KEY.fullmatch(key):
        raise ValueError("a key has 1 to 500 letters, digits and signs of ASCII, and no spaces")
    return SecretStr(key)


class SettingsError(Exception):
    """A setting that cannot be; `str(error)` says which, where, and what it should be."""


class _Section(BaseModel):
    # Without the input: an error of pydantic's, which a traceback shows, would hold a key that is not quite one.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Host(_Section):
    """How one host may be asked, where it differs from all others."""

    rate: Positive | None = None
    concurrency: Several | None = None


class Network(_Section):
    """How the web is asked: questions a second to one host, how many at a time, and seconds of patience."""

    rate: Positive = 2.0
    concurrency: Several = 2
    connect_seconds: Positive = 6.0
    read_seconds: Positive = 10.0
    total_seconds: Positive = 20.0
    hosts: dict[str, Host] = {}


class Schedule(_Section):
    """When links are looked at again: usually, after a first bad look, after a look that could not tell."""

    usual_hours: Positive = 24.0
    doubtful_minutes: Positive = 30.0
    unsure_minutes: Positive = 60.0
    heartbeat_seconds: Positive = 20.0


class ControlVideos(_Section):
    """A site's control videos: one that is known to play, one that never was; each may be `none`."""

    plays: Annotated[str, Field(max_length=2000)] = ""
    never: Annotated[str, Field(max_length=2000)] = ""


class Settings(_Section):
    """All settings, with their defaults."""

    catalogue: Path = Path("data/videos.yaml")
    ledger: Annotated[str, Field(min_length=1)] = "sqlite:///data/history.sqlite"
    output: Path = Path("public")
    contact: Annotated[str, Field(pattern=r"^[\x21-\x7e]*$", max_length=200)] = ""
    site: Annotated[str, Field(pattern=r"^(https?://[\x21-\x7e]+)?$", max_length=200)] = ""
    target_countries: Annotated[frozenset[Country], BeforeValidator(_words)] = frozenset()
    youtube_key: Annotated[SecretStr, AfterValidator(_key)] = SecretStr("")
    allow_private_addresses: bool = False
    window: Length = timedelta(days=30)
    network: Network = Network()
    schedule: Schedule = Schedule()
    controls: dict[str, ControlVideos] = {}

    @property
    def keys(self) -> dict[str, str]:
        """The keys that we have, by the names under which the sites' files ask for them. Never to be shown."""
        return {"youtube": key} if (key := self.youtube_key.get_secret_value()) else {}


def read_settings(
    text: str, environment: Mapping[str, str], options: Mapping[str, object], *, where: str = "hexaglot.toml"
) -> Settings:
    """The settings of a TOML text, with the environment's over them, with the options' (not None) over those.

    A setting inside a section is written with two underscores in the environment: HEXAGLOT_NETWORK__RATE.
    Raises SettingsError.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{where}: {error}; mend it there, or give another file with --config"
        raise SettingsError(message) from error
    for name, value in environment.items():
        path = name.removeprefix(PREFIX).lower().split("__")
        if name.startswith(PREFIX) and value and path[0] in Settings.model_fields:
            _put(table, path, value)
    table.update({name: value for name, value in options.items() if value is not None})
    try:
        return Settings.model_validate(table)
    except ValidationError as error:
        raise SettingsError(_sentence(error, where)) from error


def _put(table: dict[str, Any], path: list[str], value: str) -> None:
    for name in path[:-1]:
        inner = table.setdefault(name, {})
        if not isinstance(inner, dict):
            return
        table = inner
    table[path[-1]] = value


def _sentence(error: ValidationError, where: str) -> str:
    """The first thing that is wrong, in words."""
    first = error.errors(include_url=False)[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        near = get_close_matches(str(first["loc"][-1]), _names(first["loc"][:-1]), n=1)
        hint = f"did you mean “{near[0]}”?" if near else f"known here are: {', '.join(_names(first['loc'][:-1]))}"
        return f"{where} or the environment: “{name}” is no setting; {hint}"
    value = "not shown here" if first["loc"][0] == "youtube_key" else repr(first["input"])
    return f"{where} or the environment: “{name}” is {value}: {first['msg'].removeprefix('Value error, ')}"


def _names(path: tuple[int | str, ...]) -> list[str]:
    sections: dict[tuple[int | str, ...], type[BaseModel]] = {
        (): Settings,
        ("network",): Network,
        ("schedule",): Schedule,
    }
    inner = ControlVideos if path[:1] == ("controls",) else Host
    return sorted(sections.get(path, inner).model_fields)
