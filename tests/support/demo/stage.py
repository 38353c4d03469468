"""This file is the demo's stage: which video of the organisation is on which simulated site, and what it is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from demo.organisation import CHANNEL, LANGUAGES, OCCASIONS, Occasion
from replica import dailymotion, file, ids, internet_archive, kaltura, oembed_sites, peertube, vimeo
from replica import wikimedia_commons as commons
from replica import youtube as tube
from replica.by_policy import ByPolicy
from replica.exchange import Site
from replica.films import Film
from replica.oembed_sites import Fate

TUBE = "tube.example.int"
MISSING = {("girls-in-ict", "zh"), ("mother-language-day", "ar"), ("press-freedom-day", "ru"), ("water-day", "es")}
"""The language versions that nobody made yet."""


@dataclass(slots=True)
class Stage:
    """The sites with all that is on them on the first day; what happens later changes them."""

    today: date
    youtube: tube.YouTube = field(default_factory=lambda: tube.YouTube({}))
    vimeo: vimeo.Vimeo = field(default_factory=lambda: vimeo.Vimeo({}))
    dailymotion: dailymotion.Dailymotion = field(default_factory=lambda: dailymotion.Dailymotion({}))
    kaltura: kaltura.KalturaSite = field(default_factory=kaltura.KalturaSite)
    commons: commons.WikimediaCommons = field(default_factory=lambda: commons.WikimediaCommons({}))
    archive: internet_archive.InternetArchive = field(default_factory=lambda: internet_archive.InternetArchive({}))
    peertube: peertube.PeerTube = field(default_factory=lambda: peertube.PeerTube(TUBE, {}))
    rutube: dict[str, Fate] = field(default_factory=dict)
    tiktok: dict[str, Fate] = field(default_factory=dict)
    addresses: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Put every video where it belongs."""
        for occasion in OCCASIONS:
            for language in LANGUAGES:
                place = (occasion.slug, language)
                if place not in MISSING:
                    put = ELSEWHERE.get(place, Stage.on_youtube)
                    self.addresses[place] = put(self, occasion, language)

    @property
    def sites(self) -> tuple[Site, ...]:
        """All of it, for one simulated web."""
        return (
            self.youtube,
            self.vimeo,
            self.dailymotion,
            self.kaltura,
            self.commons,
            self.archive,
            self.peertube,
            oembed_sites.OembedHouse(oembed_sites.RUTUBE, self.rutube),
            oembed_sites.OembedHouse(oembed_sites.TIKTOK, self.tiktok),
            oembed_sites.Portal(),
            file.Files(),
            ByPolicy(),
        )

    def title(self, occasion: Occasion, language: str) -> str:
        """What the site calls it."""
        return occasion.title(language, occasion.on(self.today))

    def on_youtube(self, occasion: Occasion, language: str) -> str:
        video = ids.youtube("demo", occasion.slug, language)
        self.youtube.videos[video] = Film(title=self.title(occasion, language), author=CHANNEL)
        return f"https://youtu.be/{video}"

    def on_vimeo(self, occasion: Occasion, language: str) -> str:
        number = ids.number(9, "demo", occasion.slug, language)
        self.vimeo.clips[number] = vimeo.Clip(title=self.title(occasion, language))
        return f"https://vimeo.com/{number}"

    def on_dailymotion(self, occasion: Occasion, language: str) -> str:
        video = "x" + ids.letters(6, "demo", occasion.slug, language)
        self.dailymotion.videos[video] = {
            "id": video,
            **dailymotion.PLAIN,
            "title": self.title(occasion, language),
        }
        return f"https://www.dailymotion.com/video/{video}"

    def on_un_web_tv(self, occasion: Occasion, language: str) -> str:
        rest = ids.letters(8, "demo", occasion.slug, language)
        self.kaltura.entries[kaltura.UN_PARTNER, f"1_{rest}"] = kaltura.Entry()
        return f"https://webtv.un.org/{language}/asset/k1{rest[0]}/k1{rest}"

    def on_commons(self, occasion: Occasion, language: str) -> str:
        name = f"{occasion.slug}-{language}.webm".capitalize()
        self.commons.files[name.replace("_", " ")] = commons.Kind.FILM
        return f"https://commons.wikimedia.org/wiki/File:{name}"

    def in_the_archive(self, occasion: Occasion, language: str) -> str:
        item = f"open-messages-{occasion.slug}-{language}"
        self.archive.items[item] = internet_archive.Kind.FILM
        return f"https://archive.org/details/{item}"

    def on_peertube(self, occasion: Occasion, language: str) -> str:
        uuid = ids.uuid("demo", occasion.slug, language)
        self.peertube.clips[uuid] = peertube.Clip(self.title(occasion, language))
        return f"https://{TUBE}/w/{peertube.short(uuid)}"

    def on_rutube(self, occasion: Occasion, language: str) -> str:
        video = ids.hexadecimal(32, "demo", occasion.slug, language)
        self.rutube[video] = Fate.SHOWN
        return f"https://rutube.ru/video/{video}/"

    def on_tiktok(self, occasion: Occasion, language: str) -> str:
        video = ids.number(19, "demo", occasion.slug, language)
        self.tiktok[video] = Fate.SHOWN
        return f"https://www.tiktok.com/@openmessages/video/{video}"


def _fixed(url: str) -> Callable[[Stage, Occasion, str], str]:
    return lambda _stage, _occasion, _language: url


ELSEWHERE: dict[tuple[str, str], Callable[[Stage, Occasion, str], str]] = {
    ("radio-day", "fr"): Stage.on_dailymotion,
    ("health-day", "fr"): Stage.on_dailymotion,
    ("radio-day", "zh"): _fixed("https://www.bilibili.com/video/BV1xx411c7mD"),
    ("radio-day", "ru"): Stage.on_rutube,
    ("water-day", "ru"): Stage.on_rutube,
    ("water-day", "ar"): Stage.on_peertube,
    ("water-day", "en"): Stage.on_peertube,
    ("mother-language-day", "en"): Stage.on_commons,
    ("mother-language-day", "es"): Stage.on_commons,
    ("mother-language-day", "fr"): Stage.in_the_archive,
    ("environment-day", "ar"): Stage.on_vimeo,
    ("environment-day", "es"): Stage.on_vimeo,
    ("environment-day", "ru"): Stage.on_vimeo,
    ("press-freedom-day", "es"): Stage.on_tiktok,
    ("press-freedom-day", "zh"): _fixed(f"https://{file.HOST}/waiting.m3u8"),
    ("press-freedom-day", "fr"): _fixed(f"https://{file.HOST}/index-first.mp4"),
    **{("united-nations-day", language): Stage.on_un_web_tv for language in ("en", "fr", "ar")},
    ("girls-in-ict", "es"): _fixed("https://youtu.be/dQw4w9WgXc1"),
}
"""The versions that are not on YouTube, and one whose address was mistyped."""
