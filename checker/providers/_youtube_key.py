"""This file is what YouTube's data service says of our key, and never of a video (facts: PROVIDERS.md section 1.5)."""

from __future__ import annotations

from collections.abc import Iterator

from checker.exchange import Answer, Reply
from checker.verdict import sentence

KEY = "youtube"
"""The name under which the key is at hand."""

REFUSED = sentence("YouTube refused the key, so it was asked without one.")
NOT_ALLOWED = sentence(
    "The YouTube key may not be used for this, or not from here, so YouTube was asked without it; look at its settings."
)
QUOTA = sentence("The day's quota of the YouTube key is used up, so YouTube was asked without it.")
TOO_FAST = sentence("YouTube wanted fewer questions with the key, so it was asked without it.")
NO_USE = sentence("YouTube's data service gave no answer that we can use, so YouTube was asked without the key.")

_REASONS = {
    "API_KEY_INVALID": REFUSED,
    "keyInvalid": REFUSED,
    "keyExpired": REFUSED,
    "accessNotConfigured": NOT_ALLOWED,
    "SERVICE_DISABLED": NOT_ALLOWED,
    "API_KEY_SERVICE_BLOCKED": NOT_ALLOWED,
    "ipRefererBlocked": NOT_ALLOWED,
    "API_KEY_IP_ADDRESS_BLOCKED": NOT_ALLOWED,
    "API_KEY_HTTP_REFERRER_BLOCKED": NOT_ALLOWED,
    "quotaExceeded": QUOTA,
    "dailyLimitExceeded": QUOTA,
    "rateLimitExceeded": TOO_FAST,
    "userRateLimitExceeded": TOO_FAST,
    "RATE_LIMIT_EXCEEDED": TOO_FAST,
}
"""The service's reasons: those of section 1.5, and what ErrorInfo has for the same (`google.api.ErrorReason`)."""

_STATUSES = {401: REFUSED, 403: NOT_ALLOWED, 429: TOO_FAST}


def caveat(reply: Reply) -> str:
    """Why YouTube had to be asked without the key, from a reply that told of no video.

    Where an earlier answer is the reason that the service was not asked any more, it is that answer that speaks.
    """
    answer = reply if isinstance(reply, Answer) else reply.after
    if answer is None:
        return NO_USE
    for reason in _reasons(answer.json()):
        if reason in _REASONS:
            return _REASONS[reason]
    return NO_USE if answer.is_html else _STATUSES.get(answer.status, NO_USE)


def _reasons(body: object) -> Iterator[str]:
    """All reasons in an error: `error.errors[].reason`, and `error.details[].reason` of its newer form."""
    error = body.get("error") if isinstance(body, dict) else None
    for name in ("errors", "details"):
        rows = error.get(name) if isinstance(error, dict) else None
        for row in rows if isinstance(rows, list) else ():
            reason = row.get("reason") if isinstance(row, dict) else None
            if isinstance(reason, str):
                yield reason
