"""This file is the addresses that browsers and other sites ask for, and what each of them is answered."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from catalogue import CatalogueError, Language
from hexaglot.web.shelf import Shelf
from reports.addresses import NoOrigin, OwnAddresses
from reports.oembed import CACHE_AGE, TYPES, answer
from reports.oembed_question import PRIVATE, UNKNOWN, Refusal, question
from reports.spots import Spot, languages_of
from reports.web import WebPage, frame_page, messages_page, watch_page

_NOT_HERE = Refusal(404, "There is no such page here. All messages are listed at /")
_NO_HOST = Refusal(400, "The name of the host that was asked for cannot be one.")
_KEPT = frozenset({"Allow", "Location"})
"""What an answer of the framework's own must still say."""


class Refused(Exception):  # noqa: N818 - named for what happened
    """A request is answered with a refusal."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.text)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class Answers:
    """What is answered, a method for each address.

    `public` is where we stand for others; without it, the host that a request names is believed. `site` is the address
    of who publishes the videos, or empty.
    """

    shelf: Shelf
    public: OwnAddresses | None
    site: str

    def messages(self) -> Response:
        """The list of messages."""
        return _sent(messages_page(self.shelf.catalogue(), self._ours()))

    def message(self, slug: str) -> Response:
        """To the reader's language, else to the first that there is."""
        there = [language.tag for language in self._languages(slug, _NOT_HERE)]
        tag = request.accept_languages.best_match(there) or there[0]
        answered = Response(status=302, headers={"Location": f"/m/{slug}/{tag}", "Vary": "Accept-Language"})
        answered.autocorrect_location_header = False  # the host that was asked for may not be ours
        return answered

    def watch(self, slug: str, tag: str) -> Response:
        """The page to watch a version on."""
        return _sent(watch_page(self._spot(slug, tag, _NOT_HERE), self._ours()))

    def frame(self, slug: str, tag: str) -> Response:
        """The page that others frame."""
        return _sent(frame_page(self._spot(slug, tag, _NOT_HERE), self._ours()))

    def oembed(self) -> Response:
        """What others may embed."""
        ours = self._ours()
        asked = question(request.args, ours)
        if isinstance(asked, Refusal):
            raise Refused(asked)
        language = asked.place.language or self._languages(asked.place.slug, UNKNOWN)[0]
        spot = self._spot(asked.place.slug, language.tag, UNKNOWN)
        if spot.private:
            raise Refused(PRIVATE)
        told = answer(spot.offer(self.site), ours, asked.box, asked.form)
        answered = Response(told, content_type=TYPES[asked.form])
        answered.cache_control.max_age = CACHE_AGE
        return answered

    def health(self) -> Response:
        """That we are here."""
        return _plain(Refusal(200, "ok"))

    def _ours(self) -> OwnAddresses:
        if self.public is not None:
            return self.public
        try:
            return OwnAddresses.under(f"{request.scheme}://{request.headers.get('Host', '')}")
        except NoOrigin as error:
            raise Refused(_NO_HOST) from error

    def _spot(self, slug: str, tag: str, otherwise: Refusal) -> Spot:
        try:
            spot = self.shelf.spot(slug, Language.parse(tag))
        except CatalogueError as error:
            raise Refused(otherwise) from error
        if spot is None:
            raise Refused(otherwise)
        return spot

    def _languages(self, slug: str, otherwise: Refusal) -> tuple[Language, ...]:
        catalogue = self.shelf.catalogue()
        message = catalogue.message(slug)
        if message is None or not message.videos:
            raise Refused(otherwise)
        return languages_of(message, catalogue)


def make_app(answers: Answers) -> Flask:
    """The application: no cookies, no sessions, nothing that can be changed from outside."""
    app = Flask("hexaglot.web", static_folder=str(files("reports") / "static"), static_url_path="/static")
    for address, view in (
        ("/", answers.messages),
        ("/m/<slug>", answers.message),
        ("/m/<slug>/<tag>", answers.watch),
        ("/embed/<slug>/<tag>", answers.frame),
        ("/oembed", answers.oembed),
        ("/healthz", answers.health),
    ):
        app.add_url_rule(address, view.__name__, view, strict_slashes=False)
    app.register_error_handler(Refused, lambda error: _plain(error.refusal))
    app.register_error_handler(HTTPException, _failed)
    app.after_request(_guarded)
    return app


def _failed(error: HTTPException) -> Response:
    status = error.code or 500
    answered = _plain(_NOT_HERE if status == _NOT_HERE.status else Refusal(status, f"{status} {error.name}"))
    answered.headers.extend(header for header in error.get_headers() if header[0] in _KEPT)
    return answered


def _guarded(answered: Response) -> Response:
    answered.headers["X-Content-Type-Options"] = "nosniff"
    return answered


def _sent(page: WebPage) -> Response:
    answered = Response(page.html, content_type="text/html; charset=utf-8", headers=list(page.headers))
    answered.cache_control.no_cache = True  # a video that is gone should be gone here soon
    return answered


def _plain(refusal: Refusal) -> Response:
    return Response(f"{refusal.text}\n", refusal.status, content_type="text/plain; charset=utf-8")
