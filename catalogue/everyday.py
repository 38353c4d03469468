"""This file is the words of labels that no table of names has: everyday names, and words that say nothing."""

from __future__ import annotations

EVERYDAY = {
    "en": "anglaise; inglesa; английская; английском; английскую; по-английски; 英文; إنجليزي; إنجليزية; بالإنجليزية; "
    "باللغة الإنجليزية; الانجليزية; انجليزي; بالانجليزية; باللغة الانجليزية; "
    "الإنكليزية; إنكليزي; إنكليزية; بالإنكليزية; باللغة الإنكليزية; الانكليزية; انكليزي; بالانكليزية; "
    "باللغة الانكليزية",
    "fr": "française; francesa; французская; французском; французскую; по-французски; 法文; فرنسي; فرنسية; بالفرنسية; "
    "باللغة الفرنسية",
    "es": "castellano; castilian; castillan; espagnole; española; испанская; испанском; испанскую; по-испански; "
    "西班牙文; 西文; إسباني; إسبانية; بالإسبانية; باللغة الإسبانية; الاسبانية; باللغة الاسبانية",
    "ar": "عربي; عربية; بالعربية; بالعربي; اللغة العربية; باللغة العربية; арабская; арабском; арабскую; по-арабски; "
    "阿拉伯文; 阿文",
    "zh": "汉语; 漢語; 华语; 華語; 汉文; 漢文; 国语; 國語; 普通话; 普通話; mandarin; mandarin chinese; chino mandarín; "
    "chinois mandarin; mandarín; mandarim; 简体中文; 中文简体; chinoise; китайская; китайском; китайскую; "
    "по-китайски; صيني; صينية; بالصينية; باللغة الصينية",
    "ru": "по-русски; русская; русском; русскую; русский язык; rusa; 俄文; روسي; روسية; بالروسية; باللغة الروسية",
}
"""What people write besides CLDR's names: adjectives that agree with “version”, cases after “на”, the 文 forms of the
United Nations' Chinese, “in Arabic” where it is one word. Only the six: only these have been read in letters."""

SILENT = frozenset(
    """
    version video film clip recording message videomessage video-message statement speech link url language
    watch view see play click available here this the is in on to of for a an and one long short full
    vidéo message film enregistrement discours lien langue voir regarder regardez visionner cliquez cliquer disponible
    ici le la les l' du de des pour est en sur et
    versión vídeo mensaje discurso grabación enlace lengua idioma ver vea mire haga clic disponible aquí
    el los un una para es está y
    версия версии видео видеоролик ролик фильм обращение видеообращение послание видеопослание сообщение
    видеосообщение ссылка язык языке смотреть смотрите посмотреть доступно здесь на по и
    نسخة النسخة فيديو الفيديو رسالة الرسالة كلمة تسجيل رابط لغة اللغة شاهد شاهدوا مشاهدة هنا على و يمكنكم
    يمكنك متاح متاحة الرابط التالي
    youtube vimeo rutube dailymotion bilibili youku
    """.split()
)
"""Words that may stand beside a name and change nothing: the recording itself, “language”, “in”, “watch ... here”, the
names of sites. Words such as “subtitles”, “audio”, “interpretation”, “not” or “transcript” are missing on purpose: they
name another thing than the recording, or deny it."""

SILENT_CHINESE = tuple(
    """
    视频 影片 短片 录像 版本 版 致辞 讲话 寄语 观看 点击 收看 链接 语言 请 此处 这里 在这里 在此 的 为 在 和
    哔哩哔哩 优酷 腾讯视频
    """.split()
)
"""The same in Chinese, which writes them together."""

SUBTITLED = (
    r"subtitle\w*|captions?|captioned|sous-titr\w*|sous titr\w*|subt[ií]tul\w*|legend\w*|untertitel\w*|субтитр\w*"
    r"|ترجم\w*|مترجم\w*|字幕"
)
"""Words, as a pattern, by which a label tells of subtitles."""

ASIDES = (
    r"uk|gb|us|usa|latam|latin america|latinoam[eé]rica|am[eé]rica latina|am[eé]rique latine|spain|españa|espagne"
    r"|france|francia|canada|canad[aá]|final|finale|original|originale|official|oficial|officielle|hd|new|updated"
    r"|оригинал|новая|最终版|原版"
)
"""What brackets after a name may say, as a pattern, and it is the same language still."""

TIMES = (
    r"min|mins|minutes?|minutos?|minuten|sec|secs|seconds?|secondes?|segundos?|s|мин|минут[аы]?|сек|секунд[аы]?"
    r"|分钟?|秒|دقيقة|دقائق|ثانية|ثواني"
)
"""Units of a recording's length, as a pattern."""

WITH = "with|avec|con|com|mit|с|со|مع"  # noqa: RUF001 - Cyrillic
"""Words that may lead to them."""

OTHER_THINGS = (
    rf"{SUBTITLED}|transcri\w*|interpret\w*|interprét\w*|audio\w*|аудио\w*|sign\w* language|international sign"
    r"|langue des signes|lengua de (?:signos|señas)|жестов\w*|لغة الإشارة|手语|dubb\w*|doublé\w*|doublage|doblad\w*"
    r"|doblaje|дублир\w*|دبلج\w*|配音|стенограмм\w*|перевод\w*|文字稿|口译|同传"
)
"""Words, as a pattern, of things that have a language of their own beside the recording's."""
