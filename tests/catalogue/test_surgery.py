"""This file is the proof that a change leaves a person's text alone, over files that nobody would write by hand."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalogue import Catalogue
from catalogue.file.changes import same, touched
from catalogue.file.composed import compose, decoded
from catalogue.file.excerpt import starts_of
from catalogue.file.reading import read
from catalogue.file.revision import revised
from odd_files import Written, files, with_additions, with_changes


def says(text: str, meant: Catalogue) -> bool:
    found = read(compose(decoded(text.encode(), "v.yaml")))
    return len(found.messages) == len(meant.messages) and all(
        same(one, other) for one, other in zip(found.messages, meant.messages, strict=True)
    )


def revise(file: Written, after: Catalogue, *, in_part: bool) -> str:
    written = decoded(file.content, "v.yaml")
    tree = compose(written)
    assert read(tree) == file.catalogue
    places = touched(file.catalogue, after)
    revision = revised(written, file.catalogue, after, places, starts=starts_of(tree) if in_part else (), large=0)
    assert says(revision.text, after)
    assert read(compose(decoded(revision.text.encode(), "v.yaml"))) == revision.catalogue
    return revision.text


LAZY = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@LAZY
@given(st.data(), st.booleans())
def test_taking_the_new_lines_away_gives_the_old_file(data: st.DataObject, in_part: bool) -> None:
    file = data.draw(files(only_lines=True))
    after = data.draw(with_additions(file.catalogue))
    new = (
        revise(file, after, in_part=in_part).splitlines() if touched(file.catalogue, after) else file.text.splitlines()
    )
    rest = iter(new)
    assert all(line in rest for line in file.text.splitlines())


@LAZY
@given(st.data(), st.booleans())
def test_any_change_reads_back_as_meant_and_no_comment_is_lost(data: st.DataObject, in_part: bool) -> None:
    file = data.draw(files())
    after = data.draw(with_changes(file.catalogue))
    if touched(file.catalogue, after):
        new = revise(file, after, in_part=in_part)
        for comment in ("# no: *x &y", "# “été”: \U0001f3a5", "# نص"):
            assert new.count(comment) == file.text.count(comment)
