"""This file is the demo's organisation: its messages, their titles in six languages, and where each video is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
CHANNEL = "Open Messages Union"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day of the year, or of the last year, that has a message: titles have `{year}` where the year stands."""

    slug: str
    month: int
    day: int
    titles: dict[str, str]

    def on(self, today: date) -> date:
        """Its last day before today."""
        this_year = date(today.year, self.month, self.day)
        return this_year if this_year < today else date(today.year - 1, self.month, self.day)

    def title(self, language: str, day: date) -> str:
        """The title in one language."""
        return self.titles[language].format(year=day.year)


def _named(*titles: str) -> dict[str, str]:
    return dict(zip(LANGUAGES, titles, strict=True))


OCCASIONS = (
    Occasion(
        "telecommunication-day",
        5,
        17,
        _named(
            "World Telecommunication and Information Society Day {year}",
            "Journée mondiale des télécommunications et de la société de l’information {year}",
            "Día Mundial de las Telecomunicaciones y de la Sociedad de la Información {year}",
            "اليوم العالمي للاتصالات ومجتمع المعلومات {year}",
            "{year}年世界电信和信息社会日",
            "Всемирный день электросвязи и информационного общества {year} года",
        ),
    ),
    Occasion(
        "girls-in-ict",
        4,
        23,
        _named(
            "International Girls in ICT Day {year}",
            "Journée internationale des jeunes filles dans le secteur des TIC {year}",
            "Día Internacional de las Niñas en las TIC {year}",
            "اليوم الدولي للفتيات في مجال تكنولوجيا المعلومات والاتصالات {year}",
            "{year}年信息通信年轻女性国际日",
            "Международный день «Девушки в ИКТ» {year} года",
        ),
    ),
    Occasion(
        "radio-day",
        2,
        13,
        _named(
            "World Radio Day {year}",
            "Journée mondiale de la radio {year}",
            "Día Mundial de la Radio {year}",
            "اليوم العالمي للإذاعة {year}",
            "{year}年世界无线电日",
            "Всемирный день радио {year} года",
        ),
    ),
    Occasion(
        "mother-language-day",
        2,
        21,
        _named(
            "International Mother Language Day {year}",
            "Journée internationale de la langue maternelle {year}",
            "Día Internacional de la Lengua Materna {year}",
            "اليوم الدولي للغة الأم {year}",
            "{year}年国际母语日",
            "Международный день родного языка {year} года",
        ),
    ),
    Occasion(
        "water-day",
        3,
        22,
        _named(
            "World Water Day {year}",
            "Journée mondiale de l’eau {year}",
            "Día Mundial del Agua {year}",
            "اليوم العالمي للمياه {year}",
            "{year}年世界水日",
            "Всемирный день водных ресурсов {year} года",
        ),
    ),
    Occasion(
        "health-day",
        4,
        7,
        _named(
            "World Health Day {year}",
            "Journée mondiale de la santé {year}",
            "Día Mundial de la Salud {year}",
            "يوم الصحة العالمي {year}",
            "{year}年世界卫生日",
            "Всемирный день здоровья {year} года",
        ),
    ),
    Occasion(
        "press-freedom-day",
        5,
        3,
        _named(
            "World Press Freedom Day {year}",
            "Journée mondiale de la liberté de la presse {year}",
            "Día Mundial de la Libertad de Prensa {year}",
            "اليوم العالمي لحرية الصحافة {year}",
            "{year}年世界新闻自由日",
            "Всемирный день свободы печати {year} года",
        ),
    ),
    Occasion(
        "environment-day",
        6,
        5,
        _named(
            "World Environment Day {year}",
            "Journée mondiale de l’environnement {year}",
            "Día Mundial del Medio Ambiente {year}",
            "يوم البيئة العالمي {year}",
            "{year}年世界环境日",
            "Всемирный день окружающей среды {year} года",
        ),
    ),
    Occasion(
        "united-nations-day",
        10,
        24,
        _named(
            "United Nations Day {year}",
            "Journée des Nations Unies {year}",
            "Día de las Naciones Unidas {year}",
            "يوم الأمم المتحدة {year}",
            "{year}年联合国日",
            "День Организации Объединённых Наций {year} года",
        ),
    ),
)
