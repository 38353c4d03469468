"""Our words in other languages: every file is whole, up to date, and right in every plural."""

import re
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from catalogue import Language
from reports.translation import TRANSLATED, interface, translations

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "reports" / "locale"
TAGS = ["ar", "es", "fr", "ru", "zh"]
PLACEHOLDER = re.compile(r"%\(\w+\)s|%")

each_language = pytest.mark.parametrize("tag", TAGS)


@cache
def tool() -> ModuleType:
    spec = spec_from_file_location("translations", ROOT / "tools" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def gathered() -> Catalog:
    catalog: Catalog = tool().gathered(ROOT)
    return catalog


@cache
def kept(tag: str) -> Catalog:
    with (LOCALE / tag / "LC_MESSAGES" / "hexaglot.po").open("rb") as file:
        return read_po(file, locale=tag)


def ids(catalog: Catalog) -> set[object]:
    return {message.id for message in catalog if message.id}


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def test_the_gathering_finds_what_each_room_says() -> None:
    found = ids(gathered())
    assert "The site says that the video has no captions." in found  # catalogue/review/
    assert "The site did not answer in time." in found  # checker/verdict.py
    assert "YouTube says that the video is private." in found  # checker/providers/
    assert ("%(num)s plays", "%(num)s play") in found  # reports/wording.py
    assert "Do our video messages play?" in found  # reports/templates/
    assert ("%(num)s byte", "%(num)s bytes") in found


def test_the_languages_are_those_that_have_a_file() -> None:
    assert sorted(path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/hexaglot.po")) == TAGS
    assert sorted(language.tag for language in TRANSLATED) == TAGS


def test_the_template_is_what_would_be_gathered_now() -> None:
    assert (LOCALE / "hexaglot.pot").read_text("utf-8") == tool().written(gathered()), "run tools/translations.py"


@each_language
def test_a_language_has_every_sentence_and_no_other(tag: str) -> None:
    assert ids(kept(tag)) == ids(gathered())


@each_language
def test_the_tool_would_leave_the_file_as_it_is(tag: str) -> None:
    text = (LOCALE / tag / "LC_MESSAGES" / "hexaglot.po").read_text("utf-8")
    assert tool().updated(text, tag, gathered()) == text


@each_language
def test_no_sentence_is_fuzzy_or_obsolete(tag: str) -> None:
    assert [message.id for message in kept(tag) if message.fuzzy] == []
    assert not kept(tag).obsolete


@each_language
def test_every_form_of_every_sentence_is_written(tag: str) -> None:
    for message in kept(tag):
        if message.id:
            expected = kept(tag).num_plurals if isinstance(message.id, tuple) else 1
            assert len(forms(message)) == expected, message.id
            assert all(forms(message)), message.id


@each_language
def test_every_form_keeps_the_placeholders(tag: str) -> None:
    """Only Arabic says none, one and two in words: its first three forms may go without the number."""
    for message in kept(tag):
        if not message.id:
            continue
        wanted = set(PLACEHOLDER.findall(message.id if isinstance(message.id, str) else message.id[1]))
        for place, form in enumerate(forms(message)):
            spoken = {"%(num)s"} if tag == "ar" and isinstance(message.id, tuple) and place < 3 else set()
            found = set(PLACEHOLDER.findall(form))
            assert wanted - spoken <= found <= wanted, (message.id, form)


@each_language
def test_every_form_ends_as_the_sentence_does(tag: str) -> None:
    ends = {".": ".。", "?": "?？؟", ":": ":：", ",": ",，،"}
    for message in kept(tag):
        source = message.id if isinstance(message.id, str) else message.id[0]
        if not source:
            continue
        for form in forms(message):
            last, wanted = form.rstrip()[-1], ends.get(source.rstrip()[-1])
            assert last in wanted if wanted else last not in ".。?？؟:：", (source, form)


@each_language
def test_the_plural_forms_are_those_of_cldr(tag: str) -> None:
    by_gettext = [translations(Language(tag)).ngettext("%(num)s byte", "%(num)s bytes", n) for n in range(1000)]
    rule = Locale(tag).plural_form
    by_cldr = [rule(n) for n in range(1000)]
    indexes = {"fr": ["one", "other"], "es": ["one", "other"], "zh": ["other"], "ru": ["one", "few", "many"]}
    names = indexes.get(tag, ["zero", "one", "two", "few", "many", "other"])
    message = next(message for message in kept(tag) if message.id == ("%(num)s byte", "%(num)s bytes"))
    assert by_gettext == [forms(message)[names.index(category)] for category in by_cldr]


@pytest.mark.parametrize(
    ("tag", "shown", "locale"),
    [
        ("en", "en", "en_001"),
        ("en-US", "en-US", "en_US"),
        ("fr", "fr", "fr"),
        ("fr-CA", "fr-CA", "fr_CA"),
        ("ar-EG", "ar-EG", "ar_EG"),
        ("zh", "zh", "zh"),
        ("zh-Hans", "zh-Hans", "zh_Hans"),
        ("zh-CN", "zh-CN", "zh_Hans_CN"),
        ("fr-x-desk", "fr-x-desk", "fr"),  # nothing that CLDR knows: the language's own forms
        ("zh-TW", "en", "en_001"),  # another script than ours
        ("zh-Hant", "en", "en_001"),
        ("zh-Hant-x-desk", "en", "en_001"),
        ("ar-Latn", "en", "en_001"),
        ("pt", "en", "en_001"),  # not translated
        ("fa", "en", "en_001"),
        ("he", "en", "en_001"),
        ("tlh", "en", "en_001"),  # unknown to CLDR
    ],
)
def test_who_reads_what(tag: str, shown: str, locale: str) -> None:
    ours = interface(Language(tag))
    assert (ours.language.tag, str(ours.locale)) == (shown, locale)


def test_a_sentence_that_is_not_translated_is_known_to_be_english() -> None:
    assert interface(Language("en")).has("Never seen.")
    assert interface(Language("fr")).has("The site did not answer in time.")
    assert not interface(Language("fr")).has("Never seen.")


def test_a_file_is_read_once() -> None:
    assert translations(Language("fr")) is translations(Language("fr"))
