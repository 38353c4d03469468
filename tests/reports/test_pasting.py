from __future__ import annotations

from dataclasses import replace

import pytest

from catalogue import SIX_LANGUAGES
from checker.providers import Frame
from reports.embeds import Order, Version, WrongNumber, variant_named
from reports.filters import FILTERS, filter_named
from reports.pasting import advice, form_for, wants_isolates

MESSAGE = tuple(
    Version(
        language,
        f"Title {language}",
        f"https://youtu.be/wwHOsWsIn{place}0",
        Frame(f"https://www.youtube-nocookie.com/embed/wwHOsWsIn{place}0"),
        "youtube",
    )
    for place, language in enumerate(SIX_LANGUAGES)
)


@pytest.mark.parametrize(
    ("cms", "single", "form"),
    [
        ("wordpress", True, "wordpress"),
        ("wordpress", False, "links"),
        ("wordpress-admin", True, "wordpress-html"),
        ("wordpress-admin", False, "links"),
        ("drupal-basic", True, "drupal"),
        ("drupal-basic", False, "drupal"),
        ("drupal-full", True, "iframe"),
        ("drupal-full", False, "switcher"),
        ("mediawiki", True, "mediawiki"),
        ("mediawiki", False, "mediawiki"),
        ("markdown-github", True, "markdown"),
        ("markdown-github", False, "markdown"),
        ("sharepoint", True, "sharepoint"),
    ],
)
def test_each_system_has_a_form_that_it_keeps(cms: str, form: str, *, single: bool) -> None:
    system = filter_named(cms)
    chosen = form_for(system, single=single)
    assert chosen.name == form
    code = chosen.render(Order(MESSAGE[:1] if chosen.single or single else MESSAGE))
    kept = system.keep(code)
    assert "https://" in kept
    assert not [line for line in advice(system, chosen, code) if "lost" in line and "hreflang" not in line]


def test_one_frame_alone_is_what_sharepoint_takes() -> None:
    with pytest.raises(WrongNumber, match=r"takes one video at a time. Name the language, too"):
        form_for(filter_named("sharepoint"), single=False)


def test_characters_keep_directions_where_nothing_else_does() -> None:
    links, markdown, letter = (variant_named(name) for name in ("links", "markdown", "letter"))
    assert {system.name for system in FILTERS if wants_isolates(system, links)} == {"sharepoint"}
    assert wants_isolates(filter_named("markdown-github"), markdown)
    assert wants_isolates(filter_named("drupal-full"), letter)


def test_an_editor_is_told_what_would_be_lost_and_what_is_better() -> None:
    form = variant_named("iframe")
    told = advice(filter_named("wordpress"), form, form.render(Order(MESSAGE[:1])))
    assert told[0].startswith("WordPress, for authors, as of 2026-05-20 (WordPress 7.0, wp-includes/kses.php")
    assert "WordPress, for authors: The player is lost (iframe: 1)." in told
    assert told[-1] == "The form that it keeps best is `wordpress`."


def test_code_of_another_kind_is_not_called_kept() -> None:
    form = variant_named("markdown")
    told = advice(filter_named("wordpress"), form, form.render(Order(MESSAGE)))
    assert told[-1] == "`markdown` is not written in what it understands; its best form is `wordpress`."


def test_signs_in_a_title_are_no_elements_that_markdown_loses() -> None:
    form = variant_named("markdown")
    code = form.render(Order((replace(MESSAGE[0], title="<b>bold</b> & <https://example.int/>"),)))
    assert advice(filter_named("markdown-github"), form, code)[1:] == ("Markdown on GitHub keeps all of it.",)


def test_what_is_kept_whole_is_said_to_be() -> None:
    form = variant_named("iframe")
    assert advice(filter_named("drupal-full"), form, form.render(Order(MESSAGE[:1])))[-1].endswith("keeps all of it.")
