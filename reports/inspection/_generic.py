"""This file is which titles could stand on any video, in the six languages."""

from __future__ import annotations

import re
import unicodedata

_ADDRESS = re.compile(
    r"\s*(?:https?:)?//\S+\s*|\s*(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?:/\S*)?\s*", re.IGNORECASE
)

_WORDS = """
    video | videos | a video | the video | our video | watch video | watch the video | video player | embedded video
    | video embed | embed | embedded content | external content | iframe | frame | inline frame | player | media
    | media player | title | untitled | no title | content | youtube | youtube video | youtube player
    | youtube video player | youtube embed | youtube iframe | embedded youtube video | video from youtube | vimeo
    | vimeo video | vimeo player | vimeo video player | dailymotion | dailymotion video player | facebook video
    | play | play video | video id | fluidvids video | tiktok | kaltura player | wistia video player
    | vidéo | vidéo youtube | lecteur vidéo | lecteur vidéo youtube | lecteur youtube | lecteur | vidéo intégrée | cadre
    | contenu intégré | contenu externe | sans titre | voir la vidéo | regarder la vidéo | lire la vidéo | titre
    | vídeo | vídeo de youtube | video de youtube | reproductor de vídeo | reproductor de vídeo de youtube
    | reproductor de youtube | reproductor | vídeo incrustado | vídeo insertado | marco | contenido incrustado
    | sin título | ver el vídeo | ver vídeo | reproducir | título
    | فيديو | الفيديو | مقطع فيديو | فيديو يوتيوب | يوتيوب | مشغل فيديو | مشغل الفيديو | مشغل فيديو يوتيوب
    | مشغل فيديو youtube | مشغل الفيديو في youtube | إطار | مشغل | محتوى مضمن | بدون عنوان | شاهد الفيديو | تشغيل
    | 视频 | 影片 | 视频播放器 | 影片播放器 | youtube视频播放器 | youtube影片播放器 | youtube视频 | 播放器
    | 嵌入视频 | 嵌入的视频 | 框架 | 无标题 | 播放 | 播放视频 | 观看视频 | 标题
    | видео | видео youtube | видеоплеер | видеопроигрыватель | проигрыватель видео | проигрыватель
    | проигрыватель youtube | видеопроигрыватель youtube | проигрыватель видео youtube | плеер | плеер youtube
    | встроенное видео | фрейм | без названия | без заголовка | смотреть видео | воспроизвести | заголовок
"""


def same(title: str) -> str:
    """A title by its letters and digits alone: without signs, marks, spaces and capitals."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    return "".join(sign for sign in plain if sign.isalnum())


def _letters(title: str) -> str:
    return "".join(sign for sign in same(title) if not sign.isdigit())


_GENERIC = frozenset(map(_letters, _WORDS.split("|")))


def says_nothing(title: str) -> bool:
    """Could this be the title of any video: words for players and videos, perhaps numbered, or an address?"""
    return _letters(title) in {*_GENERIC, ""} or _ADDRESS.fullmatch(title) is not None
