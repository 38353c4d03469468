"""This file is axe-core, asked about a page that is open in a browser."""

from __future__ import annotations

from collections.abc import Collection

from playwright.sync_api import Page

from proof.finding import Finding
from proof.npm import tool

TAGS = ("EN-301-549", "wcag22aa", "best-practice")

CANNOT_SEE = frozenset({"frame-tested"})
"""What axe leaves open by its nature: the inside of a player's frame is another site's page."""

_RUN = """
async tags => {
  const result = await axe.run(document, {runOnly: {type: "tag", values: tags}});
  const told = (kind, rules) => rules.flatMap(rule => rule.nodes.map(
    node => [kind, rule.id, rule.help + ": " + node.html.slice(0, 200)]));
  return [...told("violation", result.violations), ...told("open", result.incomplete)];
}
"""


def check(page: Page, document: str, *, leave_open: Collection[str] = CANNOT_SEE) -> tuple[Finding, ...]:
    """Every violation, and everything that axe could not decide, save the rules in `leave_open`."""
    page.evaluate(tool("axe-core/axe.min.js").read_text("utf-8") + ";undefined")
    told: list[tuple[str, str, str]] = page.evaluate(_RUN, list(TAGS))
    return tuple(
        Finding(document, rule, f"{kind}: {text}")
        for kind, rule, text in told
        if kind == "violation" or rule not in leave_open
    )
