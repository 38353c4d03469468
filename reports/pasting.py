"""This file is which form of snippet a content management system keeps best, and what editors are told about it."""

from __future__ import annotations

from reports.embeds import Syntax, Variant, WrongNumber, variant_named
from reports.filters import Filter, losses, rendered

_ARABIC = (
    '<p><a lang="ar" dir="rtl" href="https://youtu.be/wwHOsWsInD0">رسالة</a></p>',
    '<p><span lang="ar" dir="rtl">رسالة</span></p>',
)


def form_for(cms: Filter, *, single: bool) -> Variant:
    """The form that it keeps best, for one language or for all; raises WrongNumber where it has none for all."""
    for name in cms.best:
        form = variant_named(name)
        if single or not form.single:
            return form
    message = f"{cms.label} takes one video at a time. Name the language, too."
    raise WrongNumber(message)


def wants_isolates(cms: Filter, form: Variant) -> bool:
    """Must characters keep the directions, because no `dir` is there or none is left?"""
    kept = any('dir="rtl"' in cms.keep(code) for code in _ARABIC)
    return not kept or form.syntax in {Syntax.MARKDOWN, Syntax.TEXT}


def _as_html(form: Variant, code: str) -> str:
    """The code as HTML, so that an escaped sign in a title is not taken for an element that is lost."""
    return rendered(code) if form.syntax is Syntax.MARKDOWN else code


def advice(cms: Filter, form: Variant, code: str) -> tuple[str, ...]:
    """What an editor should know before pasting this code there: English sentences, the most important first."""
    told = [f"{cms.label}, as of {cms.as_of} ({cms.source}). {cms.advice}"]
    if form.name not in cms.best and form.syntax is not Syntax.HTML:
        told.append(f"`{form.name}` is not written in what it understands; its best form is `{cms.best[0]}`.")
        return tuple(told)
    lost = losses(_as_html(form, code), cms.keep(code))
    told += [f"{cms.label}: {loss.english}" for loss in lost]
    if not lost:
        told.append(f"{cms.label} keeps all of it.")
    elif form.name not in cms.best:
        told.append(f"The form that it keeps best is `{cms.best[0]}`.")
    return tuple(told)
