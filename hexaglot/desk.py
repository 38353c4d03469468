"""This file is the desk where links are looked at: the settings, and the parts that are made from them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from checker.fetch import Limits, Web
from checker.ledger import Ledger, LedgerError
from hexaglot.settings import Settings, SettingsError
from hexaglot.start import Start
from hexaglot.sweeping import Instruments, Progress
from hexaglot.terms import given_of, manners_of, pace_of
from hexaglot.trials import controls_of
from hexaglot.version import VERSION


def check_surroundings(environment: Mapping[str, str]) -> None:
    """Refuse what requests would read from the environment and fail on later, as if a site had failed."""
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        bundle = environment.get(name, "")
        if bundle and not Path(bundle).exists():
            raise SettingsError(f"the environment's {name} is {bundle}, and there is no such file; mend or unset it")
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        proxy = environment.get(name, "")
        if proxy and not _PROXY.fullmatch(proxy):
            raise SettingsError(
                f"the environment's {name} is no address of a proxy that is understood; write it as http://host:port"
            )


_PROXY = re.compile(r"(?:https?://)?(?:[^\s/@]+@)?(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?/?")


@dataclass(frozen=True, slots=True)
class Desk:
    """The settings, with the web and the memory at hand; `say` is told remarks."""

    settings: Settings
    say: Callable[[str], None]
    quiet: bool

    @classmethod
    def of(cls, start: Start) -> Self:
        """The desk of a command that has begun."""
        return cls(start.settings, start.say, start.quiet)

    @contextmanager
    def instruments(self, ledger: Ledger | None) -> Iterator[Instruments]:
        """The web and all else that a sweep needs, put away afterwards."""
        check_surroundings(os.environ)
        controls = controls_of(self.settings.controls)
        network = self.settings.network
        contact = f" (+{self.settings.contact})" if self.settings.contact else ""
        web = Web(
            user_agent=f"hexaglot/{VERSION}{contact}",
            limits=Limits(network.connect_seconds, network.read_seconds, network.total_seconds),
            allow_private=self.settings.allow_private_addresses,
            keys=self.settings.keys,
        )
        try:
            yield Instruments(
                web,
                manners_of(self.settings),
                lambda: datetime.now(UTC),
                ledger,
                given=given_of(self.settings),
                controls=controls,
            )
        finally:
            web.close()

    def ledger(self) -> Ledger:
        """The memory; raises LedgerError."""
        return Ledger(self.settings.ledger, pace=pace_of(self.settings))

    def ledger_if_possible(self) -> Ledger | None:
        """The memory, or None with a remark where it cannot be opened: a check is worth its answer without it."""
        try:
            return self.ledger()
        except LedgerError as error:
            self.forgotten(error)
            return None

    def forgotten(self, error: LedgerError) -> None:
        """Say that a check is not remembered."""
        self.say(f"hexaglot: this check will not be remembered: {error}")

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A bar on standard error, if that is a terminal."""
        console = Console(stderr=True)
        if self.quiet or not console.is_terminal:
            yield lambda _done, _total: None
            return
        columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Bar(*columns, console=console, transient=True) as bar:
            task = bar.add_task("links", total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
