"""This file is Debian's Chromium, opened on a world of our own: nothing but loopback can be reached from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, Route, sync_playwright

from proof.world import Asked, World

CHROMIUM = "/usr/bin/chromium"

_SWITCHES = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True)
class Visit:
    """An open page; what it asked for, what of that was refused, and what it complained of, growing as it goes on."""

    page: Page
    asked: list[Asked] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium, started once for many visits."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(_SWITCHES))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(
    browser: Browser,
    url: str,
    world: World = lambda _: None,
    *,
    width: int = 1000,
    height: int = 800,
    java_script: bool = True,
    locale: str = "en",
) -> Iterator[Visit]:
    """Go to `url` in a fresh profile and wait until it is loaded; sizes are CSS pixels.

    Loopback addresses that the world does not know are really asked.
    """
    context = browser.new_context(
        viewport={"width": width, "height": height},
        java_script_enabled=java_script,
        locale=locale,
        service_workers="block",
    )
    try:
        seen = Visit(context.new_page())

        def answer(route: Route, request: Request) -> None:
            seen.asked.append(Asked(request.url, request.headers.get("referer")))
            document = world(request.url)
            if document is not None:
                headers = {"content-type": "text/html; charset=utf-8", **dict(document.headers)}
                route.fulfill(body=document.html, headers=headers)
            elif urlsplit(request.url).hostname in _LOOPBACK:
                route.continue_()
            else:
                seen.refused.append(request.url)
                route.abort()

        context.route("**/*", answer)
        seen.page.on("console", lambda line: _note(seen, line.type, line.text))
        seen.page.on("pageerror", lambda error: _note(seen, "error", str(error)))
        seen.page.goto(url)
        yield seen
    finally:
        context.close()


def _note(seen: Visit, kind: str, text: str) -> None:
    if kind in {"error", "warning", "assert"}:
        seen.complaints.append(f"{kind}: {text}")
