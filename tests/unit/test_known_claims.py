"""What a build takes over of what documents state, and when it reads their passages again."""

from __future__ import annotations

import json

from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.generations import served
from indexer.manifest import MANIFEST
from indexer.settings import Settings
from indexer.versions import RULES
from tests.conftest import Shelf
from tests.unit.test_known import openings

TEXT = "A note\n\nThe project BredeVande was invented. The project BredeVande closed on 30 June 2014 in May."
UNCLEAR = "A note\n\nThe project LysVej has a total budget of 1.200 million euros, as an example."


def stated(settings: Settings) -> list[tuple[str, str, str]]:
    catalogue = Catalogue(served(settings.index).catalogue)
    try:
        return [
            (one.claim.about, one.claim.name, one.claim.value)
            for one in catalogue.claims.about_all("project")
        ]
    finally:
        catalogue.close()


def with_other_rules(settings: Settings) -> None:
    """Make the served generation one that other rules have read."""
    file = served(settings.index).folder / MANIFEST
    manifest = json.loads(file.read_text(encoding="utf-8"))
    manifest["versions"][RULES] = "others"
    file.write_text(json.dumps(manifest), encoding="utf-8")


def test_claims_of_unchanged_files_are_taken_over_without_opening_them_to_read(shelf: Shelf) -> None:
    shelf.put(a=TEXT).build()
    first = stated(shelf.settings)
    with openings(shelf.settings.corpus) as opened:
        build(shelf.settings)
    assert (stated(shelf.settings), opened) == (first, {"a.txt": 1})
    assert ("project:BredeVande", "end", "2014-06-30") in first


def test_other_rules_read_the_stored_passages_again_and_no_file(shelf: Shelf) -> None:
    shelf.put(a=TEXT).build()
    first = stated(shelf.settings)
    with_other_rules(shelf.settings)
    with openings(shelf.settings.corpus) as opened:
        assert build(shelf.settings, only_if_changed=True).published
    assert (stated(shelf.settings), opened) == (first, {"a.txt": 1})


def test_what_was_left_out_is_told_once_by_every_build(shelf: Shelf) -> None:
    shelf.put(a=UNCLEAR)
    first = build(shelf.settings).warnings
    second = build(shelf.settings).warnings
    with_other_rules(shelf.settings)
    assert len(first) == 1
    assert first == second == build(shelf.settings).warnings


def test_the_claims_of_a_removed_document_are_gone(shelf: Shelf) -> None:
    shelf.put(a=TEXT, b="Noget andet.").build()
    (shelf.settings.corpus / "a.txt").unlink()
    build(shelf.settings)
    assert stated(shelf.settings) == []
