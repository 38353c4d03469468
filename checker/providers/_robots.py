"""This file is how a site that is not known shows that it takes us for a robot."""

from __future__ import annotations

from checker.exchange import Answer

_STATUSES = frozenset({401, 403, 429, 503})
_MARKS = ("g-recaptcha", "h-captcha", "hcaptcha.com", "cf-turnstile", "challenge-platform", "captcha-delivery.com")


def is_captcha(answer: Answer) -> bool:
    """Is this a refusal with a riddle? A page that answers 200 may show one beside a form of its own."""
    if answer.status not in _STATUSES:
        return False
    if answer.header("cf-mitigated") == "challenge":
        return True
    page = answer.text.lower() if answer.is_html else ""
    return any(mark in page for mark in _MARKS)
