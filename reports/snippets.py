"""This file is how a message of the catalogue becomes the versions that snippets are made from.

What is believed of each video decides how it may be shown; whatever is decided here is said in a remark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from catalogue import Language, Message, Video
from checker import Opinion, State
from checker.verdict import sentence
from reports.embeds import Phrase, Sequence, Unavailable, Version, in_sequence
from reports.fitness import Fitness
from reports.homes import Home, Wish
from reports.titling import title_of
from reports.translation import SOURCE, interface
from reports.wording import STATES

ANOTHER = sentence("This video is not available in this language at present. Here it is in another language.")


@dataclass(frozen=True, slots=True)
class Shown:
    """The versions to show, and English sentences for the editor: what was decided, and why."""

    versions: tuple[Version, ...]
    remarks: tuple[str, ...] = ()


def all_versions(
    message: Message, languages: tuple[Language, ...], opinions: Mapping[str, Opinion], wish: Wish
) -> Shown:
    """Every version there is, in the order of the languages; one that nobody can watch says so.

    `opinions` holds what is thought of addresses, as the catalogue writes them.
    """
    videos = [video for language in languages if (video := message.video_in(language)) is not None]
    shown = [_shown(message, video, opinions, wish) for video in videos]
    return Shown(
        tuple(version for version, _ in shown),
        tuple(remark for _, remarks in shown for remark in remarks),
    )


def one_version(
    message: Message,
    video: Video,
    languages: tuple[Language, ...],
    opinions: Mapping[str, Opinion],
    wish: Wish,
    *,
    page_language: Language | None = None,
) -> Shown:
    """The version that this video is; where nobody can watch it, one in another language that says so.

    Raises Unavailable where no other can take its place.
    """
    version, remarks = _shown(message, video, opinions, wish)
    if version.gone is None:
        return Shown((version,), remarks)
    if Home.of(video.url, video.language, Opinion(), wish).flaw is not None:
        text = f"{' '.join(remarks)} Correct it in the catalogue; no snippet was made."
        raise Unavailable(text)
    others = (one for language in languages if (one := message.video_in(language)) is not None and one != video)
    playing = {
        shown.language: (shown, said)
        for shown, said in (_shown(message, one, opinions, wish) for one in others)
        if shown.player is not None
    }
    best = in_sequence(tuple(shown for shown, _ in playing.values()), Sequence.UN, page_language)[:1]
    if not best:
        why = " ".join(remarks)
        text = f"{why} No other language can take its place, so no snippet was made; --allow-unavailable makes one."
        raise Unavailable(text)
    shown, said = playing[best[0].language]
    instead = f"{message.slug}/{shown.language} stands in its place, after a sentence that says so."
    return Shown((replace(shown, said=_phrase(ANOTHER, video.language)),), (*remarks, instead, *said))


def _shown(
    message: Message, video: Video, opinions: Mapping[str, Opinion], wish: Wish
) -> tuple[Version, tuple[str, ...]]:
    """The best that a recording can be, at its own address or a mirror's: a player, else a link, else words."""
    homes = [Home.of(url, video.language, opinions.get(url, Opinion()), wish) for url in (video.url, *video.mirrors)]
    linked = next((home for home in homes if home.links), None)
    played = next((home for home in homes if home.plays), None)
    home = linked or homes[0]
    title = title_of(message, video.language)
    # A site unfurls the address of a page, so that must be the one that plays.
    unfurled = home is played and home.provider is not None
    version = Version(
        language=video.language,
        title=title.text,
        page=home.page,
        player=None if played is None else played.player,
        site=home.provider.name if unfurled and home.provider is not None else "",
        track=video.captions_file,
        picture=home.picture,
        captions=wish.captions,
        gone=None if linked is not None else _why(home, video.language),
    )
    said = [*title.remarks, *_decided(homes[0], linked, played if wish.player else linked)]
    if played is not None and wish.player:
        ignored = played.ignored(video.language, wish, track=video.captions_file is not None)
        whose = f"{played.url} is a file; it" if played.is_file else f"the player of {played.label}"
        said += [f"{whose} cannot {what}" for what in ignored]
    elif linked is not None and wish.start and not linked.starts_late:
        said.append(f"a link to {linked.url} cannot start later")
    return version, tuple(f"{message.slug}/{video.language}: {one}." for one in said)


def _decided(own: Home, linked: Home | None, played: Home | None) -> Iterator[str]:
    """What is known of a recording's own address, and what is shown for that reason."""
    if own.flaw is not None:
        hint = f" {own.flaw.suggestion} may be meant." if own.flaw.suggestion else ""
        yield f"{own.url} can be no video. {own.flaw.reason}{hint}".removesuffix(".")
    elif own.bad is not None:
        since = f"{own.bad.since:%Y-%m-%d}"
        state = "a wrong address" if own.bad.state is State.INVALID else _state(own.bad.state)
        anyway = "; it is shown all the same, as you asked" if own.fitness is Fitness.PLAYED else ""
        yield f"{own.url} is believed {state} since {since} ({own.bad.reason.removesuffix('.')}){anyway}"
    elif own.opinion.doubt is not None:
        doubt = own.opinion.doubt
        yield (
            f"{own.url} looked {_state(doubt.state)} on {doubt.since:%Y-%m-%d}, which is not yet confirmed; "
            "it is shown as before"
        )
    elif own.opinion.belief is not None and own.opinion.belief.state in {State.RESTRICTED, State.NOT_YET}:
        yield f"not everybody can watch {own.url}: {own.opinion.belief.reason.removesuffix('.')}"
    if played is not None and played is not own:
        yield f"its mirror {played.url} is played instead{_unknown(played)}"
    elif linked is not None and linked is not own:
        yield f"its mirror {linked.url} is linked to instead{_unknown(linked)}"
    elif own.links and played is None:
        yield f"where a player was asked for, there is a link{_unplayed(own)}"


def _unplayed(own: Home) -> str:
    """Why there is no player, where that is not what is believed of the video."""
    if own.player is not None:
        return ""
    if own.is_file:
        return f", because browsers do not play such a file in a page: {own.url}"
    return f", because {own.label} has no player for other pages"


def _unknown(mirror: Home) -> str:
    """A warning where nothing is known of a mirror: a check looks at what a message plays, not at mirrors of it."""
    return ", of which nothing is known: look at it yourself" if mirror.opinion == Opinion() else ""


def _why(home: Home, language: Language) -> Phrase:
    return _phrase(STATES[State.INVALID if home.bad is None else home.bad.state], language)


def _state(state: State) -> str:
    return STATES[state]


def _phrase(text: str, language: Language) -> Phrase:
    """Our words for the readers of this language; in English, and said to be, where nobody has translated them."""
    ours = interface(language)
    return Phrase(ours.language if ours.has(text) else SOURCE, ours.translations.gettext(text))
