"""This file is the README's picture: the beginning of the demo's report, as Debian's Chromium shows it."""

from __future__ import annotations

from pathlib import Path

from proof.browser import chromium

REPORT = Path("build/demo/public/index.html")
PICTURE = Path("docs/report.png")
WIDTH, HEIGHT = 1100, 1500


def main() -> None:
    """Open the report that `make demo` wrote, and take the picture."""
    with chromium() as browser:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(REPORT.resolve().as_uri())
        page.screenshot(path=PICTURE)


if __name__ == "__main__":
    main()
